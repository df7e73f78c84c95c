"""Text from the right: what a page shows, as it is read."""

import pytest

from resume_parser.readers.right_to_left import in_written_order, logical_order


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("םולש", "שלום"),
        ("0177 555 50 971+ :ףלט", "טלף: +971 50 555 0177"),
        ("054-555-0177 :ףלט", "טלף: 054-555-0177"),
        ("a.b@c.example :ל", "ל: a.b@c.example"),
        ("MS Excel 365 םע", "עם MS Excel 365"),
        ("2018 – 2015 ,הרבח", "חברה, 2015 – 2018"),
        ("2015 – 2018 ,הרבח", "חברה, 2015 – 2018"),
    ],
)
def test_line_from_the_right(shown: str, read: str) -> None:
    characters = [{"c": sign, "bbox": (5.0 * place, 0.0, 5.0 * place + 5, 10.0)} for place, sign in enumerate(shown)]

    assert logical_order(characters) == read


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("0177 555 79 962+", "+962 79 555 0177"),
        ("+962 79 555 0177", "+962 79 555 0177"),
        ("12/2018 – 03/2015", "03/2015 – 12/2018"),
        ("079 555 0177", "079 555 0177"),
        ("5177 555 079", "079 555 5177"),
    ],
)
def test_groups_of_figures(found: str, written: str) -> None:
    assert in_written_order(found) == written
