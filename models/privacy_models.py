"""Requests and responses about people's rights to their data."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from models.candidate_models import EducationItem, WorkExperienceItem
from models.schemas import ReadModel


class ErasedCounts(BaseModel):
    """How many rows there were of what."""

    candidates: int = 0
    resumes: int = 0
    jobs: int = 0
    education: int = 0
    work_experience: int = 0
    candidate_skills: int = 0
    skills: int = Field(default=0, description="Skills that nobody else has.")


class ErasureReceipt(ReadModel):
    """That something was erased; nothing of what it was."""

    id: UUID
    at: datetime
    by: str = Field(description="As the audit log has it, such as `key:3`.")
    removed: ErasedCounts
    files_left: int = Field(
        description="Files that could not be removed at once; `maintain` goes on trying until it is done."
    )
    finished_at: datetime | None = Field(description="Null while something is left to remove.")


class ExportedEducation(EducationItem):
    resume_id: int | None = Field(description="The resume that told it; null where a person entered it.")


class ExportedWork(WorkExperienceItem):
    resume_id: int | None = Field(description="The resume that told it; null where a person entered it.")


class ExportedSkill(BaseModel):
    name: str
    resume_id: int | None


class ExportedResume(ReadModel):
    """A resume with all that is kept of it. The file itself is at `file`."""

    id: int
    job_id: UUID
    file: str
    file_name: str
    file_sha256: str
    media_type: str | None
    byte_size: int | None
    received_at: datetime | None
    last_sent_at: datetime = Field(description="When the same file came in last.")
    received_by: str = Field(description="page, api, cli or sweep.")
    source: str | None = Field(description="Where it is from, as the sender said.")
    consent: str | None = Field(description="What was agreed to, as the sender said.")
    status: str
    status_reason: str | None
    status_message: str | None
    finished_at: datetime | None
    sent_to_processing_at: datetime | None
    matched_by: str | None = Field(description="By what it was found to be this person's: email, linkedin or phone.")
    document_date: date | None
    parser_version: str | None
    findings: list[dict[str, Any]] | None
    text: str | None = Field(description="As it was read from the file.")
    layout: dict[str, Any] | None = Field(description="Where the text stands in the file.")
    record: dict[str, Any] | None = Field(description="What was understood of the text.")


class ExportedAct(BaseModel):
    """That somebody did something with the data, from the audit log."""

    at: datetime
    action: str
    kind: str
    id: int


class PersonExport(BaseModel):
    """All that is stored of a person."""

    exported_at: datetime
    candidate_id: int
    full_name: str
    email: str
    phone_number: str | None
    linkedin_url: str | None
    stored_since: datetime | None
    changed_at: datetime | None
    education: list[ExportedEducation]
    work_experience: list[ExportedWork]
    skills: list[ExportedSkill]
    resumes: list[ExportedResume]
    history: list[ExportedAct] = Field(description="The newest first.")
