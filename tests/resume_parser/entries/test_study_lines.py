"""Education entries of one line, and those told as a sentence."""

import pytest

from tests.resume_parser.entries.read_entries import studies

Entry = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        (
            "Bachelor of Arts , Art History 2010 University of Teasel , Leeds , UK 3.69 GPA and further marks of the last year",
            ("Bachelor of Arts, Art History", "University of Teasel", "2010"),
        ),
        (
            "Bachelor of Science : Ceramics , 2005 Rowan University － Tulsa , OK Ceramics With Distinction",
            ("Bachelor of Science: Ceramics", "Rowan University", "2005"),
        ),
        (
            "Diploma Fashion, Textiles and Pattern Cutting at Brook Quay Institute\t2012 - 2014",
            ("Diploma Fashion, Textiles and Pattern Cutting", "Brook Quay Institute", "2014"),
        ),
        (
            "Graduated as M.Sc. Marine Ecology - University of Teasel\t2016 / 04",
            ("M.Sc. Marine Ecology", "University of Teasel", "2016-04"),
        ),
        ("A-Levels @ Brook Coast College\t2012 - 2014", ("A-Levels", "Brook Coast College", "2014")),
        ("B Sc passed from Teasel University in 2014.", ("B Sc", "Teasel University", "2014")),
        ("PhD, Department of Physics, University of Teasel, 2010", ("PhD", "University of Teasel", "2010")),
        (
            "Ocean Science, Visiting Student, University of Rowan Harbour\t2013",
            ("Visiting Student, Ocean Science", "University of Rowan Harbour", "2013"),
        ),
    ],
)
def test_a_line_is_read_whole(row: str, entry: Entry) -> None:
    assert studies(row) == [entry]


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        ("Teasel University: Visual Communication, Diploma, 2016", "Diploma, Visual Communication"),
        ("Teasel University: Hedge Laying, Diploma, 2016", "Diploma, Hedge Laying"),
        ("Teasel University: Ceramics (MA), 2016 (magna cum laude)", "Ceramics (MA)"),
        (
            "Teasel University – Software Engineering, Master of Science, 2016",
            "Master of Science, Software Engineering",
        ),
        ("Teasel University – Harbour Operations (M.Sc.), 2016 (Grade: 1.7)", "Harbour Operations (M.Sc.)"),
        (
            "Teasel University – International Commercial Law, Master of Laws, 2016",
            "Master of Laws, International Commercial Law",
        ),
        ("Teasel University: Ceramics, MA, 2016 (Upper Second Class (2:1))", "MA, Ceramics"),
        ("Teasel University – Leeds, BSc Zoology, 2016", "BSc Zoology"),
    ],
)
def test_a_field_between_school_and_degree_is_of_the_degree(row: str, entry: str) -> None:
    assert studies(row) == [(entry, "Teasel University", "2016")]


@pytest.mark.parametrize("school", ["Queen's University Leeds", "Université Rowan III – Jean Pasteur"])
@pytest.mark.parametrize("mark", [": ", " – "])
def test_what_parts_school_and_degree_ends_the_name(school: str, mark: str) -> None:
    assert studies(f"{school}{mark}BSc, Software Engineering, 2016") == [("BSc, Software Engineering", school, "2016")]


@pytest.mark.parametrize(
    ("row", "degree"),
    [
        ("Accounting and Finance (MBA)", "Accounting and Finance (MBA)"),
        ("Accounting and Finance, Bachelor of Commerce", "Bachelor of Commerce, Accounting and Finance"),
    ],
)
def test_a_field_that_ends_in_ing_is_nothing_done(row: str, degree: str) -> None:
    assert studies(row, "Teasel University", "2016") == [(degree, "Teasel University", "2016")]


def test_bullets_without_dates_are_entries_where_no_plain_row_is() -> None:
    found = studies(
        "• B Sc passed from Teasel University.", "• Currently Pursuing M.Com (Banking) From Lotus College Jaipur."
    )

    assert found == [("B Sc", "Teasel University", None), ("M.Com (Banking)", "Lotus College", None)]


def test_a_sentence_names_its_school_first() -> None:
    found = studies(
        "I graduated from the University of Teasel in 2014 with a Bachelor's degree in Civil Engineering.",
        "I obtained my Diploma in Surveying from Brook Technical College in 2009.",
    )

    assert found == [
        ("Bachelor's degree in Civil Engineering", "University of Teasel", "2014"),
        ("Diploma in Surveying", "Brook Technical College", "2009"),
    ]


def test_a_row_that_begins_with_at_holds_the_school() -> None:
    found = studies("Bachelors in Botany", "at The University of Northern Teasel", "Oct 2011 - Jun 2014")

    assert found == [("Bachelors in Botany", "The University of Northern Teasel", "2014-06")]


def test_entering_and_leaving_one_school_is_one_entry() -> None:
    found = studies("2009\t4\tEntered Rowan High School", "2012\t3\tGraduated from Rowan High School")

    assert found == [(None, "Rowan High School", "2012-03")]


def test_the_remark_about_a_term_elsewhere_opens_no_entry() -> None:
    found = studies(
        "BSc Botany, Hill View University\t2009 – 2012",
        "• Exchange semester at Teasel University in Denmark, 2011",
        "MSc Botany, Hill View University\t2012 – 2014",
    )

    assert [entry[0] for entry in found] == ["BSc Botany", "MSc Botany"]
