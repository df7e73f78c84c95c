"""The tables, as SQLAlchemy models; all are known once this is imported. The migrations are tested to equal them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Boolean, Date, DateTime, ForeignKey, Index, Integer, String, Text, Uuid, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.access_tables import ApiKey as ApiKey
from db.access_tables import AuditEntry as AuditEntry
from db.access_tables import PageUser as PageUser
from db.base import Base as Base
from db.erasure_tables import Erasure as Erasure
from db.stage_tables import StageTime as StageTime


def _created() -> Mapped[datetime]:
    return mapped_column(DateTime(timezone=True), server_default=func.now())


class Candidate(Base):
    __tablename__ = "candidates"
    __table_args__ = (
        Index("ix_candidates_email", "email"),
        Index("uq_candidates_email_lower", func.lower(text("email")), unique=True),
        Index("ix_candidates_phone_number", "phone_number"),
        Index("ix_candidates_linkedin_url_lower", func.lower(text("linkedin_url"))),
        Index(
            "ix_candidates_full_name_trgm",
            "full_name",
            postgresql_using="gin",
            postgresql_ops={"full_name": "gin_trgm_ops"},
        ),
        Index("ix_candidates_email_trgm", "email", postgresql_using="gin", postgresql_ops={"email": "gin_trgm_ops"}),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str] = mapped_column(String(255))
    email: Mapped[str] = mapped_column(String(255), unique=True)
    phone_number: Mapped[str | None] = mapped_column(String(50))
    """E.164 where the number could be understood, else as written."""
    linkedin_url: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime | None] = _created()
    updated_at: Mapped[datetime | None] = _created()

    education: Mapped[list["EducationRow"]] = relationship(order_by="EducationRow.id", passive_deletes=True)
    work_experience: Mapped[list["WorkExperienceRow"]] = relationship(
        order_by="WorkExperienceRow.id", passive_deletes=True
    )
    resumes: Mapped[list["Resume"]] = relationship(order_by="Resume.id", passive_deletes=True)
    skills: Mapped[list["Skill"]] = relationship(secondary="candidate_skills", order_by="Skill.name", viewonly=True)


class Resume(Base):
    __tablename__ = "resumes"
    __table_args__ = (
        Index("ix_resumes_file_hash", "file_hash"),
        Index("ix_resumes_candidate_id", "candidate_id"),
        Index("ix_resumes_upload_status", "upload_status", "id"),
        Index(
            "ix_resumes_unfinished",
            "lease_until",
            "id",
            postgresql_where=text("upload_status IN ('pending', 'processing')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id", ondelete="SET NULL"))
    file_name: Mapped[str] = mapped_column(String(255))
    file_path: Mapped[str] = mapped_column(String(1024))
    file_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256, in hexadecimal."""
    upload_status: Mapped[str] = mapped_column(String(20), server_default="pending")
    raw_text: Mapped[str | None] = mapped_column(Text)
    extracted_data: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    uploaded_at: Mapped[datetime | None] = _created()

    media_type: Mapped[str | None] = mapped_column(String(100))
    byte_size: Mapped[int | None] = mapped_column(BigInteger)
    source: Mapped[str] = mapped_column(String(20), server_default="api")
    """api, page, cli or sweep."""
    source_label: Mapped[str | None] = mapped_column(String(100))
    """Where it is from, in the sender's words."""
    consent: Mapped[str | None] = mapped_column(String(100))
    """What its person has agreed to: a date, or a code of the sender's own."""
    last_sent_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    """When the file came in last; keeping it is reckoned from there."""
    status_reason: Mapped[str | None] = mapped_column(String(50))
    """Stable code of why it is `failed` or `needs_review`."""
    status_message: Mapped[str | None] = mapped_column(Text)
    """The same as a sentence for a person, without personal data."""
    attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    """How often a flow run has claimed it."""
    lease_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Until when its flow run (or its dispatch) has it; past that it counts as lost."""
    dispatch_alone: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    """Its last run died: it goes out in a flow run of its own."""
    set_aside: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    """Reading it takes longer than a run allows that others wait behind; it goes out in one of its own, with full limits."""
    layout: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    parser_version: Mapped[str | None] = mapped_column(String(20))
    document_date: Mapped[date | None] = mapped_column(Date)
    findings: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    """Of the reader and of the quality checks: [{code, severity, field, message}]."""
    matched_by: Mapped[str | None] = mapped_column(String(20))
    """Why it was linked to a candidate already known: email, phone or linkedin; None for a new one."""
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Job(Base):
    """What an upload is answered with; there is one for each resume."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_flow_run_id", "flow_run_id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    resume_id: Mapped[int] = mapped_column(ForeignKey("resumes.id", ondelete="CASCADE"), unique=True)
    flow_run_id: Mapped[UUID | None] = mapped_column(Uuid)
    """The Prefect flow run that has the resume, or had it last."""
    created_at: Mapped[datetime | None] = _created()
    dispatched_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    resume: Mapped[Resume] = relationship()


class EducationRow(Base):
    __tablename__ = "education"
    __table_args__ = (Index("ix_education_candidate_id", "candidate_id"), Index("ix_education_resume_id", "resume_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    institution: Mapped[str | None] = mapped_column(String(255))
    degree: Mapped[str | None] = mapped_column(String(255))
    end_date: Mapped[date | None] = mapped_column(Date)
    """First day of the period that `end_date_precision` tells."""
    end_date_precision: Mapped[str | None] = mapped_column(String(5))
    """year, month or day."""
    is_current: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    resume_id: Mapped[int | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"))
    """The resume that brought the entry; parsing that resume again replaces it."""


class WorkExperienceRow(Base):
    __tablename__ = "work_experience"
    __table_args__ = (
        Index("ix_work_experience_candidate_id", "candidate_id"),
        Index("ix_work_experience_resume_id", "resume_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    company: Mapped[str | None] = mapped_column(String(255))
    job_title: Mapped[str | None] = mapped_column(String(255))
    start_date: Mapped[date | None] = mapped_column(Date)
    start_date_precision: Mapped[str | None] = mapped_column(String(5))
    end_date: Mapped[date | None] = mapped_column(Date)
    end_date_precision: Mapped[str | None] = mapped_column(String(5))
    is_current: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    resume_id: Mapped[int | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"))


class Skill(Base):
    __tablename__ = "skills"
    __table_args__ = (Index("uq_skills_name_lower", func.lower(text("name")), unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)


class CandidateSkill(Base):
    __tablename__ = "candidate_skills"
    __table_args__ = (
        Index("ix_candidate_skills_skill_id", "skill_id", "candidate_id"),
        Index("ix_candidate_skills_resume_id", "resume_id"),
    )

    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skills.id", ondelete="CASCADE"), primary_key=True)
    resume_id: Mapped[int | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"))
