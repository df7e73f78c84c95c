"""Jobs: what an upload was answered with, read with one indexed query however many are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from db.engine import Session
from db.tables import Job, Resume


@dataclass(frozen=True, slots=True)
class JobState:
    """A job with what is known of its resume."""

    job_id: UUID
    flow_run_id: UUID | None
    resume_id: int
    file_name: str
    status: str
    status_reason: str | None
    status_message: str | None
    candidate_id: int | None
    matched_by: str | None
    findings: list[dict[str, Any]] | None


def get_jobs(session: Session, job_ids: Sequence[UUID]) -> list[JobState]:
    """The jobs that exist, in the order asked for."""
    query = (
        select(
            Job.id,
            Job.flow_run_id,
            Resume.id,
            Resume.file_name,
            Resume.upload_status,
            Resume.status_reason,
            Resume.status_message,
            Resume.candidate_id,
            Resume.matched_by,
            Resume.findings,
        )
        .join(Resume, Resume.id == Job.resume_id)
        .where(Job.id.in_(job_ids))
    )
    found = {row[0]: JobState(*row) for row in session.execute(query)}
    return [found[job_id] for job_id in dict.fromkeys(job_ids) if job_id in found]


def get_resume_id(session: Session, job_id: UUID) -> int | None:
    return session.scalar(select(Job.resume_id).where(Job.id == job_id))
