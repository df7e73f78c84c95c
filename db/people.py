"""All that is stored of a person, whole rows."""

from collections.abc import Iterable

from sqlalchemy import select

from db.engine import Session
from db.tables import Candidate, CandidateSkill, EducationRow, Job, Resume, Skill, WorkExperienceRow


def get_person(session: Session, candidate_id: int) -> Candidate | None:
    return session.get(Candidate, candidate_id)


def list_education(session: Session, candidate_id: int) -> list[EducationRow]:
    query = select(EducationRow).where(EducationRow.candidate_id == candidate_id)
    return list(session.scalars(query.order_by(EducationRow.id)))


def list_work(session: Session, candidate_id: int) -> list[WorkExperienceRow]:
    query = select(WorkExperienceRow).where(WorkExperienceRow.candidate_id == candidate_id)
    return list(session.scalars(query.order_by(WorkExperienceRow.id)))


def list_skills(session: Session, candidate_id: int) -> list[tuple[str, int | None]]:
    """Each with the resume that brought it."""
    query = (
        select(Skill.name, CandidateSkill.resume_id)
        .join(CandidateSkill, CandidateSkill.skill_id == Skill.id)
        .where(CandidateSkill.candidate_id == candidate_id)
    )
    return [(name, resume_id) for name, resume_id in session.execute(query.order_by(Skill.name))]


def list_resumes(session: Session, resume_ids: Iterable[int]) -> list[tuple[Resume, Job]]:
    """With text, layout and record, each with its job; the oldest first."""
    query = select(Resume, Job).join(Job, Job.resume_id == Resume.id).where(Resume.id.in_(resume_ids))
    return [(resume, job) for resume, job in session.execute(query.order_by(Resume.id))]
