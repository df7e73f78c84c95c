"""Text on a page of 595 by 842 points as a test writes it, and the lines that it is read as."""

from collections.abc import Sequence

from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.lines import PlacedRow, build_lines
from resume_parser.layout.pages import join_pages
from resume_parser.layout.reading_order import order_page

LEADING = 14.0
LONG = "Kept the books of four houses in order and wrote what was needed to whom it concerned"


def at(x: float, y: float, text: str, size: float = 10.0, *, bold: bool = False) -> Fragment:
    return Fragment(x, x + 0.5 * size * len(text), y, size, [Span(text, size, bold, False)])


def column(x: float, y: float, *texts: str) -> list[Fragment]:
    return [at(x, y + LEADING * number, text) for number, text in enumerate(texts)]


def section(x: float, y: float, heading: str, *texts: str) -> list[Fragment]:
    return [at(x, y, heading, 13.0, bold=True), *column(x, y + 20, *texts)]


def read(*pages: Sequence[Fragment]) -> list[str]:
    placed = join_pages([order_page(page) for page in pages], [842.0] * len(pages))
    rows = [PlacedRow(row, item.page, item.block.column, item.block.left) for item in placed for row in item.block.rows]
    return [line.text for line in build_lines(rows)]
