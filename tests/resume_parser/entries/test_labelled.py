"""Rows and columns that say what they hold."""

import pytest

from resume_parser.entries.labelled import (
    is_client,
    names_projects,
    read_labels,
    read_table_row,
    says_what_happened,
)
from resume_parser.entries.told import read_sentence
from resume_parser.vocabulary.labels import BOARD, DATE
from tests.resume_parser.entries.read_entries import jobs, posts, studies


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Employer: Lumen", (("Lumen", "COMPANY"),)),
        ("Employer: Lumen\tPosition: Buyer", (("Lumen", "COMPANY"), ("Buyer", "TITLE"))),
        ("Position\t:\tBuyer", (("Buyer", "TITLE"),)),
        ("Position :\tBuyer", (("Buyer", "TITLE"),)),
        ("Lumen\tPosition: Buyer", (("Lumen", None), ("Buyer", "TITLE"))),
        ("Position:", (("", "TITLE"),)),
        ("Award: Nurse of the Year", ()),
        ("To: Lumen", ()),
        ("Buyer at Lumen", ()),
        ("Tools: Python", ()),
    ],
)
def test_cells_of_a_labelled_row(row: str, cells: tuple[tuple[str, str | None], ...]) -> None:
    assert read_labels(row) == cells


@pytest.mark.parametrize(
    ("row", "columns", "cells"),
    [
        ("Lumen\tBuyer\t2015 – 2020", ("COMPANY", "TITLE", DATE), (("Lumen", "COMPANY"), ("Buyer", "TITLE"))),
        ("HSC\tState Board", ("DEGREE", BOARD), (("HSC", "DEGREE"), ("State Board", "SCHOOL"))),
        (
            "HSC\tHill View\tState Board",
            ("DEGREE", "SCHOOL", BOARD),
            (("HSC", "DEGREE"), ("Hill View", "SCHOOL")),
        ),
        ("Lumen\t\t2015 – 2020", ("COMPANY", "TITLE", DATE), (("Lumen", "COMPANY"),)),
        ("Lumen\tBuyer", ("COMPANY", "TITLE", DATE), ()),
    ],
)
def test_a_row_by_its_columns(row: str, columns: tuple[str, ...], cells: tuple[tuple[str, str], ...]) -> None:
    assert read_table_row(row, columns) == cells


@pytest.mark.parametrize(
    "told",
    [
        "Worked as a Quality Inspector in Lakeside Foods, Chennai",
        "I have been working as Quality Inspector with Lakeside Foods, Chennai.",
        "Presently employed as the Quality Inspector at Lakeside Foods, Chennai\tfrom",
        "Worked with Lakeside Foods, Chennai as a Quality Inspector.",
    ],
)
def test_a_job_told_as_a_sentence(told: str) -> None:
    assert sorted(read_sentence(told)) == [("Lakeside Foods, Chennai", "COMPANY"), ("Quality Inspector", "TITLE")]


def test_another_sentence_tells_no_job() -> None:
    assert read_sentence("A shop where I worked as a Clerk in Chennai") == ()


@pytest.mark.parametrize(
    ("row", "happened"),
    [
        ("Position: Buyer", False),
        ("Salary: 40,000", True),
        (f"Role: {'kept the stock of all the tools and ' * 3}helped", True),
    ],
)
def test_rows_about_the_work_are_no_header(row: str, happened: bool) -> None:
    assert says_what_happened(read_labels(row)) is happened


def test_clients_of_projects() -> None:
    assert is_client("Client: Harbor Bank")
    assert not is_client("Clients served: 40")
    assert names_projects(["Buyer", "Project: Portal"])
    assert not names_projects(["Buyer", "Ran the project"])


def test_a_label_outweighs_what_the_words_look_like() -> None:
    assert posts("Position: Harbor Bank", "Employer: Plant Fitter", "Period: 2015 – 2019") == [
        ("Harbor Bank", "Plant Fitter")
    ]


def test_a_labelled_employer_with_its_place() -> None:
    assert jobs("Position\t:\tFitter", "Employer\t:\tSunrise, Utrecht, Netherlands", "Duration\t:\t2015 – 2019") == [
        ("Fitter", "Sunrise", "Utrecht, Netherlands", "2015", "2019")
    ]


def test_a_board_is_the_school_only_where_none_else_is_named() -> None:
    assert studies("Qualification\tBoard\tYear", "HSC\tNorthern State\t2009") == [("HSC", "Northern State", "2009")]
    assert studies("Qualification\tBoard\tSchool\tYear", "HSC\tNorthern State\tHill View\t2009") == [
        ("HSC", "Hill View", "2009")
    ]


def test_a_row_of_nothing_but_gaps_and_colons_is_read_at_once() -> None:
    assert read_labels("x" + "\t" * 20_000 + ":" + "\t" * 20_000 + "x") == ()
    assert read_labels("a: b " * 5_000) == ()
