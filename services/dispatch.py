"""What waits in the database goes out in flow runs.

Group commit: whatever is pending goes out in as few flow runs as keep the processes busy, up to `batch_size` in each.
An idle system sends a resume at once; a busy one gathers, because a flow run costs the Prefect server a quarter of a
second however few resumes it carries.
"""

import asyncio
import logging
import threading
from math import ceil
from typing import Self

from config import get_settings
from db import leases
from db.engine import session_scope
from db.transient import is_transient
from services import flow_runs
from services.errors import OrchestratorUnavailable

logger = logging.getLogger(__name__)

MAX_WAITING_RUNS = 4
"""So many in a queue keep the processes busy: what comes in meanwhile is held back and goes out in fuller runs."""
SMALL_RUN = 25
"""Resumes up to which a run is not worth parting."""
SPREAD = 2
"""Runs that a rest is parted into: a small machine has two processes."""
HOLD_SECONDS = 0.25
IDLE_SECONDS = 2.0
"""How often the database is asked when nobody wakes the dispatcher."""
FIRST_BACK_OFF_SECONDS = 0.5
LAST_BACK_OFF_SECONDS = 15.0
STOP_SECONDS = flow_runs.REQUEST_TIMEOUT_SECONDS


async def dispatch_pending() -> int:
    """Make flow runs for what is pending; how many resumes went out. Raises OrchestratorUnavailable.

    What is held back, because enough runs wait already, goes out by a later call.
    """
    return await asyncio.to_thread(_dispatch_all)


class Dispatcher:
    """A thread that sends out what is pending whenever it is woken, and now and then of itself.

    As a context manager it works for the time of the block.
    """

    def __init__(self) -> None:
        self._woken = threading.Event()
        self._stopping = threading.Event()
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
                _dispatch_all()
                held_back = _has_undispatched()
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

    def _report(self, error: Exception) -> None:
        if isinstance(error, OrchestratorUnavailable) or is_transient(error):
            logger.warning("pending resumes cannot be dispatched now (%s); trying again", type(error).__name__)
        else:
            logger.error("dispatching failed", exc_info=error)


def _dispatch_all() -> int:
    return sum(_dispatch_queue(bulk) for bulk in (False, True))


def _dispatch_queue(bulk: bool) -> int:
    settings = get_settings()
    dispatched = 0
    while True:
        with session_scope() as session:
            waiting = leases.count_waiting_runs(session)
            if (waiting.bulk if bulk else waiting.interactive) >= MAX_WAITING_RUNS:
                return dispatched
            groups = leases.take_for_dispatch(
                session, bulk=bulk, most=settings.batch_size, lease_seconds=settings.lease_seconds
            )
        if not groups:
            return dispatched
        dispatched += sum(map(len, groups))
        runs = [part for group in groups for part in _spread(group, settings.batch_size)]
        _send(runs, flow_runs.BULK if bulk else flow_runs.INTERACTIVE)


def _spread(group: list[int], most: int) -> list[list[int]]:
    """A full run as it is; what is left over in even parts, so that it is not worked on by one process alone."""
    parts = 1 if len(group) == most else min(SPREAD, ceil(len(group) / SMALL_RUN))
    size = ceil(len(group) / parts)
    return [group[start : start + size] for start in range(0, len(group), size)]


def _send(groups: list[list[int]], queue: str) -> None:
    """One flow run a group; when Prefect fails, what has not gone out is put back."""
    while groups:
        try:
            flow_run_id = flow_runs.create_run(flow_runs.INGEST, {"resume_ids": groups[0]}, queue)
        except OrchestratorUnavailable:
            with session_scope() as session:
                leases.put_back(session, [resume_id for group in groups for resume_id in group])
            raise
        with session_scope() as session:
            leases.name_flow_run(session, groups.pop(0), flow_run_id)


def _has_undispatched() -> bool:
    with session_scope() as session:
        return leases.has_undispatched(session)
