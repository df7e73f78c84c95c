"""Requests and responses about people's rights to their data."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

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
