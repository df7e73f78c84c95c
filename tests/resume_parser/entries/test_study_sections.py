"""Education sections as a whole: which rows make an entry, and what of them is the degree."""

import pytest

from resume_parser import Line
from tests.resume_parser.entries.read_entries import studies


def bold(text: str, gap: float = 0.0) -> Line:
    return Line(text, bold=True, gap=gap)


def test_one_school_below_two_degrees_is_that_of_both() -> None:
    found = studies(
        "Bachelor of Engineering in Hydraulics", "2012–2015", "Master of Engineering in Hydraulics", "2015–2017",
        "Technical University of Teasel", "Department of Water",
    )  # fmt: skip

    assert found == [
        ("Bachelor of Engineering in Hydraulics", "Technical University of Teasel", "2015"),
        ("Master of Engineering in Hydraulics", "Technical University of Teasel", "2017"),
    ]


def test_one_school_above_two_degrees_is_that_of_both() -> None:
    found = studies(
        bold("University of Teasel"), "Master of Law\t2014 - 2016", "Bachelor of Arts in History\t2010 - 2013"
    )

    assert [entry[1] for entry in found] == ["University of Teasel"] * 2


def test_level_and_field_on_two_rows_are_one_degree() -> None:
    found = studies(bold("Rowan University"), "PhD", "Plant Genetics", "2012 – 2016")

    assert found == [("PhD, Plant Genetics", "Rowan University", "2016")]


def test_a_field_above_its_level_stands_behind_it() -> None:
    found = studies(bold("2011 — 2014"), bold("Teasel University"), "Marine Biology", "Bachelor")

    assert found == [("Bachelor, Marine Biology", "Teasel University", "2014")]


@pytest.mark.parametrize(
    "degree",
    [
        "Master of Science - M.Sc. - Food Technology",
        "Master's Degree - Town Planning - Housing, Transport and Water",
        "Diploma - Fashion, Textiles and Pattern Cutting",
        "Accounting - Tax Accounting",
        "Bachelor, Archive Studies • Paper Care",
    ],
)
def test_a_row_beside_that_of_the_school_is_the_degree_as_printed(degree: str) -> None:
    assert studies("Brook Quay Institute", "2008 - 2012", degree) == [(degree, "Brook Quay Institute", "2012")]


def test_an_entry_without_a_degree_word_keeps_its_own_date() -> None:
    found = studies(
        "Executive Program in Harbour Management        2022", "Teasel Ross Executive Education",
        Line("Bachelor of Science in Packaging", gap=1.0), "Hill View University, Boston, MA",
    )  # fmt: skip

    assert found == [
        ("Executive Program in Harbour Management", "Teasel Ross Executive Education", "2022"),
        ("Bachelor of Science in Packaging", "Hill View University", None),
    ]


def test_schools_that_no_word_marks_stand_where_the_others_do() -> None:
    found = studies(
        "Stanmore",
        "MSc, Computer Science",
        "Sep 2012 - Jun 2014",
        "Kingsholt",
        "BSc, Mathematics",
        "Sep 2009 - Jun 2012",
    )

    assert [entry[1] for entry in found] == ["Stanmore", "Kingsholt"]


def test_the_campus_of_a_state_university_is_of_its_name() -> None:
    found = studies(bold("University of California, Berkeley"), "B.A., Biology\t2010 - 2014")

    assert found == [("B.A., Biology", "University of California, Berkeley", "2014")]


def test_courses_below_their_heading_are_no_entries() -> None:
    found = studies(
        bold("Teasel University"), "MSc Botany", "2012 – 2014", "Subjects", "Mosses and Ferns", "Seeds",
        bold("Rowan College", gap=0.8), "BSc Botany", "2009 – 2012",
    )  # fmt: skip

    assert [entry[:2] for entry in found] == [("MSc Botany", "Teasel University"), ("BSc Botany", "Rowan College")]


def test_a_wrapped_school_is_put_together() -> None:
    found = studies("Bachelor of Engineering", "Universidade Estadual", "do Vale Verde", "2007")

    assert found == [("Bachelor of Engineering", "Universidade Estadual do Vale Verde", "2007")]


def test_how_it_was_studied_is_no_part_of_the_degree() -> None:
    found = studies("Master of Arts (part-time), Hill View University, 2014")

    assert found == [("Master of Arts", "Hill View University", "2014")]
