"""Requests and responses about candidates."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from models.resume_models import ResumeItem
from models.schemas import ReadModel

_CHARACTER = r"[^@\s\x00-\x1f\x7f]"
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=3, max_length=255, pattern=rf"^{_CHARACTER}+@{_CHARACTER}+\.{_CHARACTER}+$"
    ),
]


class CandidateCreate(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    full_name: str = Field(min_length=1, max_length=255)
    email: Email
    phone_number: str | None = Field(default=None, max_length=50)
    linkedin_url: str | None = Field(default=None, max_length=500)


class CandidateResponse(ReadModel):
    id: int
    full_name: str
    email: str
    phone_number: str | None
    linkedin_url: str | None


class CandidateItem(CandidateResponse):
    current_position: str | None
    skills: list[str]
    resume_count: int
    updated_at: datetime


class EducationItem(ReadModel):
    institution: str | None
    degree: str | None
    end_date: str | None = Field(description="As precise as the resume: YYYY, YYYY-MM or YYYY-MM-DD; or `present`.")


class WorkExperienceItem(ReadModel):
    company: str | None
    job_title: str | None
    start_date: str | None = Field(description="As precise as the resume: YYYY, YYYY-MM or YYYY-MM-DD.")
    end_date: str | None = Field(description="As `start_date`, or `present`.")


class CandidateDetail(CandidateResponse):
    created_at: datetime
    updated_at: datetime
    education: list[EducationItem]
    work_experience: list[WorkExperienceItem]
    skills: list[str]
    resumes: list[ResumeItem]
