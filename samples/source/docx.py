"""Sample Word documents: a table of cells, floating text boxes, plain paragraphs with tabs."""

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from samples.source.person import Person

ZIP_TIME = (2026, 11, 2, 9, 0, 0)
TEXT_BOX = """<w:r {namespaces} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="{number}" name="Box {number}"/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></w:r>"""


def with_tables(person: Person) -> DocxDocument:
    """A table a section: dates in the first cell, the rest in the second."""
    data, document = person.data, _new_document()
    head = document.add_table(rows=1, cols=2)
    _fill(head.cell(0, 0), [data["full_name"], data["headline"]], bold_first=True)
    _fill(head.cell(0, 1), [data["email"], data["phone_number"], data["linkedin_url"], data["location"]])
    document.add_paragraph(data["summary"])
    document.add_heading("Work Experience", level=1)
    jobs = document.add_table(rows=0, cols=2)
    for job in data["work_experience"]:
        cells = jobs.add_row().cells
        cells[0].text = job["dates"]
        _fill(cells[1], [job["job_title"], f"{job['company']}, {job['location']}", *job["bullets"]], bold_first=True)
    document.add_heading("Education", level=1)
    degrees = document.add_table(rows=0, cols=2)
    for degree in data["education"]:
        cells = degrees.add_row().cells
        cells[0].text = degree["dates"]
        _fill(cells[1], [degree["degree"], degree["institution"]], bold_first=True)
    document.add_heading("Skills", level=1)
    skills = document.add_table(rows=0, cols=3)
    for start in range(0, len(data["skills"]), 3):
        for cell, skill in zip(skills.add_row().cells, data["skills"][start : start + 3], strict=False):
            cell.text = skill
    _add_sections(document, person)
    return document


def with_text_boxes(person: Person) -> DocxDocument:
    """Contact and skills float in boxes beside the body: `document.paragraphs` does not see them."""
    data, document = person.data, _new_document()
    for section in document.sections:
        section.left_margin = Cm(8)
    contact = ["Contact", data["email"], data["phone_number"], data["linkedin_url"], data["location"]]
    anchor = document.add_paragraph()
    _add_text_box(anchor, contact, number=1, top=Cm(5))
    _add_text_box(anchor, ["Skills", *data["skills"]], number=2, top=Cm(11))
    document.add_paragraph(data["full_name"], style="Title")
    document.add_paragraph(data["headline"])
    document.add_paragraph(data["summary"])
    _add_jobs_and_education(document, person)
    _add_sections(document, person)
    return document


def with_tabs(person: Person) -> DocxDocument:
    """Plain paragraphs; a right-aligned tab stop sets the dates apart."""
    data, document = person.data, _new_document()
    document.add_paragraph(data["full_name"], style="Title")
    document.add_paragraph(data["headline"])
    contact = (data["email"], data["phone_number"], data["location"], data["linkedin_url"])
    document.add_paragraph(" | ".join(part for part in contact if part))
    if data["summary"]:
        document.add_paragraph(data["summary"])
    _add_jobs_and_education(document, person)
    document.add_heading("Skills", level=1)
    document.add_paragraph(", ".join(data["skills"]))
    _add_sections(document, person)
    return document


def to_bytes(document: DocxDocument) -> bytes:
    """The document packed with fixed times, so that the same bytes come out each time."""
    packed, result = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, ZIP_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _new_document() -> DocxDocument:
    document = Document()
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def _fill(cell: _Cell, lines: list[str | None], bold_first: bool = False) -> None:
    shown = [line for line in lines if line]
    first = cell.paragraphs[0].add_run(shown[0])
    first.bold = bold_first
    for line in shown[1:]:
        cell.add_paragraph(line)


def _add_jobs_and_education(document: DocxDocument, person: Person) -> None:
    document.add_heading("Experience", level=1)
    for job in person.data["work_experience"]:
        _add_tabbed(document, f"{job['company']}, {job['location']}", job["dates"])
        document.add_paragraph().add_run(job["job_title"]).italic = True
        for bullet in job["bullets"]:
            document.add_paragraph(bullet, style="List Bullet")
    document.add_heading("Education", level=1)
    for degree in person.data["education"]:
        _add_tabbed(document, degree["institution"], degree["dates"])
        document.add_paragraph(degree["degree"])


def _add_tabbed(document: DocxDocument, left: str, right: str) -> None:
    line = document.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(left).bold = True
    line.add_run(f"\t{right}")


def _add_sections(document: DocxDocument, person: Person) -> None:
    for section in person.data["sections"]:
        document.add_heading(section["title"], level=1)
        for item in section["items"]:
            document.add_paragraph(item, style="List Bullet")


def _add_text_box(anchor: Paragraph, lines: list[str | None], number: int, top: int) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines if line)
    box = TEXT_BOX.format(
        namespaces=nsdecls("w"), left=Cm(1), top=top, width=Cm(6), height=Cm(5.5), number=number, paragraphs=paragraphs
    )
    anchor._p.append(parse_xml(box))
