"""Requests and responses about resumes and their jobs."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StrictInt, computed_field

from models.schemas import Moment, ReadModel

UploadStatus = Literal["pending", "processing", "completed", "needs_review", "failed"]


class RefusalDetail(ReadModel):
    code: str
    detail: str


class ResumeUploadResponse(ReadModel):
    job_id: UUID | None = Field(description="Null when the file was refused.")
    file_name: str
    status: UploadStatus | Literal["rejected"]
    error: RefusalDetail | None = Field(default=None, description="Why the file was refused.")


class FlowRunResponse(ReadModel):
    id: UUID
    state: str | None = Field(description="Name of its state, such as Running; null while Prefect does not answer.")
    url: str


class JobResult(ReadModel):
    resume_id: int
    file_name: str
    candidate_id: int | None
    is_duplicate: bool = Field(description="Whether the candidate was known before this resume.")
    matched_by: str | None = Field(description="By what the candidate was known: email, linkedin or phone.")
    status_reason: str | None
    status_message: str | None
    findings: list[dict[str, Any]]
    flow_run: FlowRunResponse | None = Field(description="The Prefect flow run that has the resume, or had it last.")


class JobResponse(ReadModel):
    job_id: UUID
    status: UploadStatus
    result: JobResult


class JobList(ReadModel):
    items: list[JobResponse]


class ResumeItem(ReadModel):
    id: int
    job_id: UUID
    file_name: str
    status: UploadStatus
    status_reason: str | None
    status_message: str | None
    uploaded_at: datetime
    finished_at: datetime | None
    candidate_id: int | None
    candidate_name: str | None
    source: str = Field(description="How it came in: page, api, cli or sweep.")
    source_label: str | None = Field(description="Where it is from, as the sender said.")
    consent: str | None = Field(description="What its person has agreed to, as the sender said: a date or a code.")
    last_sent_at: datetime
    byte_size: int | None
    media_type: str | None


class UnreadItem(BaseModel):
    """What looks as if it belonged into the record and is not in it."""

    kind: Literal["job", "degree", "period", "contact", "section"]
    lines: list[int] = Field(description="Numbers of lines of the text that was read, from 0.")


class ResumeDetail(ResumeItem):
    attempts: int
    matched_by: str | None
    parser_version: str | None
    document_date: date | None
    findings: list[dict[str, Any]] | None
    extracted_data: dict[str, Any] | None = Field(description="The record; of a resume in review, its draft.")

    @computed_field(description="What looks as if it belonged into the record and is not in it.")  # type: ignore[prop-decorator]
    @property
    def unread(self) -> list[UnreadItem]:
        return [UnreadItem.model_validate(item) for item in (self.extracted_data or {}).get("unread", ())]

    @computed_field(description="Share of the document's text that the record explains, 0 to 1; null when not read.")  # type: ignore[prop-decorator]
    @property
    def explained(self) -> float | None:
        return (self.extracted_data or {}).get("explained")


class BackfillRequest(BaseModel):
    """Which stored resumes to parse again; all conditions given must hold, and none means all of them."""

    resume_ids: list[StrictInt] | None = Field(default=None, min_length=1, max_length=10_000)
    since: Moment | None = Field(default=None, description="Uploaded at that time or later.")
    parser_version_older_than: str | None = Field(default=None, max_length=20, pattern=r"^\d+(\.\d+){0,2}$")


class FlowRunStarted(BaseModel):
    flow_run_id: UUID
    url: str
