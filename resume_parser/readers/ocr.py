"""Text out of pages that are pictures, by whichever engine is at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

import pymupdf

from resume_parser.readers import ocr_rapid, ocr_tesseract
from resume_parser.readers.ocr_line import as_page_content
from resume_parser.readers.ocr_picture import render, straighten

BeforePage = Callable[[], None]
"""What is called before each page that is recognised: it takes seconds."""

TESSERACT, RAPID = "tesseract", "rapidocr"


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What was read from a page's picture after that was turned upright."""

    page: Any
    """Of the upright picture's size and empty."""
    content: dict[str, Any]
    """As `get_text("dict")` gives it."""


@cache
def engine() -> str | None:
    """The engine that reads pictures here, or None; ADR 0015 has the figures that decide the order."""
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        return RAPID
    return TESSERACT if ocr_tesseract.tessdata() else None


def is_available() -> bool:
    """Whether pages can be recognised here."""
    return engine() is not None


def recognise(page: Any, *, with_engine: str | None = None) -> RecognisedPage | None:
    """The page's recognised text, or None without an engine, or where the page is too large for its picture to be read."""
    name = with_engine or engine()
    picture = render(page) if name else None
    if picture is None:
        return None
    picture = straighten(picture, ocr_rapid.is_upside_down)
    lines = ocr_tesseract.read_lines(picture) if name == TESSERACT else ocr_rapid.read_lines(picture)
    upright = pymupdf.open().new_page(width=picture.width, height=picture.height)
    return RecognisedPage(upright, as_page_content(lines))
