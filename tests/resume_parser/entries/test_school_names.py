"""Where a school's name begins and ends."""

import pytest

from resume_parser.entries.school_names import find_school, names_school
from resume_parser.entries.studies import names_degree


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Bachelor of Arts Economics Hill View University", "Hill View University"),
        ("MSc, The University of Northern Teasel", "The University of Northern Teasel"),
        ("Diploma from Rowan Institute of Technology, Leeds", "Rowan Institute of Technology"),
        ("BSc, Brook College - Institute of Applied Arts", "Brook College - Institute of Applied Arts"),
        ("BA, Queen's College London, UK", "Queen's College London"),
        ("M.Com From Lotus College Jaipur", "Lotus College"),
        ("Master, School of Design, Hill View University", "School of Design, Hill View University"),
        ("MBA – Fundação Vale Verde (FGV), Campinas", "Fundação Vale Verde (FGV"),
        ("MASTER’S DEGREE IN LINGUISTICS Teasel University", "Teasel University"),
        ("BSc, Rowan Tech University Health Sciences Center", "Rowan Tech University Health Sciences Center"),
        ("Certificate III in Cookery, TAFE Teasel", "TAFE Teasel"),
        ("High School Diploma", None),
        ("MD, Bethesda", None),
    ],
)
def test_a_school_is_found_whole_and_alone(text: str, school: str | None) -> None:
    found = find_school(text)

    assert (text[slice(*found)] if found else None) == school


def test_a_high_school_with_a_name_is_a_school_and_no_degree() -> None:
    assert names_school("Rowan Hill High School")
    assert not names_degree("Rowan Hill High School")
    assert names_degree("High School")


def test_a_state_is_no_degree() -> None:
    assert not names_degree("Hill View University, Boston, MA")
    assert names_degree("MA, Hill View University")
