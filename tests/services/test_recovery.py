"""Resumes of runs that died come back, and the one that kills processes is found."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from db import lanes, leases
from db.engine import session_scope
from db.lanes import Lane, Unsent
from services import ingestion, recovery
from services.errors import OrchestratorUnavailable
from services.flow_runs import FlowRunState
from tests.factories import ResumeFactory


def row(resume_id: int) -> Any:
    with session_scope() as session:
        return session.execute(text("SELECT * FROM resumes WHERE id = :id"), {"id": resume_id}).one()


def let_leases_run_out() -> None:
    set_leases(seconds=-1)


def set_leases(seconds: float) -> None:
    with session_scope() as session:
        session.execute(
            text("UPDATE resumes SET lease_until = now() + make_interval(secs => :seconds)"), {"seconds": seconds}
        )


def seconds_left(resume_id: int) -> float:
    with session_scope() as session:
        statement = text("SELECT EXTRACT(EPOCH FROM lease_until - now()) FROM resumes WHERE id = :id")
        return float(session.scalar(statement, {"id": resume_id}))


def dispatch(*resume_ids: int) -> UUID:
    flow_run_id = uuid4()
    with session_scope() as session:
        lanes.mark_sent(session, resume_ids, flow_run_id, lease_seconds=120)
    return flow_run_id


def answer_with(monkeypatch: pytest.MonkeyPatch, name: str, state_type: str, message: str | None = None) -> None:
    def read(flow_run_ids: list[UUID]) -> dict[UUID, FlowRunState]:
        return {each: FlowRunState(each, name, state_type, "", message) for each in flow_run_ids}

    monkeypatch.setattr(recovery, "read_flow_run_states", read)


def test_resumes_of_a_crashed_run_go_out_alone(make_resume: ResumeFactory) -> None:
    resume_ids = [make_resume()[0] for _ in range(3)]
    flow_run_id = dispatch(*resume_ids)
    ingestion.claim(resume_ids, flow_run_id)
    assert recovery.release_crashed_run(flow_run_id, None) == 3
    with session_scope() as session:
        unsent = lanes.lock_unsent(session, Lane.SUSPECTS, 25)
    assert unsent == [Unsent(resume_id, alone=True) for resume_id in resume_ids]


def test_a_lost_worker_makes_nobody_suspect_the_first_time(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume_ids = [make_resume()[0] for _ in range(2)]
    answer_with(monkeypatch, "Running", "RUNNING")
    alone = []
    for _ in range(2):
        ingestion.claim(resume_ids, dispatch(*resume_ids))
        let_leases_run_out()
        recovery.recover()
        alone.append([row(resume_id).dispatch_alone for resume_id in resume_ids])
    assert alone == [[False, False], [True, True]]


def test_the_one_that_dies_alone_is_failed(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    for _ in range(2):
        flow_run_id = dispatch(resume_id)
        ingestion.claim([resume_id], flow_run_id)
        recovery.release_crashed_run(flow_run_id, "Its process was killed by SIGSEGV.")
    stored = row(resume_id)
    assert (stored.upload_status, stored.status_reason) == ("failed", "poison")
    assert stored.status_message.endswith("Its process was killed by SIGSEGV.")
    assert stored.finished_at is not None


def test_a_run_that_crashed_before_it_took_them_up_blames_nobody(make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume()
    recovery.release_crashed_run(dispatch(resume_id), None)
    stored = row(resume_id)
    assert (stored.upload_status, stored.dispatch_alone, stored.lease_until) == ("pending", False, None)


def test_what_waits_in_the_queue_keeps_its_lease(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    dispatch(resume_id)
    set_leases(seconds=30)
    answer_with(monkeypatch, "Late", "SCHEDULED")
    assert recovery.recover() == 0
    assert (row(resume_id).upload_status, seconds_left(resume_id) > 100) == ("pending", True)
    with session_scope() as session:
        assert not lanes.has_unsent(session)


def test_what_a_stopped_worker_gave_back_to_the_queue_waits_for_its_own_run(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume_id, _ = make_resume()
    flow_run_id = dispatch(resume_id)
    ingestion.claim([resume_id], flow_run_id)
    let_leases_run_out()
    answer_with(monkeypatch, "Scheduled", "SCHEDULED")
    assert recovery.recover() == 0
    assert row(resume_id).upload_status == "processing"
    assert len(ingestion.claim([resume_id], flow_run_id)) == 1


@pytest.mark.parametrize(("state", "expired", "released"), [("RUNNING", False, 0), ("RUNNING", True, 1)])
def test_a_run_that_started_has_what_is_left_of_the_lease_to_take_its_resumes_up(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch, state: str, expired: bool, released: int
) -> None:
    resume_id, _ = make_resume()
    dispatch(resume_id)
    set_leases(seconds=-1 if expired else 30)
    answer_with(monkeypatch, state, state)
    assert recovery.recover() == released


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
        recovery.recover()
    assert row(resume_id).upload_status == status_after_two


def test_without_prefect_all_waits_until_it_is_back(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, sent = make_resume()[0], make_resume()[0]
    ingestion.claim([taken], dispatch(taken))
    dispatch(sent)
    let_leases_run_out()

    def read(_flow_run_ids: list[UUID]) -> dict[UUID, FlowRunState]:
        raise OrchestratorUnavailable

    monkeypatch.setattr(recovery, "read_flow_run_states", read)
    assert recovery.recover() == 0
    with session_scope() as session:
        assert not lanes.has_unsent(session)
    answer_with(monkeypatch, "Running", "RUNNING")
    assert recovery.recover() == 2


def test_a_run_that_is_told_dead_names_its_cause(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume(dispatch_alone=True)
    ingestion.claim([resume_id], dispatch(resume_id))
    let_leases_run_out()
    answer_with(monkeypatch, "Crashed", "CRASHED", "The flow run gave no sign of life for 75 s and was stopped.")
    recovery.recover()
    assert "no sign of life for 75 s" in row(resume_id).status_message


def test_being_set_aside_counts_as_no_death(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume(set_aside=True, attempts=1)
    ingestion.claim([resume_id], dispatch(resume_id))
    let_leases_run_out()
    answer_with(monkeypatch, "Running", "RUNNING")
    recovery.recover()
    assert (row(resume_id).upload_status, row(resume_id).dispatch_alone) == ("pending", False)


def test_after_a_restart_nothing_waits_for_the_leases_of_the_dead(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_hand, in_queue = make_resume()[0], make_resume()[0]
    ingestion.claim([in_hand], dead := dispatch(in_hand))
    dispatch(in_queue)
    with session_scope() as session:
        leases.expire_all(session)

    def read(flow_run_ids: list[UUID]) -> dict[UUID, FlowRunState]:
        kinds = {each: "RUNNING" if each == dead else "SCHEDULED" for each in flow_run_ids}
        return {each: FlowRunState(each, kind.title(), kind, "") for each, kind in kinds.items()}

    monkeypatch.setattr(recovery, "read_flow_run_states", read)
    assert recovery.recover() == 1
    assert (row(in_hand).lease_until, seconds_left(in_queue) > 100) == (None, True)


def test_what_is_held_is_left_alone(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    resume_id, _ = make_resume()
    ingestion.claim([resume_id], dispatch(resume_id))
    answer_with(monkeypatch, "Crashed", "CRASHED")
    assert recovery.recover() == 0
    assert row(resume_id).upload_status == "processing"
