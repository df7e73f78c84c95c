"""Degrees, their fields and their schools."""

from datetime import date

import pytest

from resume_parser import Document, Line, parse
from tests.resume_parser.entries.read_entries import studies


@pytest.mark.parametrize(
    ("row", "degree"),
    [
        ("BSc – Blue Rivers – Hill View University, 2010", "BSc – Blue Rivers"),
        ("BSc\tHill View University\tBlue Rivers\t2010", "BSc"),
    ],
)
def test_a_bare_degree_takes_the_field_beside_it(row: str, degree: str) -> None:
    assert studies(row) == [(degree, "Hill View University", "2010")]


def lists(schools: list[str], degrees: list[str]) -> list[tuple[str | None, str | None, str | None]]:
    lines = tuple(map(Line, ["Education", *schools, "Qualifications", *degrees]))
    record = parse(Document(tuple(lines), "text/plain"), date(2026, 1, 1)).to_record()
    return [(entry["degree"], entry["institution"], entry["end_date"]) for entry in record["education"]]


def test_degrees_listed_apart_go_to_the_schools_of_their_years() -> None:
    schools = ["Hill View University\t2009 – 2012", "Green Valley College\t2006 – 2008"]

    assert lists(schools, ["Diploma in Nursing\t2008", "BSc Physics\t2012"]) == [
        ("BSc Physics", "Hill View University", "2012"),
        ("Diploma in Nursing", "Green Valley College", "2008"),
    ]


def test_two_degrees_of_one_year_go_to_one_school_each() -> None:
    schools = ["Hill View University\t2012", "Green Valley College\t2012"]

    assert lists(schools, ["BSc Physics\t2012", "Diploma in Nursing\t2012"]) == [
        ("BSc Physics", "Hill View University", "2012"),
        ("Diploma in Nursing", "Green Valley College", "2012"),
    ]


def test_a_degree_of_another_year_stays_by_itself() -> None:
    assert lists(["Hill View University\t2012"], ["Diploma in Nursing\t2008"]) == [
        (None, "Hill View University", "2012"),
        ("Diploma in Nursing", None, "2008"),
    ]


def test_a_school_with_a_degree_of_its_own_takes_no_other() -> None:
    assert lists(["BSc Physics, Hill View University\t2012"], ["Diploma in Nursing\t2012"]) == [
        ("BSc Physics", "Hill View University", "2012"),
        ("Diploma in Nursing", None, "2012"),
    ]
