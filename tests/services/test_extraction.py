"""Hostile documents in a batch: each has its exact outcome, and the honest ones complete."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

import pymupdf
import pytest
from sqlalchemy import text

from benchmarks.hostile import docx_bombs, pdf_bombs
from config import get_settings
from db import lanes
from db.engine import session_scope
from db.lanes import Lane, Unsent
from reading.process import ReadingProcess
from resume_parser.readers.ocr import is_available
from services import extraction, ingestion, one_by_one, recovery
from services.batch import Batch, Outcome
from tests.factories import RESUME_TEXT, ResumeFactory


def claimed(resume_ids: Sequence[int]) -> Batch:
    return ingestion.verify_hashes(ingestion.claim(resume_ids, uuid4()))


def run(resume_ids: Sequence[int]) -> list[Outcome]:
    batch = ingestion.validate(ingestion.parse(ingestion.extract(claimed(resume_ids))))
    return sorted(ingestion.persist(ingestion.deduplicate(batch)).outcomes, key=lambda outcome: outcome.resume_id)


def row(resume_id: int) -> Any:
    with session_scope() as session:
        return session.execute(text("SELECT * FROM resumes WHERE id = :id"), {"id": resume_id}).one()


def test_a_bomb_is_set_aside_and_in_its_own_run_judged_by_what_it_costs(make_resume: ResumeFactory) -> None:
    bomb, honest = make_resume(pdf_bombs.forms_within_forms())[0], make_resume()[0]
    assert run([bomb, honest]) == [Outcome(bomb, "set_aside", "took_too_long"), Outcome(honest, "completed")]
    aside = row(bomb)
    assert (aside.upload_status, aside.set_aside, aside.dispatch_alone) == ("pending", True, False)
    assert (aside.lease_until, aside.status_reason) == (None, "took_too_long")
    assert "in a run of its own" in aside.status_message
    with session_scope() as session:
        assert lanes.lock_unsent(session, Lane.SUSPECTS, 25) == [Unsent(bomb, alone=False)]

    assert run([bomb]) == [Outcome(bomb, "failed", "took_too_long")]
    assert "took longer than is allowed" in row(bomb).status_message


def test_what_need_not_be_read_to_be_judged_is_judged_in_the_ordinary_run(make_resume: ResumeFactory) -> None:
    reasons = {
        make_resume(docx_bombs.zip_bomb())[0]: "too_large",
        make_resume(docx_bombs.entities_within_entities())[0]: "corrupt",
        make_resume(docx_bombs.deep_elements())[0]: "too_large",
        make_resume(pdf_bombs.page_tree_in_a_circle())[0]: "corrupt",
        make_resume()[0]: None,
    }
    assert {outcome.resume_id: outcome.reason for outcome in run(list(reasons))} == reasons


@pytest.mark.skipif(not is_available(), reason="needs OCR")
def test_a_scan_is_set_aside_for_the_time_that_it_takes(make_resume: ResumeFactory) -> None:
    scan, _ = make_resume(pdf_bombs.picture_of(1_000))
    assert run([scan]) == [Outcome(scan, "set_aside", "needs_recognition")]
    assert run([scan]) == [Outcome(scan, "needs_review", "no_text")]


@pytest.mark.skipif(not is_available(), reason="needs OCR")
def test_each_page_of_a_scan_has_time_of_its_own(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_READ_SECONDS", "0.3")
    monkeypatch.setenv("INTAKE_READ_SECONDS_SMALL", "0.3")
    get_settings.cache_clear()
    scan, _ = make_resume(scanned(RESUME_TEXT, pages=2))
    assert ingestion.process_one(scan) == Outcome(scan, "completed")
    assert [finding["detail"] for finding in row(scan).findings if finding["code"] == "ocr_used"] == ["2 pages"]


def scanned(content: str, pages: int) -> bytes:
    """The same page again and again, as pictures."""
    with pymupdf.open() as typed, pymupdf.open() as scan:
        typed.new_page().insert_text((50, 80), content, fontsize=14)
        picture = typed[0].get_pixmap(dpi=150)
        for _ in range(pages):
            page = scan.new_page()
            page.insert_image(page.rect, pixmap=picture)
        return bytes(scan.tobytes(deflate=True))


def test_a_document_of_very_many_lines_is_parsed_in_a_run_of_its_own(make_resume: ResumeFactory) -> None:
    lines = "".join(f"Word number {number}\n" for number in range(get_settings().quick_lines))
    resume_id, _ = make_resume((RESUME_TEXT + lines).encode())
    assert run([resume_id]) == [Outcome(resume_id, "set_aside", "many_lines")]
    assert [outcome.status for outcome in run([resume_id])] != ["set_aside"]


def test_to_be_set_aside_costs_no_attempt(make_resume: ResumeFactory) -> None:
    tried, worn = make_resume()[0], make_resume()[0]
    most = get_settings().max_attempts
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET set_aside = true, attempts = :most"), {"most": most})
        session.execute(text("UPDATE resumes SET attempts = attempts + 1 WHERE id = :id"), {"id": worn})
    assert [outcome.reason for outcome in run([tried, worn])] == [None, "too_many_attempts"]


def test_to_be_set_aside_is_no_death(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET set_aside = true"))
    flow_run_id = uuid4()
    ingestion.claim([resume_id], flow_run_id)
    recovery.release_crashed_run(flow_run_id, None)
    assert row(resume_id).upload_status == "pending", "the first death is not the last"


def test_what_was_taken_over_meanwhile_is_not_set_aside(make_resume: ResumeFactory) -> None:
    bomb, _ = make_resume(pdf_bombs.forms_within_forms())
    slow = claimed([bomb])
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET lease_until = now() - interval '1 second'"))
    claimed([bomb])
    ingestion.extract(slow)
    assert (row(bomb).upload_status, row(bomb).set_aside) == ("processing", False)


def test_one_resume_alone_is_read_to_the_end(make_resume: ResumeFactory) -> None:
    bomb, _ = make_resume(pdf_bombs.forms_within_forms())
    assert ingestion.process_one(bomb) == Outcome(bomb, "failed", "took_too_long")


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcess]:
    """The reader that does what the document tells it to."""
    process = ReadingProcess("tests.reading.faulty_reader:read")
    monkeypatch.setattr(extraction, "read_in_process", process.read)
    yield process
    process.stop()


def test_a_document_that_breaks_the_reader_fails_alone_at_the_first_time(
    make_resume: ResumeFactory,
    faulty: ReadingProcess,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("INTAKE_QUICK_READ_SECONDS_SMALL", "20")
    monkeypatch.setenv("INTAKE_READ_MEMORY_MB", "200")
    get_settings.cache_clear()
    reasons = {
        make_resume(b"segfault")[0]: "reader_crashed",
        make_resume(b"eat 400")[0]: "too_much_memory",
        make_resume(b"break Ada Example")[0]: "internal_error",
        make_resume(f"read {RESUME_TEXT}".encode())[0]: None,
    }
    assert {outcome.resume_id: outcome.reason for outcome in run(list(reasons))} == reasons
    assert "ZeroDivisionError at faulty_reader.py" in caplog.text
    assert "Ada" not in caplog.text


def test_while_a_long_document_is_read_the_run_says_that_it_lives(
    make_resume: ResumeFactory, faulty: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_by_one, "SIGN_SECONDS", 0.5)
    batch = claimed([make_resume(b"wait 2.5")[0], make_resume(f"read {RESUME_TEXT}".encode())[0]])
    said: list[str] = []
    ingestion.extract(batch, said.append)
    assert said[0] == "extract: 0 of 2 done"
