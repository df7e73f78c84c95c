"""Jobs: what became of an upload."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool

from api.auth import requires
from api.dependencies import AppSettings, Orchestrator
from db.jobs import JobState
from models.resume_models import FlowRunResponse, JobList, JobResponse, JobResult
from models.schemas import ProblemDetail
from services.errors import JobNotFound
from services.job_reading import read_jobs
from services.scopes import Scope

MAX_IDS = 500
_UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_LENGTH_OF_ID = 36
IN_FLIGHT = frozenset({"pending", "processing"})

router = APIRouter(prefix="/jobs", tags=["jobs"], dependencies=[requires(Scope.UPLOAD, Scope.READ)])


@router.get("/{job_id}", responses={404: {"model": ProblemDetail}})
async def get_job(job_id: UUID, settings: AppSettings, orchestrator: Orchestrator) -> JobResponse:
    jobs = await _describe([job_id], settings.prefect_ui_url, orchestrator)
    if not jobs:
        raise JobNotFound
    return jobs[0]


@router.get("")
async def get_jobs(
    ids: Annotated[
        str,
        Query(
            description=f"Up to {MAX_IDS} job ids, separated by commas.",
            pattern=f"^({_UUID}(,{_UUID})*)?$",
            max_length=(_LENGTH_OF_ID + 1) * MAX_IDS - 1,
        ),
    ],
    settings: AppSettings,
    orchestrator: Orchestrator,
) -> JobList:
    """Many jobs by one request and one query; those that do not exist are left out."""
    return JobList(
        items=await _describe(
            [UUID(job_id) for job_id in ids.split(",") if job_id], settings.prefect_ui_url, orchestrator
        )
    )


async def _describe(job_ids: list[UUID], ui_url: str, orchestrator: Orchestrator) -> list[JobResponse]:
    jobs = await run_in_threadpool(read_jobs, job_ids)
    running = {job.flow_run_id for job in jobs if job.flow_run_id is not None and job.status in IN_FLIGHT}
    names = await asyncio.gather(*(orchestrator.get_state_name(flow_run_id) for flow_run_id in running))
    states = dict(zip(running, names, strict=True))
    return [_response_of(job, _flow_run_of(job, ui_url, states)) for job in jobs]


def _flow_run_of(job: JobState, ui_url: str, states: dict[UUID, str | None]) -> FlowRunResponse | None:
    if job.flow_run_id is None:
        return None
    url = f"{ui_url}/runs/flow-run/{job.flow_run_id}"
    return FlowRunResponse(id=job.flow_run_id, state=states.get(job.flow_run_id), url=url)


def _response_of(job: JobState, flow_run: FlowRunResponse | None) -> JobResponse:
    result = JobResult(
        resume_id=job.resume_id,
        file_name=job.file_name,
        candidate_id=job.candidate_id,
        is_duplicate=job.matched_by is not None,
        matched_by=job.matched_by,
        status_reason=job.status_reason,
        status_message=job.status_message,
        findings=job.findings or [],
        flow_run=flow_run,
    )
    return JobResponse.model_validate({"job_id": job.job_id, "status": job.status, "result": result})
