"""Where one entry ends and the next begins."""

import pytest

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts


def bold(text: str, gap: float = 0.0) -> Line:
    return Line(text, bold=True, gap=gap)


def test_labelled_rows_below_the_date_are_of_the_header_however_many() -> None:
    found = jobs(
        "Buyer\t2015 – 2020", "Salary: 40,000", "Hours per week: 40", "Supervisor: Ann Lee", "Okay to contact: yes",
        "Employer: Lumen", "Location: Boston, MA", "• Bought.",
    )  # fmt: skip

    assert found == [("Buyer", "Lumen", "Boston, MA", "2015", "2020")]


def test_an_entry_without_a_date_opens_where_its_look_returns() -> None:
    found = posts(bold("Acme Tools Inc."), "Buyer\t2015 – 2020", bold("Harbor Foods LLC", gap=0.8), "Clerk")

    assert found == [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]


@pytest.mark.parametrize("gap", [0.0, 0.3])
def test_the_same_look_close_below_opens_none(gap: float) -> None:
    found = posts(bold("Acme Tools Inc."), "Buyer\t2015 – 2020", bold("Harbor Branch", gap=gap))

    assert found == [("Buyer", "Acme Tools Inc.")]


def test_an_entry_without_a_date_opens_after_text() -> None:
    found = posts(
        bold("Acme Tools Inc."), "Buyer\t2015 – 2020", "• Bought.", bold("Harbor Foods LLC"), "Clerk", "• Filed."
    )

    assert found == [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]
