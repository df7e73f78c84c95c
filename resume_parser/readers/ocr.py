"""Text out of pages that are pictures, where Tesseract's data are at hand."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pymupdf

RESOLUTION = 200
MAX_PIXELS = 9_000_000
"""Larger pages are read at a lower resolution."""
BeforePage = Callable[[], None]
"""What is called before each page that is recognised: it takes seconds."""


@cache
def tessdata() -> str | None:
    """The folder of Tesseract's language data, or None where it is not installed."""
    try:
        found = pymupdf.get_tessdata()
    except RuntimeError:
        return None
    return str(found) if found else None


def is_available() -> bool:
    """Whether pages can be recognised here."""
    return tessdata() is not None


def recognise(page: Any) -> dict[str, Any] | None:
    """The page's recognised text as `get_text("dict")` gives it, or None without Tesseract."""
    data = tessdata()
    if data is None:
        return None
    rect = page.rect
    inches = max(rect.width * rect.height / 72**2, 0.01)
    resolution = int(min(RESOLUTION, (MAX_PIXELS / inches) ** 0.5))
    if resolution < 40:
        return None
    recognised = page.get_textpage_ocr(dpi=resolution, full=True, tessdata=data)
    content: dict[str, Any] = page.get_text("dict", textpage=recognised)
    return content
