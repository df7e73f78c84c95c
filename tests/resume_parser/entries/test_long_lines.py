"""Lines that no resume has, but files do, must not hold the parser up."""

import time
from collections.abc import Callable

import pytest

from resume_parser.entries.degree import tidy_degree
from resume_parser.entries.studies import find_studies
from resume_parser.values.dates import find_dates

LENGTH = 8000
AT_MOST = 2.0
"""Seconds of processor time: several times what it takes, and a fraction of what it took in square time."""


@pytest.mark.parametrize(
    ("read", "piece"), [(find_studies, "Bachelor of "), (tidy_degree, "-"), (tidy_degree, ". "), (find_dates, "2019 ")]
)
def test_time_grows_with_the_length(read: Callable[[str], object], piece: str) -> None:
    text = "BSc Law " + piece * (LENGTH // len(piece))
    started = time.process_time()

    read(text)

    assert time.process_time() - started < AT_MOST
