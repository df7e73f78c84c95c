"""The steps of an ingest run on the real database and file store."""

import logging
import sys
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

import resume_parser
from db.engine import session_scope
from resume_parser import Document, Field, ParsedResume
from resume_parser.record import Unread
from services import extraction, ingestion
from services.batch import Outcome
from services.file_store import FileStore
from services.resume_reading import find_resume
from tests.factories import RESUME_TEXT, ResumeFactory


def run(resume_ids: Sequence[int], flow_run_id: Any = None) -> list[Outcome]:
    batch = ingestion.verify_hashes(ingestion.claim(resume_ids, flow_run_id))
    batch = ingestion.validate(ingestion.parse(ingestion.extract(batch)))
    return sorted(ingestion.persist(ingestion.deduplicate(batch)).outcomes, key=lambda outcome: outcome.resume_id)


def row(resume_id: int) -> Any:
    with session_scope() as session:
        return session.execute(text("SELECT * FROM resumes WHERE id = :id"), {"id": resume_id}).one()


def change(resume_id: int, assignments: str) -> None:
    with session_scope() as session:
        session.execute(text(f"UPDATE resumes SET {assignments} WHERE id = :id"), {"id": resume_id})


def test_a_resume_becomes_a_candidate(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    assert run([resume_id]) == [Outcome(resume_id, "completed")]
    stored = row(resume_id)
    assert stored.candidate_id is not None
    assert stored.extracted_data["email"] == "ada@example.com"
    assert 0 < stored.extracted_data["confidence"]["email"] <= 1
    assert (stored.attempts, stored.lease_until) == (1, None)
    assert stored.raw_text.startswith("Ada Example")
    assert stored.layout is not None
    assert stored.finished_at is not None


def test_the_second_resume_of_a_person_is_linked_to_the_first(make_resume: ResumeFactory) -> None:
    first, second = make_resume()[0], make_resume()[0]
    outcomes = run([first, second])
    assert [outcome.matched_by for outcome in outcomes] == [None, "email"]
    assert row(first).candidate_id == row(second).candidate_id


def test_a_bad_document_fails_alone(make_resume: ResumeFactory) -> None:
    bad, good = make_resume(b"%PDF-1.7 and nothing that belongs to one")[0], make_resume()[0]
    assert [outcome.status for outcome in run([bad, good])] == ["failed", "completed"]
    stored = row(bad)
    assert stored.status_reason == "corrupt"
    assert stored.status_message


def test_a_file_that_is_gone(make_resume: ResumeFactory) -> None:
    gone, good = make_resume()[0], make_resume()[0]
    change(gone, "file_path = 'no/where'")
    assert [outcome.reason for outcome in run([gone, good])] == ["file_missing", None]


def test_a_file_that_was_changed(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    change(resume_id, f"file_hash = '{'0' * 64}'")
    assert run([resume_id]) == [Outcome(resume_id, "failed", "hash_mismatch")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(RESUME_TEXT.replace("ada@example.com", ""), "missing_email"), ("ada@example.com\n", "missing_name")],
)
def test_what_is_missing_sends_it_to_a_person(make_resume: ResumeFactory, content: str, reason: str) -> None:
    resume_id, _ = make_resume(content.encode())
    assert run([resume_id]) == [Outcome(resume_id, "needs_review", reason)]
    stored = row(resume_id)
    assert stored.extracted_data is not None, "the draft is kept"
    assert stored.candidate_id is None


OTHER_PERSON = (
    RESUME_TEXT.replace("Ada", "Bela")
    .replace("ada", "bela")
    .replace("Example", "Moravec")
    .replace("example", "moravec")
)
ADVERTISEMENT = """Sales Clerk
Jane Doe, jane.doe@example.com
About the role
We are looking for a clerk for our shop in Leeds.
What we offer: a pension and four weeks of leave.
How to apply: send your CV to the address above. Closing date 4 May 2026.
"""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ADVERTISEMENT, "not_a_resume"),
        (RESUME_TEXT + "\n\n" + OTHER_PERSON, "several_people"),
        (RESUME_TEXT.replace("ada@example.com", "Consultant: Bo Ek, bo.ek@talent.example"), "missing_email"),
    ],
)
def test_what_the_parser_doubts_sends_it_to_a_person(make_resume: ResumeFactory, content: str, reason: str) -> None:
    resume_id, _ = make_resume(content.encode())
    assert run([resume_id]) == [Outcome(resume_id, "needs_review", reason)]
    stored = row(resume_id)
    assert stored.extracted_data["findings"], "the parser's findings are kept with the record"
    assert {finding["code"] for finding in stored.findings} >= {
        finding["code"] for finding in stored.extracted_data["findings"]
    }
    assert stored.status_message in {finding["message"] for finding in stored.findings}
    assert stored.candidate_id is None


def test_a_resume_whose_jobs_were_seen_and_not_read_goes_to_a_person(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = ParsedResume(
        Field("Ada Example", 0.9), Field("ada@example.com", 0.9), unread=(Unread("job", (3, 4)),), explained=0.4
    )
    monkeypatch.setattr(resume_parser, "parse_batch", lambda documents, _today: [lost for _ in documents])
    resume_id, _ = make_resume()
    assert run([resume_id]) == [Outcome(resume_id, "needs_review", "quality")]
    stored = row(resume_id)
    assert stored.candidate_id is None
    assert {"record_lost", "unread_job", "little_explained"} <= {finding["code"] for finding in stored.findings}
    with session_scope() as session:
        served = find_resume(session, resume_id)
    assert [(one.kind, one.lines) for one in served.unread] == [("job", [3, 4])]
    assert served.explained == 0.4


def test_a_resume_in_other_hands_is_left_alone(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    assert len(ingestion.claim([resume_id], uuid4())) == 1
    assert len(ingestion.claim([resume_id], uuid4())) == 0


def test_a_flow_run_that_is_started_again_takes_up_its_resumes(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    flow_run_id = uuid4()
    ingestion.claim([resume_id], flow_run_id)
    assert [item.claimed.attempt for item in ingestion.claim([resume_id], flow_run_id).items] == [2]


def test_a_lease_that_ran_out_is_free(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    ingestion.claim([resume_id], uuid4())
    change(resume_id, "lease_until = now() - interval '1 second'")
    assert run([resume_id], uuid4()) == [Outcome(resume_id, "completed")]


def test_done_is_done(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    run([resume_id])
    assert run([resume_id]) == []


def test_an_attempt_that_was_overtaken_writes_nothing(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    slow = ingestion.extract(ingestion.verify_hashes(ingestion.claim([resume_id], uuid4())))
    change(resume_id, "lease_until = now() - interval '1 second'")
    ingestion.claim([resume_id], uuid4())
    late = ingestion.persist(ingestion.deduplicate(ingestion.validate(ingestion.parse(slow))))
    assert late.outcomes == (Outcome(resume_id, "lost", "taken_over"),)
    assert row(resume_id).upload_status == "processing"


def test_too_many_attempts(make_resume: ResumeFactory) -> None:
    worn, fresh = make_resume()[0], make_resume()[0]
    change(worn, "attempts = 5")
    assert [outcome.reason for outcome in run([worn, fresh])] == ["too_many_attempts", None]


def test_a_retry_does_not_read_the_document_again(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    flow_run_id = uuid4()
    ingestion.extract(ingestion.verify_hashes(ingestion.claim([resume_id], flow_run_id)))

    def read_in_process(*_arguments: Any) -> Document:
        raise AssertionError("read twice")

    monkeypatch.setattr(extraction, "read_in_process", read_in_process)
    assert run([resume_id], flow_run_id) == [Outcome(resume_id, "completed")]


def test_what_breaks_the_parser_fails_alone(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = make_resume(b"Breaker Example\nbreaker@example.com")[0], make_resume()[0]
    whole = ingestion.resume_parser.parse

    def parse(document: Document, today: Any) -> Any:
        if "Breaker" in document.raw_text:
            raise ZeroDivisionError(document.raw_text)
        return whole(document, today)

    monkeypatch.setattr(sys.modules["resume_parser.parse"], "parse", parse)
    with caplog.at_level(logging.DEBUG):
        assert [outcome.reason for outcome in run([bad, good])] == ["internal_error", None]
    assert "ZeroDivisionError" in caplog.text
    assert "Breaker" not in caplog.text, "nothing of the resume gets into the log"


def test_what_cannot_be_stored_fails_alone(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = make_resume(b"Breaker Example\nbreaker@example.com")[0], make_resume()[0]
    store = ingestion.CandidateService.store_records

    def store_records(service: Any, records: Any) -> Any:
        stored = store(service, records)
        if bad in records:
            raise ValueError(records[bad]["email"])
        return stored

    monkeypatch.setattr(ingestion.CandidateService, "store_records", store_records)
    assert [outcome.reason for outcome in run([bad, good])] == ["internal_error", None]
    assert row(bad).upload_status == "failed"


def test_trouble_with_the_database_is_raised(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()

    def store_records(*_arguments: Any) -> Any:
        raise OperationalError("statement", {}, Exception("connection lost"))

    monkeypatch.setattr(ingestion.CandidateService, "store_records", store_records)
    with pytest.raises(OperationalError):
        run([resume_id])
    assert row(resume_id).upload_status == "processing", "the lease gives it back"


def test_one_resume_in_this_process(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    assert ingestion.process_one(resume_id) == Outcome(resume_id, "completed")
    assert ingestion.process_one(resume_id) is None


def test_a_batch_hides_what_it_holds(make_resume: ResumeFactory, file_store: FileStore) -> None:
    resume_id, _ = make_resume()
    batch = ingestion.parse(ingestion.extract(ingestion.verify_hashes(ingestion.claim([resume_id]))))
    assert "Ada" not in f"{batch!r} {batch.items!r}"
