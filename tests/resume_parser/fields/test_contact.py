"""Name, e-mail, phone and profile, where others' stand near."""

from datetime import date
from typing import Any

import pytest

from resume_parser import Document, Line, parse


def record(*lines: Line | str) -> dict[str, Any]:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
    return parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Curriculum Vitae", "Jane van der Berg"], "Jane van der Berg"),
        (["Jane Doe, RN, BSN"], "Jane Doe"),
        (["Dr. Jane Doe | Cardiologist"], "Jane Doe"),
        (["JANE DOE"], "JANE DOE"),
        (["Name: Jane Doe", "Nationality: Kenyan"], "Jane Doe"),
        ([Line("Jane", size=2.2), Line("Doe", size=2.2), "Engineer"], "Jane Doe"),
        (["DOE, Jane"], "Jane DOE"),
    ],
)
def test_name(lines: list[Line | str], name: str) -> None:
    assert record(*lines)["full_name"] == name


def test_referees_are_left_alone() -> None:
    found = record("Jane Doe", "jane@example.org", "References", "Dr. Ann Lee, ann@example.com, +44 20 7946 0018")

    assert (found["email"], found["phone_number"]) == ("jane@example.org", None)


def test_email_and_profile_broken_over_lines() -> None:
    found = record("Jane Doe", "jane.doe.the.second@", "example.org", "linkedin.com/in/", "jane-doe")

    assert found["email"] == "jane.doe.the.second@example.org"
    assert found["linkedin_url"] == "https://www.linkedin.com/in/jane-doe"


def test_profile_behind_a_link_only() -> None:
    found = record("Jane Doe", Line("LinkedIn", links=("https://linkedin.com/in/jane-doe?x=1",)))

    assert found["linkedin_url"] == "https://www.linkedin.com/in/jane-doe"


def test_company_page_is_no_profile() -> None:
    assert record("Jane Doe", "linkedin.com/company/acme")["linkedin_url"] is None


def test_mobile_before_office_never_fax() -> None:
    found = record("Jane Doe", "Fax: +44 20 7946 0011", "Tel: +44 20 7946 0018", "Mobile: +44 7700 900123")

    assert (found["phone_number"], found["phone_e164"]) == ("+44 7700 900123", "+447700900123")
