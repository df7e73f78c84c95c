"""Resumes whose flow run died come back: by Prefect's word at once, by their lease at the latest."""

import logging
from uuid import UUID

from config import get_settings
from db import leases
from db.engine import session_scope
from db.leases import ExpiredLease
from services import verdicts
from services.errors import OrchestratorUnavailable
from services.flow_runs import FlowRunState, read_flow_run_states

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 5000
QUEUED = "SCHEDULED"
CRASHED = "CRASHED"
TIMED_OUT = "TimedOut"
"""Name of the state of a flow run that was stopped for taking too long."""


def release_crashed_run(flow_run_id: UUID) -> int:
    """Give back what a run had in hand when its process died; how many resumes are pending again.

    A resume that was alone in such a run, after one that died before, is the cause, and is failed.
    """
    with session_scope() as session:
        in_hand = leases.in_flight_of_run(session, flow_run_id)
        failed = leases.fail_killers(session, in_hand, str(verdicts.POISON.reason), str(verdicts.POISON.message))
        released = leases.release(session, in_hand, suspect=True)
    if in_hand:
        logger.warning("flow run %s crashed: %d resumes released, %d failed", flow_run_id, len(released), len(failed))
    return len(released)


def recover_expired() -> int:
    """Give back the resumes whose lease ran out, unless their flow run still waits for a worker; how many."""
    with session_scope() as session:
        lost = leases.expired(session, MOST_AT_ONCE)
    states = _states_of(lost)
    crashed = {row.flow_run_id for row in lost if row.flow_run_id and _died(row, states)}
    released = sum(map(release_crashed_run, crashed))
    lost = [row for row in lost if row.flow_run_id not in crashed]
    waiting = [row.resume_id for row in lost if not row.processing and _is_queued(row, states)]
    given_back = [row.resume_id for row in lost if row.resume_id not in set(waiting)]
    with session_scope() as session:
        leases.extend_pending(session, waiting, get_settings().lease_seconds)
        released += len(leases.release(session, given_back, suspect=False))
    if released:
        logger.warning("%d resumes whose flow run was lost are pending again", released)
    return released


def _states_of(lost: list[ExpiredLease]) -> dict[UUID, FlowRunState]:
    """What Prefect knows of their runs; nothing when it cannot be reached: to run a resume twice does no harm."""
    try:
        return read_flow_run_states(list({row.flow_run_id for row in lost if row.flow_run_id}))
    except OrchestratorUnavailable:
        return {}


def _died(row: ExpiredLease, states: dict[UUID, FlowRunState]) -> bool:
    state = _state_of(row, states)
    return state is not None and (state.type == CRASHED or state.name == TIMED_OUT)


def _is_queued(row: ExpiredLease, states: dict[UUID, FlowRunState]) -> bool:
    state = _state_of(row, states)
    return state is not None and state.type == QUEUED


def _state_of(row: ExpiredLease, states: dict[UUID, FlowRunState]) -> FlowRunState | None:
    return states.get(row.flow_run_id) if row.flow_run_id else None
