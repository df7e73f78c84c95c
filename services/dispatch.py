"""What waits in the database goes out in flow runs.

Group commit: whatever is pending goes out in as few flow runs as keep the processes busy, up to `batch_size` in each.
An idle system sends a resume at once; a busy one gathers, because a flow run costs the Prefect server a quarter of a
second however few resumes it carries.

Each run is made in one transaction that holds its lane: the runs that are out are counted, the resumes locked, the run
is made, and what it carries is written down. So the bound holds for any number of dispatchers, and one that dies or
does not reach Prefect leaves everything as it was.
"""

import asyncio
import logging
import threading
import time
from math import ceil
from typing import Self

from config import get_settings
from db import lanes
from db.engine import Session, session_scope
from db.lanes import Lane
from db.transient import is_transient
from services import flow_runs, recovery
from services.errors import OrchestratorUnavailable

logger = logging.getLogger(__name__)

MAX_WAITING_RUNS = 4
"""So many in a lane keep the processes busy: what comes in meanwhile is held back and goes out in fuller runs."""
SMALL_RUN = 25
"""Resumes up to which a run is not worth parting."""
SPREAD = 2
"""Runs that a rest is parted into: a small machine has two processes."""
SUSPECTS_TOGETHER = 8
"""Suspects in one run. Each may take minutes, and all of them have the time of one run."""
HOLD_SECONDS = 0.25
IDLE_SECONDS = 2.0
"""How often the database is asked when nobody wakes the dispatcher."""
RECOVER_SECONDS = 5.0
"""How often it looks for leases that run out."""
FIRST_BACK_OFF_SECONDS = 0.5
LAST_BACK_OFF_SECONDS = 15.0
STOP_SECONDS = flow_runs.REQUEST_TIMEOUT_SECONDS


async def dispatch_pending() -> int:
    """Make flow runs for what is pending; how many resumes went out. Raises OrchestratorUnavailable.

    What is held back, because enough runs are out already, goes out by a later call.
    """
    return await asyncio.to_thread(_dispatch_all)


class Dispatcher:
    """A thread that sends out what is pending whenever it is woken, and now and then of itself; it also keeps the leases
    of what waits in Prefect's queues, and gives back what got lost.

    As a context manager it works for the time of the block.
    """

    def __init__(self) -> None:
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._recovered_at = 0.0
        self._thread = threading.Thread(target=self._work, name="dispatcher", daemon=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish the dispatch in hand and end; what is still pending stays in the database."""
        self._stopping.set()
        self._woken.set()
        self._thread.join(STOP_SECONDS)

    def wake(self) -> None:
        """Something new is committed. May be called from any thread; returns at once."""
        self._woken.set()

    def _work(self) -> None:
        failures = 0
        while True:
            self._woken.clear()
            if self._stopping.is_set():  # asked only now, as `stop` wakes after it has said so
                return
            try:
                self._recover_if_due()
                _dispatch_all()
                held_back = _has_unsent()
                failures = 0
            except Exception as error:  # noqa: BLE001 - the thread must outlive any trouble of Prefect or the database
                failures += 1
                self._report(error)
                self._stopping.wait(min(FIRST_BACK_OFF_SECONDS * 2 ** (failures - 1), LAST_BACK_OFF_SECONDS))
                continue
            if held_back:
                self._stopping.wait(HOLD_SECONDS)
            else:
                self._woken.wait(IDLE_SECONDS)

    def _recover_if_due(self) -> None:
        if time.monotonic() - self._recovered_at > RECOVER_SECONDS:
            self._recovered_at = time.monotonic()
            recovery.recover()

    def _report(self, error: Exception) -> None:
        if isinstance(error, OrchestratorUnavailable) or is_transient(error):
            logger.warning("pending resumes cannot be dispatched now (%s); trying again", type(error).__name__)
        else:
            logger.error("dispatching failed", exc_info=error)


def _dispatch_all() -> int:
    dispatched = 0
    for lane in Lane:
        while sent := _send_next(lane):
            dispatched += sent
    return dispatched


def _send_next(lane: Lane) -> int:
    """One further flow run of the lane, if there is room and need for it; how many resumes it carries."""
    with session_scope() as session:
        lanes.lock(session, lane)
        resume_ids = _next_suspects(session) if lane is Lane.SUSPECTS else _next_batch(session, lane)
        if not resume_ids:
            return 0
        flow_run_id = flow_runs.create_run(flow_runs.INGEST, {"resume_ids": resume_ids}, lane)
        lanes.mark_sent(session, resume_ids, flow_run_id, get_settings().lease_seconds)
    return len(resume_ids)


def _next_batch(session: Session, lane: Lane) -> list[int]:
    """What waits, parted evenly while fewer runs are out than processes want one, and no more than fits a run."""
    outstanding = lanes.count_outstanding(session, lane)
    if outstanding >= MAX_WAITING_RUNS:
        return []
    batch_size = get_settings().batch_size
    unsent = lanes.count_unsent(session, lane, SPREAD * batch_size)
    parts = max(1, min(SPREAD - outstanding, ceil(unsent / SMALL_RUN)))
    size = min(batch_size, ceil(unsent / parts))
    return [resume.id for resume in lanes.lock_unsent(session, lane, size)]


def _next_suspects(session: Session) -> list[int]:
    """Those that take long share a run, because the reader's process takes their deaths; one that a process died with
    has a run of its own, because another death tells that it is the cause.
    """
    if not lanes.count_unsent(session, Lane.SUSPECTS, most=1) or not _is_room_for_suspects(session):
        return []
    unsent = lanes.lock_unsent(session, Lane.SUSPECTS, SUSPECTS_TOGETHER)
    if unsent and unsent[0].alone:
        return [unsent[0].id]
    return [resume.id for resume in unsent if not resume.alone]


def _is_room_for_suspects(session: Session) -> bool:
    """They have half the processes at most, so that they never hold all of them; Prefect is asked only where it matters."""
    outstanding = lanes.count_outstanding(session, Lane.SUSPECTS)
    return outstanding == 0 or outstanding < flow_runs.count_processes() // 2


def _has_unsent() -> bool:
    with session_scope() as session:
        return lanes.has_unsent(session)
