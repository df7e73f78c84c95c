"""What the entries of one section have in common tells what is no entry of it."""

import pytest

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts

BUYER, CLERK = "Buyer, Acme Tools Inc.\t2015 – 2020", "Clerk, Harbor Foods LLC\t2012 – 2015"
BOTH = [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]


@pytest.mark.parametrize(
    "text",
    [
        Line("Shop of the year of the Northern Chamber of Trade, 2017"),
        Line("Prize of the Chamber\t2017", bold=True),
    ],
)
def test_a_lone_year_among_periods_is_text(text: Line) -> None:
    assert posts(BUYER, text, CLERK) == BOTH


@pytest.mark.parametrize("porter", ["Porter, Lumen Ltd, 2011", "2011\tPorter, Lumen Ltd"])
def test_a_lone_year_where_the_periods_stand_is_a_date(porter: str) -> None:
    assert posts(BUYER, "• Bought.", CLERK, "• Filed.", porter, "• Carried.") == [*BOTH, ("Porter", "Lumen Ltd")]


@pytest.mark.parametrize(
    "item",
    [
        "• Harbour Tender 2016 – 2018",
        "• Best Manager 2017",
        "• Tool Buyer since 2016",
        "• Support for the manager 2016 – 2018",
        "• Manager 2016 – 2018 of Two Shops",
    ],
)
def test_dated_items_below_dated_headers_are_text(item: str) -> None:
    assert posts(BUYER, "• Bought.", item) == BOTH[:1]


def test_a_short_line_with_its_year_in_another_place_is_text() -> None:
    rows = ["2015 – 2020\tBuyer, Acme Tools Inc.", "A second shop, 2017", "2012 – 2015\tClerk, Harbor Foods LLC"]

    assert posts(*rows) == BOTH


def test_positions_behind_bullets_below_a_dated_employer() -> None:
    assert posts("Acme Tools Inc.\t2010 – 2020", "• Senior Buyer 2015 – 2020", "• Clerk 2010 – 2015") == [
        ("Senior Buyer", "Acme Tools Inc."),
        ("Clerk", "Acme Tools Inc."),
    ]


@pytest.mark.parametrize(("first", "second"), [("1. ", "2. "), ("3.1 ", "3.2 "), ("(a) ", "(b) "), ("i) ", "ii) ")])
def test_numbered_employers_above_labelled_rows(first: str, second: str) -> None:
    found = posts(
        f"{first}Acme Tools of Springfield", "Position held: Buyer", "Period: 2015 – 2020", "• Bought.",
        f"{second}Harbor Foods", "Position held: Clerk", "Period: 2012 – 2015", "• Filed.",
    )  # fmt: skip

    assert found == [("Buyer", "Acme Tools of Springfield"), ("Clerk", "Harbor Foods")]


def test_a_row_about_pay_between_labelled_rows_parts_no_header() -> None:
    found = posts("Position: Buyer", "Salary: 40,000", "Employer: Acme Tools", "Period: 2015 – 2020", "• Bought.")

    assert found == [("Buyer", "Acme Tools")]


def test_pay_and_superiors_between_the_employer_and_its_period() -> None:
    found = jobs(
        "Buyer", "Acme Tools Inc.", "2000 River Rd, Springfield, OH 44501", "Salary: 40,000", "Supervisor: Jane Doe", "2015 – 2020", "Bought all that was for sale.",
        "Clerk", "Harbor Foods LLC", "1980 N. Main Street, Springfield, OH 44501", "Salary: 30,000", "Supervisor: John Roe", "2012 – 2015",
    )  # fmt: skip

    assert [(title, company, start) for title, company, _, start, _ in found] == [
        ("Buyer", "Acme Tools Inc.", "2015"),
        ("Clerk", "Harbor Foods LLC", "2012"),
    ]


def test_hours_behind_a_period_name_nobody() -> None:
    assert posts("Buyer", "Acme Tools Inc.", "2015 – 2020, 40 hours/week") == BOTH[:1]
