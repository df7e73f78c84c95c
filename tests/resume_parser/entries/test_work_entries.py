"""Jobs out of header lines whose parts only the whole section tells apart."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, posts


@pytest.mark.parametrize(
    "header",
    [
        ["Staff Nurse", "Mercy Hospital, Boston, MA", "Jan 2019 – Mar 2020"],
        ["Mercy Hospital, Boston, MA\tJan 2019 – Mar 2020", "Staff Nurse"],
        ["Staff Nurse at Mercy Hospital, Boston, MA (Jan 2019 – Mar 2020)"],
        ["Jan 2019 – Mar 2020", "Mercy Hospital | Staff Nurse | Boston, MA"],
        ["Jan 2019 –\tStaff Nurse", "Mar 2020\tMercy Hospital, Boston, MA"],
        ["Staff Nurse – Mercy Hospital, Boston, MA", "01/2019 to 03/2020 (1 yr 3 mos)"],
    ],
)
def test_roles_wherever_they_stand(header: list[str]) -> None:
    assert jobs(*header, "• Cared for patients.") == [
        ("Staff Nurse", "Mercy Hospital", "Boston, MA", "2019-01", "2020-03")
    ]


def test_a_plain_name_is_the_employer_because_its_slot_is() -> None:
    found = jobs(
        "Acme Tools Inc.\t2019 – 2020", "Buyer", "• Bought.", "Lumen\t2017 – 2019", "Planner", "• Planned.",
        "Harbor Foods LLC\t2015 – 2017", "Clerk", "• Filed.",
    )  # fmt: skip

    assert [company for _, company, *_ in found] == ["Acme Tools Inc.", "Lumen", "Harbor Foods LLC"]


def test_positions_share_the_company_above_them() -> None:
    found = jobs("Acme Tools Inc.", "Buyer\t2019 – 2020", "• Bought.", "Clerk\t2015 – 2019", "• Filed.")

    assert [(title, company) for title, company, *_ in found] == [
        ("Buyer", "Acme Tools Inc."),
        ("Clerk", "Acme Tools Inc."),
    ]


def test_dates_in_bullets_open_no_entries() -> None:
    assert len(jobs("Buyer, Acme Tools Inc.\t2015 – 2020", "• Won the tender of 2016 – 2018.", "• Saved 2017.")) == 1


@pytest.mark.parametrize("pause", ["Parental leave", "Sabbatical: by bicycle to Lisbon"])
def test_a_break_between_two_jobs_is_none(pause: str) -> None:
    found = posts("Buyer, Lumen Ltd\t2015 – 2020", f"{pause}\t2014 – 2015", "Clerk, Harbor Foods LLC\t2011 – 2014")

    assert found == [("Buyer", "Lumen Ltd"), ("Clerk", "Harbor Foods LLC")]


@pytest.mark.parametrize(
    "rows", [["Translator, Self-employed"], ["Translator", "Freelance"], ["Translator (Freelance)"]]
)
def test_self_employment_stands_for_the_employer(rows: list[str]) -> None:
    ((title, company),) = posts("2015 – 2020", *rows, "• Translated.")

    assert (title, company) in {("Translator", "Self-employed"), ("Translator", "Freelance")}


def test_a_longer_header_than_that_of_the_entry_above_takes_no_company_from_it() -> None:
    found = posts("Buyer, Lumen Ltd\t2015 – 2020", "• Bought.", "Clerk", "Boston, MA", "2011 – 2015", "• Filed.")

    assert found == [("Buyer", "Lumen Ltd"), ("Clerk", None)]
