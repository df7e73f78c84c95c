"""What recurs at the edges of pages, and what only says the same."""

from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.furniture import without_furniture
from resume_parser.layout.reading_order import Block

HEIGHT = 842.0


def page(*rows: tuple[float, str]) -> list[Block]:
    placed = [[Fragment(50, 50 + 5.0 * len(text), y, 10.0, [Span(text, 10.0, False, False)])] for y, text in rows]
    return [Block(placed, 50, 0)]


def second_page(*rows: tuple[float, str]) -> list[str]:
    first = page((30, "Eli Marsh"), (45, "Forester"), (60, "eli.marsh@example.org"), (200, "Hill Forest"))
    block = without_furniture([first, page(*rows)], [HEIGHT, HEIGHT])[1][0]
    return [row[0].text for row in block.rows]


def test_a_running_head_is_left_out() -> None:
    assert second_page((30, "Eli Marsh"), (45, "Forester"), (200, "2019")) == ["2019"]


def test_a_title_below_a_heading_is_no_running_head() -> None:
    assert second_page((30, "Experience"), (45, "Forester"), (200, "2019")) == ["Experience", "Forester", "2019"]
