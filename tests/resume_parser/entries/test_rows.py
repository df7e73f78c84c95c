"""Which rows are headers, and which are text, of tables or of projects."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, posts, studies

BUYER, CLERK = "Buyer, Acme Tools Inc.\t2015 – 2020", "Clerk, Harbor Foods LLC\t2012 – 2015"
BOTH = [("Buyer", "Acme Tools Inc."), ("Clerk", "Harbor Foods LLC")]


def test_a_table_of_jobs() -> None:
    assert jobs(
        "Organisation\tDesignation\tPeriod", "Baker\tLumen Guide\t2015 – 2019", "Rivers\tFitter\t2011 – 2015"
    ) == [
        ("Lumen Guide", "Baker", None, "2015", "2019"),
        ("Fitter", "Rivers", None, "2011", "2015"),
    ]


@pytest.mark.parametrize("columns", ["Dates\tPosition\tEmployer", "Period\tPosition\tEmployer"])
def test_the_first_row_of_a_table_stays_below_its_columns(columns: str) -> None:
    assert jobs(columns, "2015 – 2019\tBaker\tSunrise", "2011 – 2015\tFitter\tLumen") == [
        ("Baker", "Sunrise", None, "2015", "2019"),
        ("Fitter", "Lumen", None, "2011", "2015"),
    ]


def test_column_names_that_end_in_a_phrase_take_in_no_row() -> None:
    assert posts("Position\tEmployer\tDates from and to", "Baker\tSunrise\t2015 – 2019") == [("Baker", "Sunrise")]


def test_a_table_of_degrees() -> None:
    found = studies(
        "Degree\tInstitute\tBoard\tYear\tPercentage",
        "B.Com\tHill View\tNorthern University\t2012\t71%",
        "Class XII\tGreen Valley\tState Board\t2009\t80%",
    )

    assert found == [("B.Com", "Hill View", "2012"), ("Class XII", "Green Valley", "2009")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm has been a family shop at the port since 1950.",
        "Led the move of stock to Lumen Ltd, 2016 – 2018",
        "Clients: Northern Bank Ltd, 2016 – 2018",
    ],
)
def test_text_with_a_year_opens_no_entry(text: str) -> None:
    assert posts(BUYER, text, CLERK) == BOTH


def test_a_line_that_goes_on_with_a_bullet_heads_no_entry() -> None:
    found = posts(BUYER, "• Kept the stock", "& sold lamps for Lumen Ltd", "2012 – 2015", "Clerk")

    assert found == [("Buyer", "Acme Tools Inc."), ("Clerk", None)]


def test_since_at_the_edge_of_a_few_words_is_a_period() -> None:
    assert jobs("Buyer, Acme Tools Inc., since 2015", "• Buys.") == [
        ("Buyer", "Acme Tools Inc.", None, "2015", "present")
    ]


def test_positions_behind_bullets_and_what_was_done_between_them() -> None:
    buyer, clerk = "• Buyer, Acme Tools Inc., 2015 – 2020", "• Clerk, Harbor Foods LLC, 2012 – 2015"

    assert posts(buyer, "• Won the harbour tender of 2016 – 2018", clerk) == BOTH


def test_prose_behind_the_names_on_a_header_is_no_obstacle() -> None:
    told = "Part of a team that looked after all the tools and the whole stock of the northern region"

    assert posts(f"Buyer, Lumen Holdings. {told}\t2015 – 2020") == [("Buyer", "Lumen Holdings")]


def test_a_year_between_a_degree_and_its_school() -> None:
    assert studies("Diploma in Nursing 2010 Green Valley College") == [
        ("Diploma in Nursing", "Green Valley College", "2010")
    ]


def test_a_long_degree_without_a_date_is_no_text() -> None:
    degree = "Bachelor of Science in the history and philosophy of the natural sciences"

    assert studies("Hill View University\t2010", degree) == [(degree, "Hill View University", "2010")]


def test_a_job_told_as_a_sentence() -> None:
    told = "Worked as a Quality Inspector in Lakeside Foods, Chennai from Jan 2015 to Mar 2019."

    assert jobs(told) == [("Quality Inspector", "Lakeside Foods", "Chennai", "2015-01", "2019-03")]


def test_clients_of_projects_are_no_employers() -> None:
    found = posts(BUYER, "Project: Portal", "Client: Northern Bank\t2016 – 2017", "• Built.")

    assert found == [("Buyer", "Acme Tools Inc.")]


def test_clients_without_projects_are_employers() -> None:
    assert jobs("Client: Northern Bank, Boston, MA\t2016 – 2017", "Role: Java Developer", "Environment: Java") == [
        ("Java Developer", "Northern Bank", "Boston, MA", "2016", "2017")
    ]
