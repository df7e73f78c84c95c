"""What a flow run has in hand stays its own while it works, and only that."""

import logging
import threading
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from db import lanes
from db.engine import session_scope
from services import ingestion, lease_holding
from services.lease_holding import held_leases
from tests.factories import ResumeFactory

MANY_EXTENSIONS = 0.01


def taken_up(resume_id: int) -> UUID:
    flow_run_id = uuid4()
    with session_scope() as session:
        lanes.mark_sent(session, [resume_id], flow_run_id, lease_seconds=120)
    ingestion.claim([resume_id], flow_run_id)
    return flow_run_id


def seconds_left(resume_id: int) -> float:
    with session_scope() as session:
        statement = text("SELECT EXTRACT(EPOCH FROM lease_until - now()) FROM resumes WHERE id = :id")
        return float(session.scalar(statement, {"id": resume_id}))


def shorten_all_leases() -> None:
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET lease_until = now() + interval '10 s'"))


@pytest.fixture
def extended(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Is set once leases have been extended."""
    monkeypatch.setattr(lease_holding, "EXTENSION_SECONDS", MANY_EXTENSIONS)
    happened = threading.Event()
    extend = lease_holding.leases.extend

    def extend_and_tell(*arguments: object) -> None:
        extend(*arguments)  # type: ignore[arg-type]
        happened.set()

    monkeypatch.setattr(lease_holding.leases, "extend", extend_and_tell)
    return happened


def wait_for_a_whole_extension(extended: threading.Event) -> None:
    for _ in range(2):  # the first may have begun before the leases were shortened
        extended.clear()
        assert extended.wait(20)


def test_leases_are_extended_by_the_clock_and_silently(
    make_resume: ResumeFactory, extended: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    own, other = make_resume()[0], make_resume()[0]
    flow_run_id = taken_up(own)
    taken_up(other)
    with caplog.at_level(logging.INFO), held_leases(flow_run_id):
        shorten_all_leases()
        wait_for_a_whole_extension(extended)
    assert seconds_left(own) > 100
    assert seconds_left(other) < 11
    assert caplog.records == [], "a process that hangs must not seem alive"


def test_rows_that_are_just_being_written_are_not_waited_for(
    make_resume: ResumeFactory, extended: threading.Event
) -> None:
    held, free = make_resume()[0], make_resume()[0]
    flow_run_id = uuid4()
    with session_scope() as session:
        lanes.mark_sent(session, [held, free], flow_run_id, lease_seconds=120)
    ingestion.claim([held, free], flow_run_id)
    shorten_all_leases()
    with session_scope() as session:
        session.execute(text("SELECT 1 FROM resumes WHERE id = :id FOR UPDATE"), {"id": held})
        with held_leases(flow_run_id):
            wait_for_a_whole_extension(extended)
    assert (seconds_left(held) < 11, seconds_left(free) > 100) == (True, True)


def test_it_outlives_trouble_of_the_database(
    make_resume: ResumeFactory, extended: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume_id = make_resume()[0]
    extend, failed = lease_holding.leases.extend, threading.Event()

    def fail_once(*arguments: object) -> None:
        if not failed.is_set():
            failed.set()
            raise OSError
        extend(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(lease_holding.leases, "extend", fail_once)
    with held_leases(taken_up(resume_id)):
        assert extended.wait(20)
    assert failed.is_set()
