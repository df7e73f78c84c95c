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
