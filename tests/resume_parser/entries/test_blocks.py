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


def test_dates_in_a_column_of_their_own_go_to_the_entries_beside_them() -> None:
    dates = [Line(text, column=1) for text in ("10.2020 – present", "03.2014 – 09.2020")]
    texts = [
        Line("Chief Accountant", bold=True, column=2), Line("Dairy Podlas Ltd, Leeds", column=2),
        Line("Accountant", bold=True, column=2), Line("Sawmill Knysz Ltd", column=2), Line("Stock lists of the yard and of two shops.", column=2),
    ]  # fmt: skip

    found = jobs(*dates, *texts)

    assert [(title, company, start) for title, company, _, start, _ in found] == [
        ("Chief Accountant", "Dairy Podlas Ltd", "2020-10"),
        ("Accountant", "Sawmill Knysz Ltd", "2014-03"),
    ]
