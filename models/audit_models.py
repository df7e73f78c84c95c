"""Responses about the audit log."""

from datetime import datetime

from pydantic import Field

from models.schemas import ReadModel


class AuditItem(ReadModel):
    id: int
    at: datetime
    who: str = Field(description="`key:ID`, `user:ID`, `proxy:NAME`, `token`, `loopback`, or a part of the system.")
    action: str
    kind: str = Field(description="Of what it was done to: candidate, resume, ...")
    subject_id: str | None = Field(description="Null where it was a listing, or all.")
    request_id: str | None = Field(description="The `X-Request-ID` of the answer.")
