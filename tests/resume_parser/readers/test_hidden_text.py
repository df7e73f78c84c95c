"""Text that no reader sees is left out and reported; unusual text that a reader does see stays."""

from collections.abc import Callable

import pytest

from resume_parser.document import Document
from resume_parser.readers import read_document

WHITE = (1, 1, 1)


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize(
    "hide",
    [
        lambda sheet: sheet.insert_text((50, 400), "keywords", color=WHITE),
        lambda sheet: sheet.insert_text((50, 400), "keywords", fontsize=1),
        lambda sheet: sheet.insert_text((50, 400), "keywords", render_mode=3),
        lambda sheet: sheet.insert_text((50, 1200), "keywords"),
    ],
    ids=["white on white", "tiny", "never painted", "off the page"],
)
def test_hidden_text_is_reported_and_left_out(make_pdf, hide: Callable) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte")
        hide(sheet)

    document = read_document(make_pdf(page))
    assert document.raw_text == "Ana Duarte"
    assert codes(document) == ["hidden_text"]


def test_text_under_a_shape_is_hidden(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte")
        sheet.insert_text((50, 90), "Baker")
        sheet.insert_text((50, 400), "keywords")
        sheet.draw_rect((40, 380, 300, 420), fill=(0.9, 0.9, 0.9), color=None)

    document = read_document(make_pdf(page))
    assert "keywords" not in document.raw_text
    assert codes(document) == ["hidden_text"]


def test_dark_text_on_a_shape_of_its_colour_is_hidden(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.insert_text((50, 60), "Ana Duarte")
        sheet.draw_rect((40, 380, 300, 420), fill=(0.1, 0.1, 0.2), color=None)
        sheet.insert_text((50, 400), "keywords", color=(0.1, 0.1, 0.22))

    assert codes(read_document(make_pdf(page))) == ["hidden_text"]


def test_white_text_on_a_dark_card_is_there_to_be_read(make_pdf) -> None:
    def page(sheet) -> None:
        sheet.draw_rect((0, 0, 200, 842), fill=(0.1, 0.1, 0.3), color=None)
        sheet.insert_text((20, 60), "Ana Duarte", color=WHITE)

    document = read_document(make_pdf(page))
    assert document.raw_text == "Ana Duarte"
    assert codes(document) == []
