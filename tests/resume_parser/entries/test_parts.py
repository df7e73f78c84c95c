"""Where a header is cut."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, posts, studies


@pytest.mark.parametrize(
    ("header", "title", "company"),
    [
        ("Developer @ bluebird", "Developer", "bluebird"),
        ("Buyer | at Lumen", "Buyer", "Lumen"),
        ("Buyer – with Lumen", "Buyer", "Lumen"),
        ("Server / Host, Blue Door Inc.", "Server / Host", "Blue Door Inc."),
        ("Server / Blue Door Inc.", "Server", "Blue Door Inc."),
        ("Lecturer / Hill View University", "Lecturer", "Hill View University"),
        ("Buyer, Lumen Holdings. Part of a team", "Buyer", "Lumen Holdings"),
        ("Buyer, Blue Door, Inc.", "Buyer", "Blue Door, Inc."),
        ("Buyer, Blue Door, Ltd., Lagos", "Buyer", "Blue Door, Ltd."),
        ("Reporter at the Fjord Courier", "Reporter", "Fjord Courier"),
        ("Redakteurin bei der Fjord-Zeitung", "Redakteurin", "Fjord-Zeitung"),
        ("Driver for Lumen Haulage Ltd", "Driver", "Lumen Haulage Ltd"),
        ("Cashier with the Lumen Group LLC", "Cashier", "Lumen Group LLC"),
        ("Manager for Northern Sales, Lumen Inc.", "Manager for Northern Sales", "Lumen Inc."),
    ],
)
def test_title_and_employer_on_one_line(header: str, title: str, company: str) -> None:
    assert posts(f"{header}\t2015 – 2020") == [(title, company)]


def test_a_slash_before_a_place_joins_no_titles() -> None:
    assert jobs("Server / Boston / Blue Door Inc.\t2015 – 2020") == [
        ("Server", "Blue Door Inc.", "Boston", "2015", "2020")
    ]


@pytest.mark.parametrize(
    "row", ["BSc Physics from Hill View University, 2010", "BSc Physics at Hill View University, 2010"]
)
def test_a_degree_from_a_school(row: str) -> None:
    assert studies(row) == [("BSc Physics", "Hill View University", "2010")]


@pytest.mark.parametrize(
    ("employer", "company", "location"),
    [
        ("Sunrise, Utrecht, Netherlands", "Sunrise", "Utrecht, Netherlands"),
        ("Sunrise (Utrecht)", "Sunrise", "Utrecht"),
    ],
)
def test_a_labelled_cell_may_end_with_a_place(employer: str, company: str, location: str) -> None:
    assert jobs("Position: Fitter", f"Employer: {employer}", "2015 – 2019")[0][1:3] == (company, location)


def test_a_labelled_degree_is_not_cut() -> None:
    assert studies("Degree: Bachelor of Arts, Theology, Rivers", "School: Hill View", "Year: 2010") == [
        ("Bachelor of Arts, Theology, Rivers", "Hill View", "2010")
    ]


def test_what_stands_beside_a_label_is_cut_as_ever() -> None:
    assert posts("Buyer, Acme Tools Inc.\tLocation: Boston, MA", "2015 – 2019") == [("Buyer", "Acme Tools Inc.")]


@pytest.mark.parametrize(
    "line", ["Verkoper bij Fietsen De Wiel\t2019 – 2021", "Commessa presso Fietsen De Wiel\t2019 – 2021", "Verkäufer bei Fietsen De Wiel\t2019 – 2021"]
)  # fmt: skip
def test_at_in_other_languages(line: str) -> None:
    assert jobs(line)[0][:2] == (line.split()[0], "Fietsen De Wiel")


@pytest.mark.parametrize("employer", ["Lessing-Gymnasium", "Anne-Frank-Schule"])
def test_a_hyphen_before_a_word_of_schools_parts_no_place(employer: str) -> None:
    assert jobs("Lehrerin\t2019 – 2021", f"{employer}, Stuttgart")[0][1:3] == (employer, "Stuttgart")
