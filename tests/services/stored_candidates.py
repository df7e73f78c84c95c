"""Candidates as a test stores them, and what is then known of them."""

from typing import Any

from sqlalchemy import select, text

from db.engine import session_scope
from db.tables import Candidate, WorkExperienceRow
from services.candidate_service import CandidateService, StoredCandidate
from tests.factories import ResumeFactory, make_record


def store(make_resume: ResumeFactory, **changes: Any) -> StoredCandidate:
    """A finished resume with this record, stored in a transaction of its own."""
    return store_as(make_resume, make_record(**changes))[1]


def store_as(make_resume: ResumeFactory, record: dict[str, Any]) -> tuple[int, StoredCandidate]:
    resume_id, _ = make_resume(upload_status="completed", extracted_data=record)
    with session_scope() as session:
        stored = CandidateService(session).store_record(resume_id, record)
        session.execute(
            text("UPDATE resumes SET candidate_id = :candidate WHERE id = :id"),
            {"candidate": stored.candidate_id, "id": resume_id},
        )
    return resume_id, stored


def work(company: str, title: str, start: str | None, end: str | None) -> dict[str, Any]:
    return {"company": company, "job_title": title, "start_date": start, "end_date": end}


def works_of(candidate_id: int) -> list[tuple[Any, ...]]:
    with session_scope() as session:
        rows = session.scalars(select(WorkExperienceRow).where(WorkExperienceRow.candidate_id == candidate_id))
        return sorted(
            (
                row.company,
                row.job_title,
                str(row.start_date),
                row.start_date_precision,
                str(row.end_date),
                row.is_current,
            )
            for row in rows
        )


def skills_of(candidate_id: int) -> set[str]:
    with session_scope() as session:
        candidate = session.get_one(Candidate, candidate_id)
        return {skill.name for skill in candidate.skills}


def contact_of(candidate_id: int) -> tuple[str, str, str | None, str | None]:
    with session_scope() as session:
        found = session.get_one(Candidate, candidate_id)
        return found.full_name, found.email, found.phone_number, found.linkedin_url
