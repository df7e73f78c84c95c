"""Runs that a person asks for: parse stored resumes again, sweep the inbox now."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool

from api.audit_trail import Audit
from api.auth import requires
from api.dependencies import AppSettings, Orchestrator
from models.resume_models import BackfillRequest, FlowRunStarted
from models.schemas import ProblemDetail
from services.audit import Action
from services.scopes import Scope

router = APIRouter(tags=["operations"], dependencies=[requires(Scope.ADMIN)])

_UNAVAILABLE: dict[int | str, dict[str, Any]] = {
    503: {"model": ProblemDetail, "description": "Prefect is unreachable."}
}


@router.post("/backfills", status_code=202, responses=_UNAVAILABLE)
async def start_backfill(
    request: BackfillRequest, audit: Audit, settings: AppSettings, orchestrator: Orchestrator
) -> FlowRunStarted:
    """Parse stored resumes again, from their stored text and layout."""
    flow_run_id = await orchestrator.trigger_backfill(
        request.resume_ids, request.since, request.parser_version_older_than
    )
    await run_in_threadpool(audit.note, Action.START, "backfill", str(flow_run_id))
    return _started(flow_run_id, settings.prefect_ui_url)


@router.post("/sweeps", status_code=202, responses=_UNAVAILABLE)
async def start_sweep(audit: Audit, settings: AppSettings, orchestrator: Orchestrator) -> FlowRunStarted:
    """Look through the inbox folder now instead of at the next scheduled time."""
    flow_run_id = await orchestrator.trigger_sweep()
    await run_in_threadpool(audit.note, Action.START, "sweep", str(flow_run_id))
    return _started(flow_run_id, settings.prefect_ui_url)


def _started(flow_run_id: UUID, ui_url: str) -> FlowRunStarted:
    return FlowRunStarted(flow_run_id=flow_run_id, url=f"{ui_url}/runs/flow-run/{flow_run_id}")
