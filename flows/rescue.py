"""What happens to the resumes of a run whose process died: they go out again, at once."""

import logging
from typing import Any

from prefect import Flow
from prefect.client.schemas.objects import FlowRun, State

from services.dispatch import dispatch_pending
from services.errors import OrchestratorUnavailable
from services.recovery import TIMED_OUT, release_crashed_run

logger = logging.getLogger(__name__)


async def release_resumes(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:  # noqa: ARG001
    """Hook of runs that crashed, or were stopped. What it cannot do, as Prefect does not answer, the dispatcher does later.

    A run that failed of itself is left to its leases: trouble that outlived the retries needs time.
    """
    if not (state.is_crashed() or state.name == TIMED_OUT):
        return
    release_crashed_run(flow_run.id, state.message)
    try:
        await dispatch_pending()
    except OrchestratorUnavailable:
        logger.warning("the resumes of flow run %s wait for the dispatcher", flow_run.id)
