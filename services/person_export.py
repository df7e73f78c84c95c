"""A person's own data, given out whole: what an erasure would remove is what this shows."""

from collections.abc import Sequence
from datetime import UTC, datetime

from db import audit, erasures, people
from db.engine import Session
from db.tables import Job, Resume
from models.privacy_models import (
    ExportedAct,
    ExportedEducation,
    ExportedResume,
    ExportedSkill,
    ExportedWork,
    PersonExport,
)
from services.candidate_reading import education_item, work_item
from services.errors import CandidateNotFound


def export_person(session: Session, candidate_id: int) -> PersonExport:
    """Raises CandidateNotFound."""
    person = people.get_person(session, candidate_id)
    if person is None:
        raise CandidateNotFound
    holdings = erasures.find_of_candidates(session, [candidate_id])
    return PersonExport(
        exported_at=datetime.now(UTC),
        candidate_id=person.id,
        full_name=person.full_name,
        email=person.email,
        phone_number=person.phone_number,
        linkedin_url=person.linkedin_url,
        stored_since=person.created_at,
        changed_at=person.updated_at,
        education=[
            ExportedEducation(**education_item(row).model_dump(), resume_id=row.resume_id)
            for row in people.list_education(session, candidate_id)
        ],
        work_experience=[
            ExportedWork(**work_item(row).model_dump(), resume_id=row.resume_id)
            for row in people.list_work(session, candidate_id)
        ],
        skills=[
            ExportedSkill(name=name, resume_id=resume_id)
            for name, resume_id in people.list_skills(session, candidate_id)
        ],
        resumes=[_resume(*row) for row in people.list_resumes(session, holdings.resume_ids)],
        history=_history(session, candidate_id, sorted(holdings.resume_ids)),
    )


def _resume(resume: Resume, job: Job) -> ExportedResume:
    return ExportedResume(
        id=resume.id,
        job_id=job.id,
        file=f"/api/v1/resumes/{resume.id}/file",
        file_name=resume.file_name,
        file_sha256=resume.file_hash,
        media_type=resume.media_type,
        byte_size=resume.byte_size,
        received_at=resume.uploaded_at,
        last_sent_at=resume.last_sent_at,
        received_by=resume.source,
        source=resume.source_label,
        consent=resume.consent,
        status=resume.upload_status,
        status_reason=resume.status_reason,
        status_message=resume.status_message,
        finished_at=resume.finished_at,
        sent_to_processing_at=job.dispatched_at,
        matched_by=resume.matched_by,
        document_date=resume.document_date,
        parser_version=resume.parser_version,
        findings=resume.findings,
        text=resume.raw_text,
        layout=resume.layout,
        record=resume.extracted_data,
    )


def _history(session: Session, candidate_id: int, resume_ids: Sequence[int]) -> list[ExportedAct]:
    """Without who: those are people too."""
    acts = audit.list_acts(session, {"candidate": [candidate_id], "resume": resume_ids})
    return [ExportedAct(at=act.at, action=act.action, kind=act.kind, id=int(act.subject_id or 0)) for act in acts]
