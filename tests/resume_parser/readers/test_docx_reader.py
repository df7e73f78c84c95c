import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, DocumentTooLarge, EncryptedDocument, UnsupportedDocument
from resume_parser.limits import USUAL
from resume_parser.readers import read_document

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TEXT_BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict>
</mc:Fallback></mc:AlternateContent></w:r>"""


def read(build: Callable) -> Document:
    package = docx.Document()
    build(package)
    stream = io.BytesIO()
    package.save(stream)
    return read_document(stream.getvalue())


def texts(document: Document) -> list[str]:
    return [line.text for line in document]


def fill(cell, *paragraphs: str) -> None:
    cell.text = paragraphs[0]
    for text in paragraphs[1:]:
        cell.add_paragraph(text)


def test_headings_lists_and_styles() -> None:
    def build(package) -> None:
        package.add_heading("Ana Duarte", 0)
        package.add_heading("Experience", 1)
        package.add_paragraph("Made bread for two hundred people", style="List Bullet")
        paragraph = package.add_paragraph()
        paragraph.add_run("Baker").bold = True
        paragraph.add_run("\t2019 – 2023")

    name, heading, item, entry = read(build).lines
    assert name.size > heading.size > item.size == 1.0
    assert heading.bold
    assert item.text == "• Made bread for two hundred people"
    assert entry.text == "Baker\t2019 – 2023"
    assert [run.bold for run in entry.runs] == [True, False]


def test_text_boxes_are_read_once() -> None:
    def build(package) -> None:
        content = "<w:p><w:r><w:t>ana@example.org</w:t></w:r></w:p>"
        package.add_paragraph()._p.append(parse_xml(TEXT_BOX.format(ns=nsdecls("w"), content=content)))
        package.add_paragraph("Baker")

    document = read(build)
    assert texts(document) == ["ana@example.org", "Baker"]
    assert document.lines[0].column != document.lines[1].column


def test_headers_come_first_and_page_numbers_not_at_all() -> None:
    def build(package) -> None:
        package.add_paragraph("Baker")
        package.sections[0].header.paragraphs[0].text = "Ana Duarte"
        package.sections[0].footer.paragraphs[0].text = "Page 1 of 2"

    assert texts(read(build)) == ["Ana Duarte", "Baker"]


def test_a_footer_that_was_made_for_its_page_number_is_left_out() -> None:
    def build(package) -> None:
        package.add_paragraph("Ana Duarte")
        package.sections[0].footer.paragraphs[0].text = "Ana P. Duarte –  / "

    assert texts(read(build)) == ["Ana Duarte"]


def test_content_controls_and_tracked_changes() -> None:
    def build(package) -> None:
        word = nsdecls("w")
        control = f"<w:sdt {word}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        package.element.body.insert(0, parse_xml(control))
        paragraph = package.add_paragraph("kept")._p
        paragraph.append(parse_xml(f"<w:del {word}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
        paragraph.append(parse_xml(f"<w:ins {word}><w:r><w:t> added</w:t></w:r></w:ins>"))

    assert texts(read(build)) == ["In a control", "kept added"]


def test_content_controls_stand_as_far_apart_as_paragraphs() -> None:
    def build(package) -> None:
        package.styles["Normal"].paragraph_format.space_after = Pt(8)
        for texts in (("2016 – 2018", "Baker"), ("2013 – 2016", "Miller")):
            content = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
            control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{content}</w:sdtContent></w:sdt>"
            package.element.body.insert(len(package.element.body) - 1, parse_xml(control))

    first, *gaps = [line.gap for line in read(build)]
    assert first == 0
    assert len(set(gaps)) == 1
    assert gaps[0] > 0


def test_links_by_relation_and_by_field() -> None:
    def build(package) -> None:
        word = nsdecls("w", "r")
        relation = package.part.relate_to("https://www.linkedin.com/in/ana", HYPERLINK, is_external=True)
        first = package.add_paragraph()._p
        first.append(parse_xml(f'<w:hyperlink {word} r:id="{relation}"><w:r><w:t>Profile</w:t></w:r></w:hyperlink>'))
        second = package.add_paragraph()._p
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> HYPERLINK "mailto:ana@example.org" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>write me</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            second.append(parse_xml(f"<w:r {word}>{inner}</w:r>"))

    first, second = read(build).lines
    assert (first.text, first.links) == ("Profile", ("https://www.linkedin.com/in/ana",))
    assert (second.text, second.links) == ("write me", ("mailto:ana@example.org",))


def test_a_table_of_data_is_read_row_by_row() -> None:
    def build(package) -> None:
        table = package.add_table(2, 2)
        for row, (dates, title) in enumerate([("2019 – 2023", "Baker"), ("2016 – 2019", "Apprentice")]):
            table.cell(row, 0).text, table.cell(row, 1).text = dates, title

    assert texts(read(build)) == ["2019 – 2023\tBaker", "2016 – 2019\tApprentice"]


def test_a_table_of_layout_is_read_cell_by_cell() -> None:
    def build(package) -> None:
        table = package.add_table(1, 2)
        fill(table.cell(0, 0), "Contact", "ana@example.org", "Porto")
        fill(table.cell(0, 1), "Experience", "Baker", "Bread House")

    document = read(build)
    assert texts(document) == ["Contact", "ana@example.org", "Porto", "Experience", "Baker", "Bread House"]
    assert len({line.column for line in document}) == 2


def test_dates_beside_an_entry_stand_on_its_first_line() -> None:
    def build(package) -> None:
        table = package.add_table(1, 2)
        table.cell(0, 0).text = "2019 – 2023"
        fill(table.cell(0, 1), "Baker", "Bread House, Porto", "Made bread")

    assert texts(read(build)) == ["2019 – 2023\tBaker", "Bread House, Porto", "Made bread"]


def test_hidden_and_white_text_is_reported() -> None:
    def build(package) -> None:
        package.add_paragraph("Baker")
        package.add_paragraph().add_run("keywords").font.hidden = True
        package.add_paragraph().add_run("keywords").font.color.rgb = docx.shared.RGBColor(255, 255, 255)

    document = read(build)
    assert texts(document) == ["Baker"]
    assert [finding.code for finding in document.findings] == ["hidden_text"]
    assert document.findings[0].detail.startswith("2 ")


def test_the_date_of_the_empty_template_is_not_the_documents() -> None:
    assert read(lambda package: package.add_paragraph("Baker")).document_date is None

    def changed(package) -> None:
        package.add_paragraph("Baker")
        package.core_properties.modified = datetime(2024, 5, 6, tzinfo=UTC)

    assert str(read(changed).document_date) == "2024-05-06"


def test_a_huge_grid_span_costs_nothing() -> None:
    def build(package) -> None:
        cell = package.add_table(1, 1).cell(0, 0)
        cell.text = "Baker"
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="1000000000"/>'))

    assert texts(read(build)) == ["Baker"]


def test_a_cell_that_goes_on_a_merge_which_never_began_keeps_its_text() -> None:
    def build(package) -> None:
        table = package.add_table(3, 2)
        for number, cell in enumerate(table._cells):
            cell.text = f"Cell {number}"
        for number, value in ((2, "restart"), (4, "continue"), (1, "continue")):
            merge = parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{value}"/>')
            table._cells[number]._tc.get_or_add_tcPr().append(merge)

    assert texts(read(build)) == ["Cell 0\tCell 1", "Cell 2\tCell 3", "Cell 5"]


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def test_xml_that_inflates_without_end_is_refused() -> None:
    data = zipped(**{"word__document.xml": b" " * (USUAL.docx_xml_bytes + 1)})
    assert len(data) < 100_000
    with pytest.raises(DocumentTooLarge):
        read_document(data)


def test_other_office_files_are_refused_by_name() -> None:
    with pytest.raises(UnsupportedDocument, match="spreadsheet"):
        read_document(zipped(**{"xl__workbook.xml": b"<workbook/>"}))


def test_a_word_package_without_its_document_is_corrupt() -> None:
    with pytest.raises(CorruptDocument):
        read_document(zipped(**{"word__document.xml": b"<w:document"}))


def test_a_word_document_without_a_body_is_corrupt() -> None:
    def build(package) -> None:
        package.element.remove(package.element.body)

    with pytest.raises(CorruptDocument):
        read(build)


def test_an_office_file_under_a_password_is_encrypted() -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    with pytest.raises(EncryptedDocument):
        read_document(header + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    with pytest.raises(UnsupportedDocument, match=r"old Office.*Save it in Word as DOCX"):
        read_document(header + "WordDocument".encode("utf-16-le") + bytes(512))
