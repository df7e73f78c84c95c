"""Leases are tended: what waits in Prefect's queues keeps its own, what died or got lost is pending again.

By Prefect's word at once, by the lease at the latest.
"""

import logging
from uuid import UUID

from config import get_settings
from db import leases
from db.engine import session_scope
from services import verdicts
from services.errors import OrchestratorUnavailable
from services.flow_runs import FlowRunState, read_flow_run_states

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 5000
QUEUED = "SCHEDULED"
CRASHED = "CRASHED"
TIMED_OUT = "TimedOut"
"""Name of the state of a flow run that was stopped for taking too long."""
MOST_CAUSE = 200


def release_crashed_run(flow_run_id: UUID, cause: str | None) -> int:
    """Give back what a run had in hand when its process died; how many resumes are pending again.

    A resume that was alone in such a run, after one that died before, is the cause, and is failed; the reason of its
    process's end, which holds nothing of the resume, is told with it.
    """
    poison = verdicts.poison(cause[:MOST_CAUSE] if cause else None)
    with session_scope() as session:
        in_hand = leases.in_flight_of_run(session, flow_run_id)
        failed = leases.fail_killers(session, in_hand, str(poison.reason), str(poison.message))
        released = leases.release(session, in_hand, suspect=True)
    if in_hand:
        logger.warning("flow run %s crashed: %d resumes released, %d failed", flow_run_id, len(released), len(failed))
    return len(released)


def recover() -> int:
    """Extend the leases of what waits in a queue, and give back what is in no living run's hands; how many that were.

    While Prefect cannot be asked all is left as it is: nobody could send it out again.
    """
    lease_seconds = get_settings().lease_seconds
    with session_scope() as session:
        ageing = leases.ageing(session, lease_seconds / 2, MOST_AT_ONCE)
    if not ageing:
        return 0
    try:
        states = read_flow_run_states(list({row.flow_run_id for row in ageing if row.flow_run_id}))
    except OrchestratorUnavailable:
        return 0
    died = {run_id: state.message for run_id, state in states.items() if _is_dead(state)}
    released = sum(release_crashed_run(run_id, cause) for run_id, cause in died.items())
    queued = {run_id for run_id, state in states.items() if state.type == QUEUED}
    lost = [row.resume_id for row in ageing if row.expired and row.flow_run_id not in queued | died.keys()]
    with session_scope() as session:
        # A run that its worker gave back to the queue has resumes in work, and takes them up again.
        leases.extend_queued(session, [row.resume_id for row in ageing if row.flow_run_id in queued], lease_seconds)
        released += len(leases.release(session, lost, suspect=False))
    if released:
        logger.warning("%d resumes whose flow run was lost are pending again", released)
    return released


def _is_dead(state: FlowRunState) -> bool:
    return state.type == CRASHED or state.name == TIMED_OUT
