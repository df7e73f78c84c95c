"""Words that name what stands beside or below them."""

import pytest

from resume_parser.vocabulary.labels import BOARD, DATE, OTHER, kind_of_label, read_columns


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Employer", "COMPANY"),
        ("Name & Address of Employer", "COMPANY"),
        ("Position / Title", "TITLE"),
        ("Position and Title", "TITLE"),
        ("DESIGNATION", "TITLE"),
        ("Dates (from – to)", DATE),
        ("Year of Passing", DATE),
        ("Board/University", BOARD),
        ("Hours per week", OTHER),
        ("%", OTHER),
        ("#", OTHER),
        ("Functie en taken", "TITLE"),
        ("Poste et missions", "TITLE"),
        ("Ministry / Department", "COMPANY"),
        ("Employer / Position", None),
        ("Python", None),
        ("", None),
    ],
)
def test_what_a_label_announces(label: str, kind: str | None) -> None:
    assert kind_of_label(label) == kind


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("Organisation\tDesignation\tPeriod", ("COMPANY", "TITLE", DATE)),
        ("Degree\tInstitute\tBoard\tYear\tPercentage", ("DEGREE", "SCHOOL", BOARD, DATE, OTHER)),
        ("Company\tPosition\tRemuneration", ("COMPANY", "TITLE", OTHER)),
        ("Company", ()),
        ("From\tTo\tPercentage", ()),
        ("Company\tPosition\tLumen\tBuyer", ()),
    ],
)
def test_column_names(row: str, columns: tuple[str, ...]) -> None:
    assert read_columns(row) == columns
