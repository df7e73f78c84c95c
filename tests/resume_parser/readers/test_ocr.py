"""Pages that are pictures: whichever way they lie, as files of their own, and where the text beneath makes no words."""

import io
from datetime import date

import pymupdf
import pytest
from PIL import Image

from resume_parser import Document, parse, read_document
from resume_parser.readers.ocr import is_available

pytestmark = pytest.mark.skipif(not is_available(), reason="needs OCR")

NAME, EMAIL = "Jürgen Weiß", "juergen.weiss@example.org"
RESUME = f"{NAME}\n{EMAIL}\n\nExperience\nBaker, Good Bread Ltd, 2019 - 2022\nApprentice, Old Mill, 2015 - 2019\n"
GARBLED = "\n".join(["Xkjr Bvtrq Wplkm Zcvbn Qwrtp Hgfds"] * 8)


def drawn(text: str = RESUME) -> Image.Image:
    with pymupdf.open() as document:
        document.new_page(width=400, height=300).insert_text((40, 60), text, fontsize=14)
        return Image.open(io.BytesIO(document[0].get_pixmap(dpi=150).tobytes("png"))).convert("L")


def saved(picture: Image.Image, kind: str) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def contact(document: Document) -> tuple[str | None, str | None]:
    record = parse(document, date(2026, 11, 1)).to_record()
    return record["full_name"], record["email"]


@pytest.mark.parametrize(("kind", "degrees"), [("JPEG", 90), ("PNG", 180)])
def test_a_picture_is_read_whichever_way_it_lies(kind: str, degrees: int) -> None:
    document = read_document(saved(drawn().rotate(degrees, expand=True, fillcolor=255), kind))
    assert contact(document) == (NAME, EMAIL)
    assert document.media_type == f"image/{kind.lower()}"
    assert [finding.code for finding in document.findings] == ["ocr_used"]


def test_text_that_makes_no_words_is_read_by_its_picture() -> None:
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=400, height=300)
        page.insert_text((40, 60), GARBLED, fontsize=12)
        page.insert_image(page.rect, stream=saved(drawn(), "PNG"))
        document = read_document(pdf.tobytes())
    assert contact(document) == (NAME, EMAIL)
    assert "ocr_used" in [finding.code for finding in document.findings]
