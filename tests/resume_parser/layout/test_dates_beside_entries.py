"""Dates and places in a column of their own stand on the rows that they belong to."""

from resume_parser.layout.fragment import Fragment
from tests.resume_parser.layout.fragments import LEADING, LONG, at, column, read


def test_dates_on_the_left_stand_on_the_first_row_of_their_entry() -> None:
    page = []
    for number in range(3):
        top = 100 + 60 * number
        page += [at(40, top, f"201{number} - 201{number + 1}"), at(150, top, f"Job {number}", bold=True)]
        page += column(150, top + LEADING, LONG[:70], "and so on")
    assert read(page)[::3] == ["2010 - 2011\tJob 0", "2011 - 2012\tJob 1", "2012 - 2013\tJob 2"]


def test_dates_at_half_the_height_of_their_entry_stand_on_its_first_row() -> None:
    page = []
    for number in range(3):
        top = 100 + 80 * number
        page += [at(40, top + 1.5 * LEADING, f"201{number} - 201{number + 1}")]
        page += column(150, top, f"Job {number}", LONG[:70], LONG[:70], "and so on")
    assert read(page)[::4] == ["2010 - 2011\tJob 0", "2011 - 2012\tJob 1", "2012 - 2013\tJob 2"]


def flush_right(y: float, text: str, size: float = 10.0) -> Fragment:
    return at(550 - 0.5 * size * len(text), y, text, size)


def test_places_and_dates_set_flush_right_stand_on_their_rows() -> None:
    page = [
        at(40, 100, "Porto Business School", 11, bold=True), flush_right(100, "Porto", 11),
        at(40, 114, "Master of Accounting"), flush_right(114, "2014 - 2016"),
        at(40, 130, "University of Leeds", 11, bold=True), flush_right(130, "Leeds, England", 11),
        at(40, 144, "Bachelor of Arts in History"), flush_right(144, "Sept. 2010 - June 2013"),
    ]  # fmt: skip
    assert read(page) == [
        "Porto Business School\tPorto", "Master of Accounting\t2014 - 2016",
        "University of Leeds\tLeeds, England", "Bachelor of Arts in History\tSept. 2010 - June 2013",
    ]  # fmt: skip


def test_dates_alone_on_the_left_stand_on_the_rows_beside_them() -> None:
    dates = [at(40, 100, "2020 - 2023"), at(40, 114, "Summer 2021"), at(40, 128, "2016 - 2018"), at(40, 156, "2014")]
    jobs = column(150, 100, "Clerk, Porto", "Baker, Leeds", "Keeper of accounts and other", "books, Oslo", "Cook, Rome")
    assert read([*dates, *jobs]) == [
        "2020 - 2023\tClerk, Porto", "Summer 2021\tBaker, Leeds", "2016 - 2018\tKeeper of accounts and other",
        "books, Oslo", "2014\tCook, Rome",
    ]  # fmt: skip


def test_dates_with_places_under_them_stand_on_the_first_row_of_their_entry() -> None:
    page = []
    for number in range(4):
        top = 100 + 44 * number
        page += [at(40, top, f"201{number} - 201{number + 1}"), *[at(40, top + 9 * n, "Porto,", 7) for n in (1, 2, 3)]]
        page += [at(150, top, f"Job {number}", bold=True), *column(150, top + LEADING, f"• {LONG[:70]}", "and so on")]
    assert read(page)[::6] == [f"201{number} - 201{number + 1}\tJob {number}" for number in range(4)]


def test_a_place_under_a_date_does_not_part_a_broken_row() -> None:
    page = []
    for number in range(3):
        top = 100 + 60 * number
        page += [at(40, top, f"201{number} - 201{number + 1}"), at(40, top + 13, "Porto", 9)]
        page += [at(150, top, f"Master {number} of Accounting, School of Economics and", bold=True)]
        page += column(150, top + LEADING, "Environment, Porto", "• Thesis on order")
    assert read(page)[:3] == [
        "2010 - 2011\tMaster 0 of Accounting, School of Economics and", "Environment, Porto", "Porto",
    ]  # fmt: skip


def test_words_in_place_of_a_date_do_not_make_a_column() -> None:
    labels = [at(40, 100, "2008 -"), at(40, 128, "2003 - 2008"), at(40, 156, "1999 - 2001"), at(40, 170, "Summers")]
    taught = [LONG[:60], "and more", LONG[:57], "and so on", "Tutor, Oslo", "Schools in Leeds and Porto"]
    assert read([*labels, *column(150, 100, *taught)]) == [
        f"2008 -\t{taught[0]}", "and more", f"2003 - 2008\t{taught[2]}", "and so on",
        "1999 - 2001\tTutor, Oslo", "Summers\tSchools in Leeds and Porto",
    ]  # fmt: skip


def test_a_short_heading_among_dates_and_their_texts_does_not_make_columns() -> None:
    page = [at(40, 60, LONG)]
    for top in (100, 190):
        page.append(at(40, top, "Grants", 12))
        for number in range(4):
            y = top + 20 + LEADING * number
            page += [at(40, y, f"201{number} - 201{number + 1}"), at(150, y, f"Grant {number} of the council")]
    rows = [f"201{number} - 201{number + 1}\tGrant {number} of the council" for number in range(4)]
    assert read(page) == [LONG, "Grants", *rows, "Grants", *rows]


def test_a_period_broken_in_two_stands_on_the_first_row() -> None:
    page = []
    for number, first in enumerate(("05/2017 →", "Oct. 2013 – Mar.", "09/2010 -")):
        top = 100 + 60 * number
        page += [at(40, top, first), at(40, top + LEADING, f"201{number}")]
        page += [at(170, top, f"Employer {number}", bold=True), *column(170, top + LEADING, "Designer", LONG[:60])]
    assert read(page)[::3] == [
        "05/2017 → 2010\tEmployer 0", "Oct. 2013 – Mar. 2011\tEmployer 1", "09/2010 - 2012\tEmployer 2",
    ]  # fmt: skip


def test_a_date_beside_the_first_entry_under_a_heading_leaves_the_heading_out_of_its_row() -> None:
    page = [at(40, 50, "Ana Duarte", 24)]
    for top, heading, year in ((100, "Experience", 2015), (220, "Schooling", 2005)):
        page.append(at(140, top, heading, 12, bold=True))
        for number in range(2):
            line = top + 20 + 46 * number
            page += [at(60, line, str(year - 2 * number)), at(140, line, f"Baker {year}-{number}", bold=True)]
            page += [at(140, line + 13, "Mill and Sons of the North")]
    text = read(page)
    assert text[text.index("Schooling") + 1] == "2005\tBaker 2005-0"
