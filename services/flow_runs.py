"""Flow runs at Prefect: made by the names of their deployments, and their states read back."""

import asyncio
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4

import httpx
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.exceptions import PrefectException

from config import get_settings
from db.lanes import Lane
from services.errors import OrchestratorUnavailable

BACKFILL = "backfill/backfill"
INGEST = "ingest/ingest"
SWEEP = "sweep/sweep"

REQUEST_TIMEOUT_SECONDS = 10.0
STATE_TIMEOUT_SECONDS = 2.0
STATE_CACHE_SECONDS = 1.0
STATE_CACHE_SIZE = 1000
MOST_IN_ONE_ANSWER = 200
"""Of flow runs; Prefect refuses to be asked for more."""
WORKERS_CACHE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class FlowRunState:
    """A flow run as Prefect has it now."""

    id: UUID
    name: str
    """Scheduled, Late, Pending, Running, Completed, Failed, Crashed, Cancelled, ..."""
    type: str
    """The same in Prefect's fixed set of types: SCHEDULED, PENDING, RUNNING, COMPLETED, ..."""
    url: str
    message: str | None = None
    """Why, in the words of whoever set the state."""


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
    return await asyncio.to_thread(create_run, BACKFILL, parameters, Lane.BULK)


async def trigger_sweep() -> UUID:
    """Start a sweep of the inbox; the flow run's id."""
    return await asyncio.to_thread(create_run, SWEEP, {}, Lane.INTERACTIVE)


async def continue_backfill(parameters: dict[str, Any]) -> UUID:
    """Start another run of a backfill, for its share or its rest; the flow run's id."""
    return await asyncio.to_thread(create_run, BACKFILL, parameters, Lane.BULK)


def count_processes() -> int:
    """Warm processes of all workers that Prefect has heard of lately, one at least; no older than half a minute.

    Raises OrchestratorUnavailable.
    """
    processes = get_settings().worker_processes or os.cpu_count() or 1
    return processes * max(1, _count_online_workers(int(time.monotonic() / WORKERS_CACHE_SECONDS)))


async def get_flow_run_state(flow_run_id: UUID) -> FlowRunState | None:
    """The flow run's state, no older than a second; None when it is gone or Prefect cannot be reached."""
    return await asyncio.to_thread(_states.get, flow_run_id)


def read_flow_run_states(flow_run_ids: Sequence[UUID]) -> dict[UUID, FlowRunState]:
    """The states of many flow runs in few requests; those that Prefect does not know are left out.

    Raises OrchestratorUnavailable.
    """
    states: dict[UUID, FlowRunState] = {}
    for first in range(0, len(flow_run_ids), MOST_IN_ONE_ANSWER):
        asked_for = list(flow_run_ids[first : first + MOST_IN_ONE_ANSWER])
        try:
            runs = _client().read_flow_runs(
                flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=asked_for)), limit=len(asked_for)
            )
        except (httpx.HTTPError, PrefectException) as error:
            raise OrchestratorUnavailable from error
        states |= {run.id: _state_of(run) for run in runs}
    return states


def create_run(deployment: str, parameters: dict[str, Any], queue: str) -> UUID:
    """Schedule a flow run; its id. Raises OrchestratorUnavailable.

    The key makes a request that is repeated after a lost answer harmless.
    """
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


@lru_cache(maxsize=1)
def _count_online_workers(_half_minute: int) -> int:
    try:
        workers = _client().read_workers_for_work_pool(get_settings().work_pool)
    except (httpx.HTTPError, PrefectException) as error:
        raise OrchestratorUnavailable from error
    return sum(worker.status == "ONLINE" for worker in workers)


@lru_cache
def _deployment_id(name: str) -> UUID:
    return _client().read_deployment_by_name(name).id


def _client(timeout_seconds: float = REQUEST_TIMEOUT_SECONDS) -> SyncPrefectClient:
    settings = get_settings()
    auth_string = settings.prefect_auth_string
    return _client_of(
        settings.prefect_api_url, auth_string.get_secret_value() if auth_string else None, timeout_seconds
    )


@lru_cache
def _client_of(api_url: str, auth_string: str | None, timeout_seconds: float) -> SyncPrefectClient:
    """One client a process: a new one costs 20 ms, and connections are kept alive."""
    client = SyncPrefectClient(api_url, auth_string=auth_string, httpx_settings={"timeout": timeout_seconds})
    return client.__enter__()


def _state_of(run: Any) -> FlowRunState:
    state = run.state
    return FlowRunState(
        id=run.id,
        name=state.name if state else "Unknown",
        type=state.type.value if state else "UNKNOWN",
        url=f"{get_settings().prefect_ui_url}/runs/flow-run/{run.id}",
        message=state.message if state else None,
    )
