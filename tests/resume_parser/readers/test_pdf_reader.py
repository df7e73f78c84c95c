from datetime import date

import pymupdf
import pytest

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, EncryptedDocument
from resume_parser.readers import read_document


def texts(document: Document) -> list[str]:
    return [line.text for line in document]


def test_words_come_with_style_and_place(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte", fontsize=22, fontname="hebo")
        sheet.insert_text((50, 90), "Baker in Porto with nine years at the oven", fontsize=11)
        sheet.insert_text((50, 105), "and four behind the counter", fontsize=11, fontname="heit")

    name, first, second = read_document(make_pdf(page)).lines
    assert (name.size, name.bold) == (2.0, True)
    assert (first.size, first.bold, first.italic) == (1.0, False, False)
    assert second.italic
    assert name.box is not None
    assert name.box[0] == pytest.approx(50, abs=1)


def test_a_name_painted_last_is_read_first(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 200), "Experience")
        sheet.insert_text((50, 60), "Ana Duarte", fontsize=22)

    assert texts(read_document(make_pdf(page))) == ["Ana Duarte", "Experience"]


def test_dates_on_the_right_stay_on_their_row(make_pdf) -> None:
    def page(sheet) -> None:
        for index, (title, dates) in enumerate([("Baker", "2019 - 2023"), ("Apprentice", "2016 - 2019")]):
            y = 100 + 80 * index
            sheet.insert_text((50, y), title, fontname="hebo")
            sheet.insert_text((480, y), dates)
            for line in range(3):
                sheet.insert_text(
                    (50, y + 15 * (line + 1)), "Made bread for two hundred people a day, and cake on Sunday"
                )

    read = texts(read_document(make_pdf(page)))
    assert read[0] == "Baker\t2019 - 2023"
    assert read[4] == "Apprentice\t2016 - 2019"


def test_links_go_to_the_text_they_lie_on(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "LinkedIn")
        sheet.insert_text((50, 90), "Porto")
        sheet.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(50, 50, 90, 63), "uri": "https://www.linkedin.com/in/ana"}
        )
        sheet.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(50, 80, 90, 93), "uri": "javascript:alert(1)"}
        )

    first, second = read_document(make_pdf(page)).lines
    assert first.links == ("https://www.linkedin.com/in/ana",)
    assert second.links == ()


def test_running_headers_and_page_numbers_are_left_out(make_pdf) -> None:
    def page(number: int):
        def draw(sheet) -> None:
            sheet.insert_text((50, 40), "Ana Duarte - Resume")
            sheet.insert_text((50, 300), f"What is on page {'AB'[number - 1]}")
            sheet.insert_text((280, 820), f"Page {number} of 2")

        return draw

    document = read_document(make_pdf(page(1), page(2)))
    assert texts(document) == ["Ana Duarte - Resume", "What is on page A", "What is on page B"]
    assert [line.page for line in document] == [0, 0, 1]


def test_a_running_head_that_says_what_the_first_page_said_is_left_out(make_pdf) -> None:
    def page(number: int):
        def draw(sheet) -> None:
            if number == 1:
                sheet.insert_text((50, 40), "Ana Maria Duarte", fontsize=20)
                sheet.insert_text((50, 60), "ana@example.org | Porto")
            else:
                sheet.insert_text((50, 40), f"A. M. Duarte   Page {number}   |   ana@example.org")
                sheet.insert_text((50, 120), "Porto")
            sheet.insert_text((50, 300), f"What is on page {'ABC'[number - 1]}")

        return draw

    lines = texts(read_document(make_pdf(page(1), page(2), page(3))))
    assert lines[2:] == ["What is on page A", "Porto", "What is on page B", "Porto", "What is on page C"]


def test_footers_and_adverts_of_builders_are_left_out(make_pdf) -> None:
    def page(number: int):
        def draw(sheet) -> None:
            sheet.insert_text((50, 40), "Ana Duarte" if number == 1 else "Ana Duarte, Curriculum Vitae")
            sheet.insert_text((50, 300), f"What is on page {'AB'[number - 1]}")
            sheet.insert_text((50, 820), f"MARCH 11, 2025     ANA DUARTE     {number}")
            sheet.insert_text((450, 830), "Powered by Enhancv")

        return draw

    assert texts(read_document(make_pdf(page(1), page(2)))) == ["Ana Duarte", "What is on page A", "What is on page B"]


def test_turned_text_stands_apart(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((30, 400), "CURRICULUM VITAE", rotate=90)
        sheet.insert_text((80, 395), "Baker")

    assert texts(read_document(make_pdf(page))) == ["Baker", "CURRICULUM VITAE"]


def test_the_document_date_is_that_of_the_last_change(make_pdf) -> None:
    with pymupdf.open(stream=make_pdf(lambda sheet: sheet.insert_text((50, 60), "Ana")), filetype="pdf") as pdf:
        pdf.set_metadata({"creationDate": "D:20200102030405Z", "modDate": "D:20240506070809Z"})
        data = pdf.tobytes()
    assert read_document(data).document_date == date(2024, 5, 6)


def test_a_password_to_open_is_refused_and_an_owner_password_is_not(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte")

    aes = pymupdf.PDF_ENCRYPT_AES_256
    with pytest.raises(EncryptedDocument):
        read_document(make_pdf(page, encryption=aes, user_pw="open", owner_pw="own"))
    assert texts(read_document(make_pdf(page, encryption=aes, owner_pw="own"))) == ["Ana Duarte"]


def test_a_pdf_without_its_pages_is_corrupt(make_pdf) -> None:
    with pytest.raises(CorruptDocument):
        read_document(b"%PDF-1.7\n1 0 obj <<>> endobj\n")


def test_a_page_of_nothing_says_so(make_pdf) -> None:
    document = read_document(make_pdf(lambda sheet: None))
    assert document.lines == ()
    assert [finding.code for finding in document.findings] == ["no_text"]


def test_what_is_stored_is_what_was_read(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte", fontsize=22, fontname="hebo")
        sheet.insert_text((50, 90), "Baker")
        sheet.insert_text((300, 90), "Porto", fontname="heit")

    document = read_document(make_pdf(page))
    assert Document.from_stored(document.raw_text, document.layout) == document


@pytest.mark.parametrize("bullet", ["\u2022", "-"])
def test_bullets_apart_from_their_text_are_no_column(make_pdf, bullet: str) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 100), "Baker, 2019 - 2023", fontname="hebo")
        for number in range(3):
            sheet.insert_text((50, 120 + 15 * number), bullet)
            sheet.insert_text((68, 120 + 15 * number), f"Made bread number {number}")

    assert texts(read_document(make_pdf(page)))[1:] == [f"• Made bread number {number}" for number in range(3)]


def test_a_soft_hyphen_on_paper_is_a_hyphen(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 100), "2016\xad2018 Baker", fontname="cour")

    assert texts(read_document(make_pdf(page))) == ["2016-2018 Baker"]
