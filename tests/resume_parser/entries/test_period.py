"""The period of an entry, from the dates on all of its header's rows."""

import pytest

from tests.resume_parser.entries.read_entries import entries_of, jobs


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        (["Buyer, Lumen Ltd\t2015 – 2020"], ("2015", "2020")),
        (["Jan 2015", "Mar 2020", "Buyer, Lumen Ltd"], ("2015-01", "2020-03")),
        (["Mar 2020", "Jan 2015", "Buyer, Lumen Ltd"], ("2015-01", "2020-03")),
        (["Buyer, Lumen Ltd\t2015 –"], ("2015", "present")),
        (["Buyer, Lumen Ltd\t2018–\tBoston, MA"], ("2018", "present")),
        (["Buyer, Lumen Ltd\tMay 2015"], ("2015-05", "2015-05")),
        (["Apr 2015", "2015", "Buyer, Lumen Ltd"], ("2015-04", "2015")),
        (["2016", "Apr 2015", "Buyer, Lumen Ltd"], ("2015-04", "2016")),
    ],
)
def test_of_a_job(rows: list[str], period: tuple[str, str]) -> None:
    ((*_, start, end),) = jobs(*rows, "• Bought.")

    assert (start, end) == period


def test_the_only_date_of_a_school_is_its_end() -> None:
    found = entries_of("Education", ["BSc Physics, Hill View University\tMay 2015"], "education", "start_date end_date")

    assert found == [(None, "2015-05")]
