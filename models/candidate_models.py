"""Requests and responses about candidates."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from models.resume_models import ResumeItem
from models.schemas import OneLine, ReadModel

_CHARACTER = r"[^@\s\x00-\x1f\x7f-\x9f]"
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=3, max_length=255, pattern=rf"^{_CHARACTER}+@{_CHARACTER}+\.{_CHARACTER}+$"
    ),
]


def _ask_for_letters(name: str) -> str:
    if not any(map(str.isalpha, name)):
        raise PydanticCustomError("no_name", "A name with at least one letter is asked for.")
    return name


Name = Annotated[OneLine, AfterValidator(_ask_for_letters)]


class CandidateCreate(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    full_name: Name = Field(min_length=1, max_length=255)
    email: Email
    phone_number: OneLine | None = Field(default=None, max_length=50)
    linkedin_url: OneLine | None = Field(default=None, max_length=500)


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


class RedactedEducation(ReadModel):
    """Without years: they tell somebody's age."""

    institution: str | None
    degree: str | None


class RedactedCandidate(ReadModel):
    """For blind screening: no name, contact, picture, gender, age, nationality, address, school years or profile."""

    id: int
    education: list[RedactedEducation]
    work_experience: list[WorkExperienceItem]
    skills: list[str]
    resume_count: int
