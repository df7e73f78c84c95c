"""Confidence falls where something speaks against a value, and stays a probability."""

from dataclasses import replace
from datetime import date

import pytest

from resume_parser import Document, ParsedResume, parse
from resume_parser.confidence import calibrate
from resume_parser.confidence.clues import Clues
from resume_parser.document import Line
from resume_parser.parse import parse_raw

TODAY = date(2026, 1, 1)
TEXT = """Ines Calloway
ines.calloway@example.com | +44 20 7946 0958
Experience
Payroll Officer\tMar 2019 – Present
Northgate Foods Ltd
• Ran the monthly payroll.
Payroll Clerk\tJan 2015 – Feb 2019
Harbour Lane Bakery Ltd
• Kept the time sheets.
Education
BA in Accounting, University of Leeds, 2014
Skills
Sage, Excel, Payroll"""
DOCUMENT = Document(tuple(map(Line, TEXT.splitlines())), "text/plain")


def seen(parsed: ParsedResume, document: Document = DOCUMENT) -> dict[str, list[Clues]]:
    """The clues of each field's values."""
    clues: dict[str, list[Clues]] = {}

    def keep(field: str, own: Clues) -> float:
        clues.setdefault(field, []).append(own)
        return 0.5

    calibrate(parsed, document, keep)
    return clues


def test_every_value_gets_a_probability() -> None:
    parsed = parse(DOCUMENT, TODAY)
    jobs = [
        found for job in parsed.work_experience for found in (job.company, job.job_title, job.start_date, job.end_date)
    ]

    assert all(found is not None and 0 < found.confidence < 1 for found in (parsed.full_name, parsed.email, *jobs))
    assert all(0 < skill.name.confidence < 1 for skill in parsed.skills)


def test_a_judge_sees_each_value_once() -> None:
    clues = seen(parse_raw(DOCUMENT, TODAY))

    assert [len(clues[field]) for field in ("full_name", "work_experience.company", "skills")] == [1, 2, 3]
    assert clues["work_experience.company"][0]["legal form"] == 1
    assert clues["education.degree"][0]["degree word"] == 1


@pytest.mark.parametrize(
    ("change", "clue"),
    [
        (lambda job: replace(job, company=None), "no company"),
        (lambda job: replace(job, start_date=None, end_date=None), "no dates"),
        (lambda job: replace(job, end_date=replace(job.end_date, value="2018")), "reversed"),
        (lambda job: replace(job, start_date=replace(job.start_date, value="2001-03")), "out of order"),
        (lambda job: replace(job, job_title=replace(job.job_title, lines=(4,)), company=replace(job.company, lines=(3,))), "unusual order"),
    ],
)  # fmt: skip
def test_what_is_odd_about_an_entry_is_a_clue(change: object, clue: str) -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    first, second = parsed.work_experience
    odd = replace(parsed, work_experience=(change(first), second, second, second))  # type: ignore[operator]

    before = seen(replace(parsed, work_experience=(first, second, second, second)))
    assert before["work_experience.job_title"][0][clue] == 0
    assert seen(odd)["work_experience.job_title"][0][clue] == 1


def test_what_is_left_on_a_line_is_a_clue() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    longer = replace(
        DOCUMENT, lines=tuple(replace(line, text=line.text + (" and much more") * (row == 4)) for row, line in enumerate(DOCUMENT.lines))
    )  # fmt: skip
    plain, left = (seen(parsed, document)["work_experience.company"][0]["leftover"] for document in (DOCUMENT, longer))

    assert plain < 0.05 < left


def test_a_value_cut_at_a_separator_with_words_behind_it_is_a_clue() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    longer = replace(DOCUMENT, lines=tuple(replace(line, text=line.text.replace("Clerk\t", "Clerk, Night Shift\t")) for line in DOCUMENT.lines))  # fmt: skip
    plain, cut = (seen(parsed, document)["work_experience.job_title"][1] for document in (DOCUMENT, longer))

    assert (plain["cut at a separator"], plain["parted from words"]) == (0, 0)
    assert (cut["cut at a separator"], cut["parted from words"]) == (1, 1)


def test_a_place_beside_a_value_does_not_count_as_words_left() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    longer = replace(DOCUMENT, lines=tuple(replace(line, text=line.text.replace("Foods Ltd", "Foods Ltd, London")) for line in DOCUMENT.lines))  # fmt: skip
    clues = seen(parsed, longer)["work_experience.company"][0]

    assert clues["words behind"] == 1
    assert clues["words beside that are no place"] == 0


def test_an_entry_unlike_the_others_is_a_clue() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    first, second = parsed.work_experience
    odd = replace(first, job_title=replace(first.job_title, lines=(6,)))

    same = seen(replace(parsed, work_experience=(first, second, second, second)))["work_experience.company"]
    mixed = seen(replace(parsed, work_experience=(odd, second, second, second)))["work_experience.company"]
    assert same[0]["unlike the others"] == 0
    assert mixed[0]["unlike the others"] == 1


def test_a_level_alone_with_words_left_beside_it_is_a_clue() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    study = parsed.education[0]
    cut = replace(parsed, education=(replace(study, degree=replace(study.degree, value="BA")),))

    assert seen(parsed)["education.degree"][0]["bare degree beside words"] == 0
    assert seen(cut)["education.degree"][0]["bare degree beside words"] == 1


def test_a_skill_cut_between_words_is_a_clue_against_the_whole_list() -> None:
    parsed = parse_raw(DOCUMENT, TODAY)
    spaced = replace(DOCUMENT, lines=(*DOCUMENT.lines[:-1], Line("Sage Excel, Payroll")))
    sage, _, payroll = seen(parsed, spaced)["skills"]

    assert (sage["cut between words"], payroll["cut between words"]) == (1, 0)
    assert payroll["others between words"] == 1


def test_a_half_without_weights() -> None:
    from resume_parser.confidence.weights import probability_of

    assert probability_of("no such field", {"raw": 3.0}) == 0.5
