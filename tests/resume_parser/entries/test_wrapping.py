"""Lines that go on with the text above them, told by margins, unfinished phrases and looks."""

import pytest

from resume_parser import Line
from resume_parser.entries.wrapping import Margins, continues, runs_on
from resume_parser.sections.section import Row
from tests.resume_parser.entries.read_entries import posts

FULL = "• Looked after all the tools of the north and cut the costs of stock"
BUYER, CLERK = "Buyer, Acme Tools Inc.\t2015 – 2020", "Clerk, Harbor Foods LLC\t2012 – 2015"
BOTH = [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]


def on_page(text: str, right: float, **look: float) -> Row:
    return Row(0, Line(text, box=(50.0, 100.0, right, 112.0), **look))


def plain(text: str, **look: float) -> Row:
    return Row(0, Line(text, **look))


@pytest.mark.parametrize(
    ("right", "word", "no_room"), [(498.0, "2017", True), (430.0, "2017", False), (430.0, "Responsibilities", True)]
)
def test_room_left_at_the_margin(right: float, word: str, no_room: bool) -> None:
    line = on_page("Kept the stock of tools and lamps in order for the whole year", right)
    margins = Margins([on_page("The longest line of the section", 500.0), line])

    assert margins.has_no_room(line.line, word) is no_room


def test_a_short_line_is_not_broken_by_the_margin() -> None:
    line = on_page("Kept stock", 500.0)

    assert not Margins([line]).has_no_room(line.line, "2017")


@pytest.mark.parametrize(("longest", "no_room"), [(70, True), (40, False), (150, False)])
def test_text_broken_by_hand_has_lines_of_some_length(longest: int, no_room: bool) -> None:
    rows = [plain("x" * longest), plain("x" * (longest - 3))]

    assert Margins(rows).has_no_room(rows[1].line, "2017") is no_room


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Moved the stock to the new hall in", "2017 and cut the costs."),
        ("Opened shops,", "Lagos in 2017"),
        ("Sold lamps (with tools", "Lumen until 2017)"),
        ("Kept the stock", "and sold it in 2017"),
        ("Ran the harbour project from", "2016 – 2018 with two clerks"),
    ],
)
def test_an_unfinished_phrase_runs_on(above: str, text: str) -> None:
    assert runs_on(plain(above), plain(text), text, Margins([]))


@pytest.mark.parametrize(("text", "goes_on"), [("Lumen until 2017", True), ("2016 – 2018", False)])
def test_a_line_without_room_runs_on_unless_a_lone_period_follows(text: str, goes_on: bool) -> None:
    above = on_page("Kept the stock of tools and lamps in order", 500.0)
    below = on_page(text, 300.0)

    assert runs_on(above, below, text, Margins([above, below])) is goes_on


@pytest.mark.parametrize(
    ("above", "text", "look"),
    [
        ("Kept the stock", "Clerk, Lumen, 2012", {}),
        ("Kept the stock of", "2012 – 2015 Clerk", {}),
        ("Kept the stock of", "Lumen in 2012", {"gap": 0.6}),
        ("Kept the stock of", "Lumen in 2012", {"bold": True}),
        ("Kept the stock of", "Lumen in 2012", {"size": 1.2}),
        ("Kept the stock of", "Lumen in 2012", {"column": 1}),
    ],
)
def test_a_new_beginning_does_not_run_on(above: str, text: str, look: dict[str, float]) -> None:
    assert not runs_on(plain(above), plain(text, **look), text, Margins([]))


@pytest.mark.parametrize(
    ("above", "text", "goes_on"),
    [
        ("Kept the stock", "of tools", True),
        ("Kept the stock", "& sold tools", True),
        ("Kept the stock and", "Sold tools", True),
        ("Kept the stock", "Sold tools", False),
        ("Kept the stock of all the tools and lamps in order for the North", "Sea branch", True),
        ("Kept the stock of all the tools and lamps in order for the North.", "Sea branch", False),
    ],
)
def test_a_row_without_a_date_goes_on_with_less(above: str, text: str, goes_on: bool) -> None:
    assert continues(plain(above), above, False, plain(text), text) is goes_on


@pytest.mark.parametrize(
    ("above", "wrapped"),
    [
        ("• Moved the whole stock to the new hall by the harbour in", "2017 and cut the costs of storage."),
        (FULL, "Lumen 2016 – 2018, too"),
        ("• Sold lamps and tools to shops (in the north until", "2017, Lagos too)"),
    ],
)
def test_years_in_wrapped_bullets_are_no_jobs(above: str, wrapped: str) -> None:
    other = "• Sold lamps, tools and paint to the shops of the old harbour and to"
    assert posts(BUYER, other, "some others.", above, wrapped, "• Sold.", CLERK, "• Filed.") == BOTH


def test_one_long_line_is_no_margin() -> None:
    about = "Shop of lamps and tools for all of the north and the old harbour"
    assert posts(BUYER, about, CLERK) == BOTH
