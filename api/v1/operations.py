"""Runs that a person asks for: parse stored resumes again, sweep the inbox now."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from api.dependencies import AppSettings, Orchestrator
from models.resume_models import BackfillRequest, FlowRunStarted
from models.schemas import ProblemDetail

router = APIRouter(tags=["operations"])

_UNAVAILABLE: dict[int | str, dict[str, Any]] = {
    503: {"model": ProblemDetail, "description": "Prefect is unreachable."}
}


@router.post("/backfills", status_code=202, responses=_UNAVAILABLE)
async def start_backfill(request: BackfillRequest, settings: AppSettings, orchestrator: Orchestrator) -> FlowRunStarted:
    """Parse stored resumes again, from their stored text and layout."""
    flow_run_id = await orchestrator.trigger_backfill(
        request.resume_ids, request.since, request.parser_version_older_than
    )
    return _started(flow_run_id, settings.prefect_ui_url)


@router.post("/sweeps", status_code=202, responses=_UNAVAILABLE)
async def start_sweep(settings: AppSettings, orchestrator: Orchestrator) -> FlowRunStarted:
    """Look through the inbox folder now instead of at the next scheduled time."""
    return _started(await orchestrator.trigger_sweep(), settings.prefect_ui_url)


def _started(flow_run_id: UUID, ui_url: str) -> FlowRunStarted:
    return FlowRunStarted(flow_run_id=flow_run_id, url=f"{ui_url}/runs/flow-run/{flow_run_id}")
