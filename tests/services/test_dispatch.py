"""What waits in the database goes out in few flow runs, and nothing is lost when Prefect is away."""

import threading
import time
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from config import get_settings
from db.engine import session_scope
from services import dispatch, flow_runs, ingestion
from services.errors import OrchestratorUnavailable
from tests.factories import ResumeFactory


class RecordingPrefect:
    """Takes the place of the one function that makes flow runs."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, Any, str]] = []
        self.is_away = False
        self.processes = 2

    def create_run(self, deployment: str, parameters: dict[str, Any], queue: str) -> UUID:
        if self.is_away:
            raise OrchestratorUnavailable
        self.runs.append((deployment, parameters.get("resume_ids"), queue))
        return uuid4()

    @property
    def sent(self) -> list[int]:
        return [resume_id for _, ids, _ in self.runs for resume_id in ids]


@pytest.fixture
def prefect(monkeypatch: pytest.MonkeyPatch) -> RecordingPrefect:
    recording = RecordingPrefect()
    monkeypatch.setattr(flow_runs, "create_run", recording.create_run)
    monkeypatch.setattr(flow_runs, "count_processes", lambda: recording.processes)
    return recording


async def test_all_that_is_pending_goes_out_in_one_run(make_resume: ResumeFactory, prefect: RecordingPrefect) -> None:
    resume_ids = [make_resume()[0] for _ in range(7)]
    make_resume(upload_status="completed")
    assert await dispatch.dispatch_pending() == 7
    assert prefect.runs == [("ingest/ingest", resume_ids, "interactive")]
    assert await dispatch.dispatch_pending() == 0, "each goes out once"


async def test_what_the_inbox_brought_goes_to_the_other_queue(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    swept, uploaded = make_resume(source="sweep")[0], make_resume(source="page")[0]
    await dispatch.dispatch_pending()
    assert prefect.runs == [("ingest/ingest", [uploaded], "interactive"), ("ingest/ingest", [swept], "bulk")]


async def test_runs_are_no_larger_than_the_batch(
    make_resume: ResumeFactory, prefect: RecordingPrefect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "batch_size", 3)
    for _ in range(7):
        make_resume()
    await dispatch.dispatch_pending()
    assert [len(ids) for _, ids, _ in prefect.runs] == [3, 3, 1]


async def test_what_does_not_fill_a_run_is_parted_evenly(make_resume: ResumeFactory, prefect: RecordingPrefect) -> None:
    for _ in range(2 * dispatch.SMALL_RUN + 11):
        make_resume()
    await dispatch.dispatch_pending()
    assert [len(ids) for _, ids, _ in prefect.runs] == [31, 30]


async def test_what_comes_in_behind_many_runs_goes_out_together(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    first = [make_resume()[0]]
    await dispatch.dispatch_pending()
    for _ in range(dispatch.MAX_WAITING_RUNS - 1):
        make_resume()
        await dispatch.dispatch_pending()
    later = [make_resume()[0] for _ in range(3)]
    assert await dispatch.dispatch_pending() == 0
    ingestion.claim(first)
    assert await dispatch.dispatch_pending() == 3
    assert prefect.runs[-1][1] == later


async def test_uploads_do_not_wait_behind_what_the_inbox_brought(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    for _ in range(dispatch.MAX_WAITING_RUNS):
        make_resume(source="sweep")
        await dispatch.dispatch_pending()
    make_resume(source="sweep")
    uploaded = make_resume(source="page")[0]
    assert await dispatch.dispatch_pending() == 1
    assert prefect.runs[-1] == ("ingest/ingest", [uploaded], "interactive")


async def test_suspects_go_out_few_together_in_a_queue_of_their_own(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    slow = [make_resume(set_aside=True)[0] for _ in range(dispatch.SUSPECTS_TOGETHER + 1)]
    other = make_resume()[0]
    await dispatch.dispatch_pending()
    assert [(ids, queue) for _, ids, queue in prefect.runs] == [([other], "interactive"), (slow[:-1], "suspects")]


async def test_one_that_a_process_died_with_goes_out_alone(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    died, slow = make_resume(dispatch_alone=True)[0], make_resume(set_aside=True)[0]
    prefect.processes = 8
    await dispatch.dispatch_pending()
    assert [ids for _, ids, _ in prefect.runs] == [[died], [slow]]


@pytest.mark.parametrize(("processes", "runs"), [(1, 1), (2, 1), (8, 4)])
async def test_suspects_never_hold_all_processes(
    make_resume: ResumeFactory, prefect: RecordingPrefect, processes: int, runs: int
) -> None:
    prefect.processes = processes
    for _ in range(7):
        make_resume(dispatch_alone=True)
    await dispatch.dispatch_pending()
    assert len(prefect.runs) == runs
    ingestion.claim(prefect.sent)
    assert await dispatch.dispatch_pending() == 0, "those in work count"
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET upload_status = 'failed' WHERE upload_status = 'processing'"))
    await dispatch.dispatch_pending()
    assert len(prefect.runs) == min(2 * runs, 7)


async def test_what_was_sent_out_again_counts_as_well(make_resume: ResumeFactory, prefect: RecordingPrefect) -> None:
    """A hundred that went out once, and whose leases ran out in the queue, are still out."""
    for _ in range(100):
        make_resume()
        await dispatch.dispatch_pending()
    assert len(prefect.runs) == dispatch.MAX_WAITING_RUNS
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET lease_until = now() - interval '1 s' WHERE lease_until IS NOT NULL"))
    assert await dispatch.dispatch_pending() == 0
    assert len(prefect.sent) == len(set(prefect.sent))


async def test_a_dispatcher_that_dies_in_the_middle_leaves_all_as_it_was(
    make_resume: ResumeFactory, prefect: RecordingPrefect, monkeypatch: pytest.MonkeyPatch
) -> None:
    resume_id, _ = make_resume()

    def die(*_arguments: Any) -> UUID:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(flow_runs, "create_run", die)
        with pytest.raises(SystemExit):
            dispatch._dispatch_all()
    assert await dispatch.dispatch_pending() == 1
    assert prefect.sent == [resume_id]


async def test_prefect_away(make_resume: ResumeFactory, prefect: RecordingPrefect) -> None:
    resume_id, _ = make_resume()
    prefect.is_away = True
    with pytest.raises(OrchestratorUnavailable):
        await dispatch.dispatch_pending()
    prefect.is_away = False
    assert await dispatch.dispatch_pending() == 1
    with session_scope() as session:
        job = session.execute(text("SELECT * FROM jobs WHERE resume_id = :id"), {"id": resume_id}).one()
    assert job.flow_run_id is not None


async def test_two_dispatchers_never_send_the_same(make_resume: ResumeFactory, prefect: RecordingPrefect) -> None:
    resume_ids = {make_resume()[0] for _ in range(20)}
    threads = [threading.Thread(target=dispatch._dispatch_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sent = prefect.sent
    assert sorted(sent) == sorted(resume_ids)


def test_the_dispatcher_sends_when_woken_and_outlives_an_outage(
    make_resume: ResumeFactory, prefect: RecordingPrefect
) -> None:
    prefect.is_away = True
    dispatcher = dispatch.Dispatcher()
    dispatcher.start()
    make_resume()
    dispatcher.wake()
    time.sleep(0.3)
    assert prefect.runs == []
    prefect.is_away = False
    deadline = time.monotonic() + 5
    while not prefect.runs and time.monotonic() < deadline:
        time.sleep(0.05)
    dispatcher.stop()
    assert len(prefect.runs) == 1


async def test_a_server_that_does_not_answer_has_no_states(database_url: str) -> None:
    started = time.monotonic()
    assert [await flow_runs.get_flow_run_state(uuid4()) for _ in range(20)] == [None] * 20
    assert time.monotonic() - started < 10
