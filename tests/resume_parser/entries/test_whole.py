"""Titles and employers as they are printed, whatever separators stand in them."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, posts


@pytest.mark.parametrize(
    "title",
    [
        "Head Gardener - Walled Garden",
        "Systems Analyst / Tech Lead / Scrum Master",
        "Sr. Lift Engineer | Crew Lead",
        "Sales Clerk, Hardware",
        "Sales Manager – North and East",
        "Buyer (Freelance, Part-time)",
        "Nurse (trainee)",
    ],
)
def test_a_title_on_a_row_of_its_own_is_whole(title: str) -> None:
    found = posts("Tarn & Bell Ltd", f"{title}\t2016 – 2019", "• Kept the books.")

    assert found == [(title, "Tarn & Bell Ltd")]


@pytest.mark.parametrize(
    "company",
    [
        "Meadow / Thornfield",
        "Copper Lane - Eastmoor Dance Company",
        "First Light: Lamps for Schools",
        "Corrigan Mills, Inc. (now part of Uptide)",
        "Vividha Consulting (Diversijob)",
    ],
)
def test_a_company_on_a_row_of_its_own_is_whole(company: str) -> None:
    assert posts(company, "Buyer\t2016 – 2019", "• Bought.") == [("Buyer", company)]


@pytest.mark.parametrize("beside", ["Leeds, UK", "Leeds"])
@pytest.mark.parametrize("separator", [" – ", " | ", ", "])
def test_the_place_beside_a_name_is_no_part_of_it(beside: str, separator: str) -> None:
    assert jobs(f"Tarn & Bell Ltd{separator}{beside}", "Buyer\t2016 – 2019", "• Bought.")[0][:3] == (
        "Buyer",
        "Tarn & Bell Ltd",
        beside,
    )


@pytest.mark.parametrize("note", ["Full-time", "12 employees", "tarnbell.example"])
def test_a_note_beside_a_name_is_no_part_of_it(note: str) -> None:
    assert posts("Tarn & Bell Ltd", f"Buyer · {note}\t2016 – 2019", "• Bought.")[0][0] == "Buyer"
    assert posts(f"Tarn & Bell Ltd – {note}", "Buyer\t2016 – 2019", "• Bought.")[0][1] == "Tarn & Bell Ltd"


def test_the_team_between_title_and_employer_belongs_to_the_title() -> None:
    assert posts("Vice President, Operations, Tarn Foods Ltd\t2016 – 2019") == [
        ("Vice President, Operations", "Tarn Foods Ltd")
    ]
