"""Stored resumes parsed again."""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

import resume_parser
from db.engine import session_scope
from resume_parser import Document, Field, ParsedResume
from services import backfill, ingestion
from services.backfill import Selection, reparse_page
from tests.factories import ResumeFactory


def rows() -> list[Any]:
    with session_scope() as session:
        return list(session.execute(text("SELECT * FROM resumes ORDER BY id")))


def people() -> list[str]:
    with session_scope() as session:
        return list(session.execute(text("SELECT full_name FROM candidates ORDER BY id")).scalars())


def content(number: int) -> bytes:
    return f"Ada Example\nada{number}@example.com\nSkills\nPython, Go\n".encode()


@pytest.fixture
def stored(make_resume: ResumeFactory) -> list[int]:
    resume_ids = [make_resume(content(number))[0] for number in range(5)]
    for resume_id in resume_ids:
        ingestion.process_one(resume_id)
    return resume_ids


@pytest.fixture
def newer_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that finds another name."""
    whole = resume_parser.parse

    def parse(document: Document, today: date) -> ParsedResume:
        parsed = whole(document, today)
        return ParsedResume(full_name=Field("Grace Newname", 0.9), email=parsed.email, skills=parsed.skills)

    monkeypatch.setattr("resume_parser.PARSER_VERSION", "9.10.0")
    monkeypatch.setattr(
        "resume_parser.parse_batch", lambda documents, today: [parse(each, today) for each in documents]
    )


def test_what_comes_out_as_it_was_is_left(stored: list[int]) -> None:
    before = rows()
    progress = reparse_page(Selection(), after=0)
    assert (progress.counts["unchanged"], progress.is_done) == (5, True)
    assert rows() == before


def test_what_changed_gets_into_its_candidate(stored: list[int], newer_parser: None) -> None:
    assert reparse_page(Selection(), after=0).counts["updated"] == 5
    assert people() == ["Grace Newname"] * 5
    assert {row.parser_version for row in rows()} == {"9.10.0"}
    assert {row.extracted_data["full_name"] for row in rows()} == {"Grace Newname"}


def test_nothing_right_is_taken_away(stored: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resume_parser.parse_batch", lambda documents, today: [ParsedResume() for _ in documents])
    assert reparse_page(Selection(), after=0).counts["kept"] == 5
    assert people() == ["Ada Example"] * 5
    assert {row.upload_status for row in rows()} == {"completed"}


def test_one_that_needed_a_person_may_need_none_any_more(
    make_resume: ResumeFactory, request: pytest.FixtureRequest
) -> None:
    resume_id, _ = make_resume(b"ada@example.com\n")
    ingestion.process_one(resume_id)
    assert rows()[0].upload_status == "needs_review"
    request.getfixturevalue("newer_parser")
    reparse_page(Selection(), after=0)
    (row,) = rows()
    assert (row.upload_status, row.status_reason) == ("completed", None)
    assert row.candidate_id is not None


def test_pages_follow_each_other(stored: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backfill, "PAGE_SIZE", 2)
    after, seen = 0, 0
    while not (progress := reparse_page(Selection(), after)).is_done:
        after, seen = progress.after, seen + progress.counts["unchanged"]
    assert seen + progress.counts["unchanged"] == 5


def test_shards_are_disjoint_and_leave_nothing_out(stored: list[int]) -> None:
    counts = [reparse_page(Selection(shard=shard, shards=3), after=0).counts.get("unchanged", 0) for shard in range(3)]
    assert sum(counts) == 5
    assert max(counts) < 5


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(), 5),
        (Selection(since=datetime.now(UTC) + timedelta(days=1)), 0),
        (Selection(since=datetime.now(UTC) - timedelta(days=1)), 5),
        (Selection(older_than="99.0.0"), 5),
        (Selection(older_than="0.0.1"), 0),
        (Selection(older_than=resume_parser.PARSER_VERSION), 0),
    ],
)
def test_filters(stored: list[int], selection: Selection, count: int) -> None:
    assert backfill.count_left(selection) == count


def test_versions_are_compared_as_numbers(stored: list[int]) -> None:
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET parser_version = '1.9.0'"))
    assert backfill.count_left(Selection(older_than="1.10.0")) == 5


def test_only_what_is_asked_for(stored: list[int]) -> None:
    assert backfill.count_left(Selection(resume_ids=stored[:2])) == 2


def test_one_that_breaks_the_parser_does_not_end_it(stored: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = resume_parser.parse

    def parse(document: Document, today: date) -> ParsedResume:
        if "ada3@" in document.raw_text:
            raise ZeroDivisionError
        return whole(document, today)

    monkeypatch.setattr(sys.modules["resume_parser.parse"], "parse", parse)
    counts = reparse_page(Selection(), after=0).counts
    assert (counts["unchanged"], counts["failed"]) == (4, 1)
