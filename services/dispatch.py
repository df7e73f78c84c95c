"""The way to Prefect: flow runs are made for what waits in the database, and their states are read back.

Group commit: whatever is pending goes out in as few flow runs as keep the processes busy, up to `batch_size` in each. An idle system sends a resume at once;
a busy one gathers, because a flow run costs the Prefect server a quarter of a second however few resumes it carries.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from math import ceil
from typing import Any, Self
from uuid import UUID, uuid4

import httpx
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.exceptions import PrefectException

from config import get_settings
from db import leases
from db.engine import session_scope
from db.transient import is_transient
from services.errors import OrchestratorUnavailable

logger = logging.getLogger(__name__)

INTERACTIVE = "interactive"
BULK = "bulk"

BACKFILL = "backfill/backfill"

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
REQUEST_TIMEOUT_SECONDS = 10.0
STATE_TIMEOUT_SECONDS = 2.0
STATE_CACHE_SECONDS = 1.0
STATE_CACHE_SIZE = 1000


@dataclass(frozen=True, slots=True)
class FlowRunState:
    """A flow run as Prefect has it now."""

    id: UUID
    name: str
    """Scheduled, Late, Pending, Running, Completed, Failed, Crashed, Cancelled, ..."""
    type: str
    """The same in Prefect's fixed set of types: SCHEDULED, PENDING, RUNNING, COMPLETED, ..."""
    url: str


async def dispatch_pending() -> int:
    """Make flow runs for what is pending; how many resumes went out. Raises OrchestratorUnavailable.

    What is held back, because enough runs wait already, goes out by a later call.
    """
    return await asyncio.to_thread(_dispatch_all)


async def trigger_backfill(
    resume_ids: Sequence[int] | None = None,
    since: datetime | None = None,
    parser_version_older_than: str | None = None,
) -> UUID:
    """Start a backfill of the stored resumes that the filters leave; the flow run's id."""
    parameters = {
        "resume_ids": list(resume_ids) if resume_ids is not None else None,
        "since": since.isoformat() if since is not None else None,
        "parser_version_older_than": parser_version_older_than,
    }
    return await asyncio.to_thread(_create_run, BACKFILL, parameters, BULK)


async def trigger_sweep() -> UUID:
    """Start a sweep of the inbox; the flow run's id."""
    return await asyncio.to_thread(_create_run, "sweep/sweep", {}, INTERACTIVE)


async def continue_backfill(parameters: dict[str, Any]) -> UUID:
    """Start another run of a backfill, for its share or its rest; the flow run's id."""
    return await asyncio.to_thread(_create_run, BACKFILL, parameters, BULK)


async def count_online_workers() -> int:
    """How many workers Prefect has heard of lately."""
    return await asyncio.to_thread(_count_online_workers)


async def get_flow_run_state(flow_run_id: UUID) -> FlowRunState | None:
    """The flow run's state, no older than a second; None when it is gone or Prefect cannot be reached."""
    return await asyncio.to_thread(_states.get, flow_run_id)


def read_flow_run_states(flow_run_ids: Sequence[UUID]) -> dict[UUID, FlowRunState]:
    """The states of many flow runs in one request; those that Prefect does not know are left out."""
    if not flow_run_ids:
        return {}
    try:
        runs = _client().read_flow_runs(
            flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=list(flow_run_ids))), limit=len(flow_run_ids)
        )
    except (httpx.HTTPError, PrefectException) as error:
        raise OrchestratorUnavailable from error
    return {run.id: _state_of(run) for run in runs}


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
        self._thread.join(REQUEST_TIMEOUT_SECONDS)

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


class _StateCache:
    """States by flow run id, each asked for at most once a second."""

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[float, FlowRunState | None]] = {}
        self._silent_until = 0.0
        self._lock = threading.Lock()

    def get(self, flow_run_id: UUID) -> FlowRunState | None:
        with self._lock:
            fresh_until, state = self._known.get(flow_run_id, (0.0, None))
            if time.monotonic() < fresh_until:
                return state
            state = self._read(flow_run_id)
            if len(self._known) >= STATE_CACHE_SIZE:
                self._known.clear()
            self._known[flow_run_id] = (time.monotonic() + STATE_CACHE_SECONDS, state)
            return state

    def _read(self, flow_run_id: UUID) -> FlowRunState | None:
        if time.monotonic() < self._silent_until:
            return None
        try:
            return _state_of(_client(STATE_TIMEOUT_SECONDS).read_flow_run(flow_run_id))
        except PrefectException:
            return None
        except httpx.HTTPError:
            # Not every status request shall wait for a server that does not answer.
            self._silent_until = time.monotonic() + STATE_TIMEOUT_SECONDS
            return None


_states = _StateCache()


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
        _send(runs, BULK if bulk else INTERACTIVE)


def _spread(group: list[int], most: int) -> list[list[int]]:
    """A full run as it is; what is left over in even parts, so that it is not worked on by one process alone."""
    parts = 1 if len(group) == most else min(SPREAD, ceil(len(group) / SMALL_RUN))
    size = ceil(len(group) / parts)
    return [group[start : start + size] for start in range(0, len(group), size)]


def _send(groups: list[list[int]], queue: str) -> None:
    """One flow run a group; when Prefect fails, what has not gone out is put back."""
    while groups:
        try:
            flow_run_id = _create_run("ingest/ingest", {"resume_ids": groups[0]}, queue)
        except OrchestratorUnavailable:
            with session_scope() as session:
                leases.put_back(session, [resume_id for group in groups for resume_id in group])
            raise
        with session_scope() as session:
            leases.name_flow_run(session, groups.pop(0), flow_run_id)


def _count_online_workers() -> int:
    try:
        workers = _client().read_workers_for_work_pool(get_settings().work_pool)
    except (httpx.HTTPError, PrefectException) as error:
        raise OrchestratorUnavailable from error
    return sum(worker.status == "ONLINE" for worker in workers)


def _has_undispatched() -> bool:
    with session_scope() as session:
        return leases.has_undispatched(session)


def _create_run(deployment: str, parameters: dict[str, Any], queue: str) -> UUID:
    """A scheduled flow run; the key makes a request that is repeated after a lost answer harmless."""
    client = _client()
    key = uuid4().hex
    try:
        run = client.create_flow_run_from_deployment(
            _deployment_id(deployment), parameters=parameters, work_queue_name=queue, idempotency_key=key
        )
    except (httpx.HTTPError, PrefectException) as error:
        # The deployment may have been made anew under another id.
        _deployment_id.cache_clear()
        raise OrchestratorUnavailable from error
    return run.id


@lru_cache
def _deployment_id(name: str) -> UUID:
    return _client().read_deployment_by_name(name).id


def _client(timeout_seconds: float = REQUEST_TIMEOUT_SECONDS) -> SyncPrefectClient:
    return _client_of(get_settings().prefect_api_url, timeout_seconds)


@lru_cache
def _client_of(api_url: str, timeout_seconds: float) -> SyncPrefectClient:
    """One client a process: a new one costs 20 ms, and connections are kept alive."""
    client = SyncPrefectClient(api_url, httpx_settings={"timeout": timeout_seconds})
    return client.__enter__()


def _state_of(run: Any) -> FlowRunState:
    state = run.state
    return FlowRunState(
        id=run.id,
        name=state.name if state else "Unknown",
        type=state.type.value if state else "UNKNOWN",
        url=f"{get_settings().prefect_ui_url}/runs/flow-run/{run.id}",
    )
