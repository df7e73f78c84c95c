"""Jobs out of header lines whose parts only the whole section tells apart."""

from datetime import date

import pytest

from resume_parser import Document, Line, parse


def jobs(*lines: Line | str) -> list[tuple[str | None, ...]]:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in ("Experience", *lines))
    record = parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()
    keys = ("job_title", "company", "location", "start_date", "end_date")
    return [tuple(entry[key] for key in keys) for entry in record["work_experience"]]


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
