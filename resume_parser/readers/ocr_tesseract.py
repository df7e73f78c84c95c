"""Recognition by Tesseract, which PyMuPDF brings; its language data must be installed."""

from functools import cache
from pathlib import Path

import pymupdf

from resume_parser.readers.ocr_line import RecognisedLine
from resume_parser.readers.ocr_picture import Picture

_LANGUAGES = ("eng", "deu")
_TEXT_BLOCK = 0


@cache
def tessdata() -> str | None:
    """The folder of Tesseract's language data, or None where it is not installed."""
    try:
        found = pymupdf.get_tessdata()
    except RuntimeError:
        return None
    return str(found) if found else None


def _languages() -> str:
    """Those that are installed of the ones that are read, as Tesseract wants them named."""
    data = Path(tessdata() or ".")
    return "+".join(name for name in _LANGUAGES if (data / f"{name}.traineddata").exists()) or _LANGUAGES[0]


def read_lines(picture: Picture) -> list[RecognisedLine]:
    """The lines of an upright picture."""
    height, width = picture.pixels.shape
    drawn = pymupdf.Pixmap(pymupdf.csGRAY, width, height, picture.pixels.tobytes(), False)
    with pymupdf.open() as sheet:
        page = sheet.new_page(width=picture.width, height=picture.height)
        page.insert_image(page.rect, pixmap=drawn)
        recognised = page.get_textpage_ocr(
            dpi=int(picture.resolution), full=True, language=_languages(), tessdata=tessdata()
        )
        blocks = page.get_text("dict", textpage=recognised)["blocks"]
    return [
        RecognisedLine("".join(span["text"] for span in line["spans"]), line["bbox"], line["spans"][0]["size"])
        for block in blocks
        if block["type"] == _TEXT_BLOCK
        for line in block["lines"]
    ]
