"""Names take in what is left over beside them, and leave what stands for itself."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, studies


@pytest.mark.parametrize(
    ("employer", "company"),
    [
        ("Lumen, Garden & Tools", "Lumen, Garden & Tools"),
        ("Department of Roads, Lumen County Council", "Department of Roads, Lumen County Council"),
        ("Lumen, Pumps and Valves", "Lumen, Pumps and Valves"),
        ("Lumen, North Wing", "Lumen"),
    ],
)
def test_employer(employer: str, company: str) -> None:
    assert jobs("Clerk\t2015 – 2020", employer)[0][1] == company


@pytest.mark.parametrize(
    ("written", "school"),
    [
        ("University of Lagos, Akoka", "University of Lagos, Akoka"),
        ("Department of Zoology, Hill View University", "Hill View University"),
        ("Hill View University, Marsh End", "Hill View University"),
    ],
)
def test_school(written: str, school: str) -> None:
    assert studies("BSc Zoology\t2010", written) == [("BSc Zoology", school, "2010")]


@pytest.mark.parametrize(
    ("written", "title", "company"),
    [
        ("Audit Trainee, later Audit Senior, Okafor & Co.", "Audit Trainee, later Audit Senior", "Okafor & Co."),
        ("Audit Trainee (later Audit Senior), Okafor & Co.", "Audit Trainee (later Audit Senior)", "Okafor & Co."),
        ("Buyer, then Wizard, Lumen", "Buyer, then Wizard", "Lumen"),
    ],
)
def test_title(written: str, title: str, company: str) -> None:
    assert jobs(f"{written}\t2015 – 2020", "• Worked.")[0][:2] == (title, company)


@pytest.mark.parametrize("place", ["Protein Lab", "Eye Centre", "Oakvale School"])
def test_a_place_of_work_is_no_part_of_the_title(place: str) -> None:
    assert jobs(f"Research Assistant, {place}\t2015 – 2020", "Hill View University")[0][0] == "Research Assistant"


@pytest.mark.parametrize("degree", ["Master of Science in Physics (MSc)", "Certificate in Education (PGCE)"])
def test_a_degree_keeps_its_short_form(degree: str) -> None:
    assert studies(f"{degree}, Hill View University\t2015") == [(degree, "Hill View University", "2015")]


def test_a_note_in_brackets_is_no_short_form() -> None:
    assert studies("Master of Science in Physics (evenings), Hill View University\t2015") == [
        ("Master of Science in Physics", "Hill View University", "2015")
    ]


def test_the_university_employs_and_not_its_department() -> None:
    assert jobs("Lecturer, Department of Roads, Lumen University\t2015 – 2020")[0][1] == "Lumen University"


def test_a_street_is_no_part_of_the_employer() -> None:
    assert (
        jobs("Nurse", "Spitalul Municipal Sf. Elena, Bd. Portului 100\t2015 – 2020")[0][1]
        == "Spitalul Municipal Sf. Elena"
    )
