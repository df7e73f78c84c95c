"""Pages whose left column holds the headings of sections."""

import pytest

from resume_parser.layout.fragment import Fragment
from tests.resume_parser.layout.fragments import LONG, at, column, read

LOOSE = 18.0


def loosely(x: float, y: float, *texts: str) -> list[Fragment]:
    return [at(x, y + LOOSE * number, text) for number, text in enumerate(texts)]


def entry(x: float, y: float, title: str) -> list[Fragment]:
    return [at(x, y, title, bold=True), *loosely(x, y + LOOSE, LONG[:60], LONG[:50])]


def test_plain_headings_that_wrap_are_known_by_their_words() -> None:
    page = [at(150, 50, "Ana Duarte", 24)]
    for top, first, second in (
        (100, "Persönliche", "Angaben"),
        (170, "Beruflicher", "Werdegang"),
        (240, "Studium und", "Schule"),
    ):
        page += [at(50, top, first, 9), at(50, top + 11, second, 9), *column(170, top, LONG[:70], LONG[:70], "so on")]

    text = read(page)

    assert text[1::4] == ["Persönliche Angaben", "Beruflicher Werdegang", "Studium und Schule"]


@pytest.mark.parametrize("lower", [0.0, 3.0])
def test_headings_with_dates_among_them_or_at_half_the_height_of_their_section(lower: float) -> None:
    page = [
        at(250, 50, "Ana Duarte", 20),
        at(50, 139, "Contact", 10),
        *loosely(200, 130, "ana@example.org, the quickest way of all", "+351 21 555 0100"),
        at(50, 190 + lower, "Work Experience", 10),
        at(50, 208 + lower, "2018 to Present", 8, bold=True),
        *entry(200, 190, "Mate, Fjord Ferries"),
        at(50, 260 + lower, "2013 to 2017", 8, bold=True),
        *entry(200, 260, "Cook, Bolt Hotels"),
        at(50, 330 + lower, "Education", 10),
        at(50, 348 + lower, "2009 to 2012", 8, bold=True),
        *entry(200, 330, "Harbour College"),
        at(50, 409, "Languages", 10),
        *loosely(200, 400, "Portuguese as my mother taught it", "English"),
    ]

    text = read(page)

    assert [text[index] for index in (1, 4, 5, 8, 11, 12, 15)] == [
        "Contact",
        "Work Experience", "2018 to Present\tMate, Fjord Ferries", "2013 to 2017\tCook, Bolt Hotels",
        "Education", "2009 to 2012\tHarbour College",
        "Languages",
    ]  # fmt: skip
