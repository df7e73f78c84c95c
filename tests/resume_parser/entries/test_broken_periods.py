"""Periods whose two ends stand on two rows."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, studies


@pytest.mark.parametrize(
    "broken",
    [
        ["MSc Physics, Hill View University (2021 –", "2023, part-time)"],
        ["MSc Physics, Hill View University (2021", "– 2023)"],
    ],
)
def test_a_period_closed_on_the_next_line(broken: list[str]) -> None:
    assert studies(*broken, "BSc Physics, Oakvale University (2018 – 2021)") == [
        ("MSc Physics", "Hill View University", "2023"),
        ("BSc Physics", "Oakvale University", "2021"),
    ]


def test_a_month_parted_from_its_period() -> None:
    assert jobs("Teacher, Oakvale School, Leeds Sep", "2018 – present", "• Taught.") == [
        ("Teacher", "Oakvale School", "Leeds", "2018-09", "present")
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            ("May 2016 –\tWard Nurse", "April 2019\tMercy Hospital"),
            ("Ward Nurse", "Mercy Hospital", None, "2016-05", "2019-04"),
        ),
        (
            ("Enero de 2016 - Febrero\tGerocultora", "de 2019\tClínica Los Olmos S.L."),
            ("Gerocultora", "Clínica Los Olmos S.L.", None, "2016-01", "2019-02"),
        ),
        (
            ("De 03/2018 até o\tTécnica de enfermagem", "momento\tHospital Santa Rita"),
            ("Técnica de enfermagem", "Hospital Santa Rita", None, "2018-03", "present"),
        ),
    ],
)
def test_a_period_that_its_narrow_column_broke(rows: tuple[str, ...], found: tuple[str | None, ...]) -> None:
    assert jobs(*rows) == [found]


def test_names_of_columns_are_no_part_of_the_period_below() -> None:
    head = "From\tTo\tPost\tMinistry / Department"
    rows = ["16.03.2020\tPresent\tWorks Officer\tJabatan Perairan", "01.07.2015\t15.03.2020\tClerk\tPejabat Tanah"]

    assert [(title, company, start, end) for title, company, _, start, end in jobs(head, *rows)] == [
        ("Works Officer", "Jabatan Perairan", "2020-03-16", "present"),
        ("Clerk", "Pejabat Tanah", "2015-07-01", "2020-03-15"),
    ]
