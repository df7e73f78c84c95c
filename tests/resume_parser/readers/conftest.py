from collections.abc import Callable
from typing import Any

import pymupdf
import pytest

DrawPage = Callable[[Any], None]


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Bytes of a PDF whose pages the given functions draw."""

    def make(*draw_pages: DrawPage, **save_options: Any) -> bytes:
        with pymupdf.open() as pdf:
            for draw in draw_pages:
                draw(pdf.new_page(width=595, height=842))
            return bytes(pdf.tobytes(**save_options))

    return make
