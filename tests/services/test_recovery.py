"""Resumes of runs that died come back, and the one that kills processes is found."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from db import leases
from db.engine import session_scope
from services import ingestion, recovery
from services.errors import OrchestratorUnavailable
from services.flow_runs import FlowRunState
from tests.factories import ResumeFactory


def row(resume_id: int) -> Any:
    with session_scope() as session:
        return session.execute(text("SELECT * FROM resumes WHERE id = :id"), {"id": resume_id}).one()


def let_leases_run_out() -> None:
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET lease_until = now() - interval '1 second'"))


def dispatch(*resume_ids: int) -> UUID:
    flow_run_id = uuid4()
    with session_scope() as session:
        leases.take_for_dispatch(session, bulk=False, most=100, lease_seconds=60)
        leases.name_flow_run(session, resume_ids, flow_run_id)
    return flow_run_id


def answer_with(monkeypatch: pytest.MonkeyPatch, name: str, state_type: str) -> None:
    def read(flow_run_ids: list[UUID]) -> dict[UUID, FlowRunState]:
        return {each: FlowRunState(each, name, state_type, "") for each in flow_run_ids}

    monkeypatch.setattr(recovery, "read_flow_run_states", read)


def test_resumes_of_a_crashed_run_go_out_alone(make_resume: ResumeFactory) -> None:
    resume_ids = [make_resume()[0] for _ in range(3)]
    flow_run_id = dispatch(*resume_ids)
    ingestion.claim(resume_ids, flow_run_id)
    assert recovery.release_crashed_run(flow_run_id) == 3
    with session_scope() as session:
        groups = leases.take_for_dispatch(session, bulk=False, most=25, lease_seconds=60)
    assert groups == [[resume_id] for resume_id in resume_ids]


def test_a_lost_worker_makes_nobody_suspect_the_first_time(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume_ids = [make_resume()[0] for _ in range(2)]
    answer_with(monkeypatch, "Running", "RUNNING")
    alone = []
    for _ in range(2):
        ingestion.claim(resume_ids, dispatch(*resume_ids))
        let_leases_run_out()
        recovery.recover_expired()
        alone.append([row(resume_id).dispatch_alone for resume_id in resume_ids])
    assert alone == [[False, False], [True, True]]


def test_the_one_that_dies_alone_is_failed(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    for _ in range(2):
        flow_run_id = dispatch(resume_id)
        ingestion.claim([resume_id], flow_run_id)
        recovery.release_crashed_run(flow_run_id)
    stored = row(resume_id)
    assert (stored.upload_status, stored.status_reason) == ("failed", "poison")
    assert stored.finished_at is not None


def test_a_run_that_crashed_before_it_took_them_up_blames_nobody(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    recovery.release_crashed_run(dispatch(resume_id))
    stored = row(resume_id)
    assert (stored.upload_status, stored.dispatch_alone, stored.lease_until) == ("pending", False, None)


def test_what_waits_in_the_queue_is_left_there(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    dispatch(resume_id)
    let_leases_run_out()
    answer_with(monkeypatch, "Late", "SCHEDULED")
    assert recovery.recover_expired() == 0
    with session_scope() as session:
        assert leases.take_for_dispatch(session, bulk=False, most=25, lease_seconds=60) == []


@pytest.mark.parametrize(
    ("name", "state_type", "status_after_two"),
    [
        ("Running", "RUNNING", "pending"),
        ("Cancelled", "CANCELLED", "pending"),
        ("Crashed", "CRASHED", "failed"),
        ("TimedOut", "FAILED", "failed"),
    ],
)
def test_an_expired_lease_gives_back_what_was_in_hand(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch, name: str, state_type: str, status_after_two: str
) -> None:
    resume_id, _ = make_resume()
    answer_with(monkeypatch, name, state_type)
    for _ in range(2):
        ingestion.claim([resume_id], dispatch(resume_id))
        let_leases_run_out()
        recovery.recover_expired()
    assert row(resume_id).upload_status == status_after_two


def test_without_prefect_nothing_is_lost(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    ingestion.claim([resume_id], dispatch(resume_id))
    let_leases_run_out()

    def read(_flow_run_ids: list[UUID]) -> dict[UUID, FlowRunState]:
        raise OrchestratorUnavailable

    monkeypatch.setattr(recovery, "read_flow_run_states", read)
    assert recovery.recover_expired() == 1
    assert row(resume_id).upload_status == "pending"


def test_what_is_held_is_left_alone(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    ingestion.claim([resume_id], dispatch(resume_id))
    answer_with(monkeypatch, "Crashed", "CRASHED")
    assert recovery.recover_expired() == 0
    assert row(resume_id).upload_status == "processing"
