"""An employer whose line gives the time of all positions below it."""

import pytest

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts

LUMEN = Line("Lumen\t2010 – 2020", bold=True)
BOTH = [("Head Buyer", "Lumen"), ("Clerk", "Lumen")]


def test_positions_have_their_own_times_and_the_employer() -> None:
    assert jobs(LUMEN, "Head Buyer\t2015 – 2020", "• Led.", "Clerk\t2010 – 2015", "• Filed.") == [
        ("Head Buyer", "Lumen", None, "2015", "2020"),
        ("Clerk", "Lumen", None, "2010", "2015"),
    ]


@pytest.mark.parametrize(
    ("whole", "later", "earlier"),
    [
        ("2010 – 2020", "May 2015 – Dec 2020", "Jan 2010 – May 2015"),
        ("Mar 2010 – Dec 2020", "2015 – 2020", "2010 – 2015"),
        ("2010 – present", "2015 – present", "2010 – 2015"),
    ],
)
def test_periods_are_compared_at_the_coarser_precision(whole: str, later: str, earlier: str) -> None:
    head = Line(f"Lumen\t{whole}", bold=True)

    assert posts(head, f"Lamp Whisperer\t{later}", "• Lit.", f"Clerk\t{earlier}", "• Filed.") == [
        ("Lamp Whisperer", "Lumen"),
        ("Clerk", "Lumen"),
    ]


def test_a_line_about_the_employer_is_allowed() -> None:
    assert (
        posts(
            LUMEN,
            "The firm makes lamps for half of the north.",
            "Head Buyer\t2015 – 2020",
            "• Led.",
            "Clerk\t2010 – 2015",
        )
        == BOTH
    )


def test_what_begins_the_line_is_the_employer_whatever_its_words() -> None:
    magazine = Line("Manager Magazine\t2010 – 2020", bold=True)

    assert posts(magazine, "Head Buyer\t2015 – 2020", "• Led.", "Clerk\t2010 – 2015", "• Filed.") == [
        ("Head Buyer", "Manager Magazine"),
        ("Clerk", "Manager Magazine"),
    ]


def test_names_below_are_titles_whatever_their_words() -> None:
    assert posts(LUMEN, "Lamp Whisperer\t2015 – 2020", "• Lit.", "Keeper of Lights\t2010 – 2015", "• Lit.") == [
        ("Lamp Whisperer", "Lumen"),
        ("Keeper of Lights", "Lumen"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (Line("Lumen\t2010 – 2020", bold=True), "• Sold lamps.", "Clerk, Harbor Foods LLC\t2010 – 2015"),
        (Line("Lumen\t2010 – 2020", bold=True), "Clerk, Harbor Foods LLC\t2009 – 2015"),
        (Line("Lumen\t2010 – 2020", bold=True), "Clerk, Harbor Foods LLC\t2015 – present"),
        (Line("Lumen\t2010 – 2020", bold=True), Line("Harbor Foods LLC\t2010 – 2015", bold=True)),
        (Line("Buyer, Lumen\t2010 – 2020", bold=True), "Clerk, Harbor Foods LLC\t2010 – 2015"),
    ],
    ids=["described", "begun before", "ended later", "alike", "a job itself"],
)
def test_an_entry_of_its_own_is_no_heading(rows: tuple[Line | str, ...]) -> None:
    companies = [company for _, company in posts(*rows)]

    assert companies == ["Lumen", "Harbor Foods LLC"]
