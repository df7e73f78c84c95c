"""A batch of resumes, from stored files to candidates."""

from uuid import UUID

from prefect import flow
from prefect.runtime import flow_run

from flows.discretion import discreet
from flows.reports import report_outcomes
from flows.rescue import release_resumes
from services.lease_holding import held_leases
from services.log_format import logging_about
from services.stage_costs import note_stage_costs
from tasks.dedup import dedup
from tasks.extract import extract
from tasks.hash import hash  # noqa: A004 - the step's name in the UI
from tasks.parse import parse
from tasks.persist import persist
from tasks.validate import validate


# Asynchronous, because Prefect lets a synchronous flow wait a second at its end for the heartbeat thread.
@flow(name="ingest", persist_result=False, on_crashed=[release_resumes], on_failure=[release_resumes])
@discreet
async def ingest(resume_ids: list[int]) -> None:
    """Only ids go in: what a run is given is shown in the UI and kept."""
    flow_run_id = UUID(flow_run.id) if flow_run.id else None
    with held_leases(flow_run_id), logging_about(flow_run_id=str(flow_run_id)):
        batch = hash(resume_ids, flow_run_id)
        batch = extract(batch)
        batch = parse(batch)
        batch = validate(batch)
        batch = dedup(batch)
        batch = persist(batch)
    note_stage_costs(batch.milliseconds.values())
    await report_outcomes(batch)
