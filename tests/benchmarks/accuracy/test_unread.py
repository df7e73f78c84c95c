"""The measure of what is said to be missed, on an invented resume."""

import random
from datetime import date

import pytest

from benchmarks.accuracy.damage import DAMAGES
from benchmarks.accuracy.unread import Told, figures, tell
from resume_parser import Document, Field, Line, ParsedResume, WorkExperience, parse
from resume_parser.record import Unread

TEXT = """Ottilie Vandermeer
ottilie@example.com
Experience
Welder, Northgate Steel Ltd
2018 - 2021
Driver, Pellworm Haulage Ltd
2014 - 2017
"""
DOCUMENT = Document(tuple(Line(line) for line in TEXT.splitlines()), "text/plain")
TRUTH = {
    "education": [],
    "work_experience": [
        {"company": ["Northgate Steel Ltd"], "job_title": ["Welder"], "start_date": ["2018"], "end_date": ["2021"]},
        {"company": ["Pellworm Haulage Ltd"], "job_title": ["Driver"], "start_date": ["2014"], "end_date": ["2017"]},
    ],
}
WELDER = WorkExperience(Field("Northgate Steel Ltd", 0.9, (3,)), Field("Welder", 0.9, (3,)))


def test_a_missed_job_is_told_by_a_report_at_its_lines() -> None:
    parsed = ParsedResume(work_experience=(WELDER,), unread=(Unread("job", (5, 6)),))
    assert tell(parsed, DOCUMENT, TRUTH) == Told(missed=1, reported=1, unsure=0, reports=1)


def test_a_report_elsewhere_tells_nothing() -> None:
    parsed = ParsedResume(work_experience=(WELDER,), unread=(Unread("job", (0,)),))
    assert tell(parsed, DOCUMENT, TRUTH).reported == 0


def test_a_job_with_both_names_wrong_is_told_by_low_confidence() -> None:
    wrong = WorkExperience(
        Field("2014", 0.3, (6,)), Field("Haulage", 0.9, (5,)), Field("2014", 0.9), Field("2017", 0.9)
    )
    assert tell(ParsedResume(work_experience=(WELDER, wrong)), DOCUMENT, TRUTH).unsure == 1


def test_shares() -> None:
    told = [Told(2, 1, 0, 1), Told(0, 0, 0, 1), Told(0, 0, 0, 0)]
    assert figures(told) == {"missed": 2, "right": 2, "reported": 0.5, "unsure": 0.0, "told": 0.5, "false": 0.5}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_changes_the_document_and_never_breaks_the_parser(name: str) -> None:
    damaged = DAMAGES[name](DOCUMENT, random.Random(1))
    assert damaged != DOCUMENT
    parse(damaged, date(2026, 11, 1))
