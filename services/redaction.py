"""A candidate for blind screening: what somebody has done and can, without who they are.

Free text (resumes' texts, summaries, descriptions) is left out, and so are files and their names. What is left is masked
where it tells who the person is. A job title that only fits one gender is left as it is.
"""

import re

from db import people
from db.engine import Session
from db.tables import Resume
from models.candidate_models import CandidateDetail, RedactedCandidate, RedactedEducation, WorkExperienceItem
from services.candidate_reading import find_candidate
from services.personal_words import MASK, PersonalWords

_YEAR = re.compile(r"[(\[]?\b(?:19|20)\d{2}\b(?:\s*[-–/]\s*(?:\d{2,4}\b|present))?[)\]]?", re.I)


def find_redacted_candidate(session: Session, candidate_id: int) -> RedactedCandidate:
    """Raises CandidateNotFound."""
    candidate = find_candidate(session, candidate_id)
    resumes = [resume for resume, _ in people.list_resumes(session, [resume.id for resume in candidate.resumes])]
    personal = _personal_words(candidate, resumes)
    return RedactedCandidate(
        id=candidate.id,
        education=[
            RedactedEducation(
                institution=_without_years(personal.masked(entry.institution)),
                degree=_without_years(personal.masked(entry.degree)),
            )
            for entry in candidate.education
        ],
        work_experience=[
            WorkExperienceItem(
                company=personal.masked(entry.company),
                job_title=personal.masked(entry.job_title),
                start_date=entry.start_date,
                end_date=entry.end_date,
            )
            for entry in candidate.work_experience
        ],
        skills=[skill for skill in candidate.skills if MASK not in (personal.masked(skill) or "")],
        resume_count=len(candidate.resumes),
    )


def _personal_words(candidate: CandidateDetail, resumes: list[Resume]) -> PersonalWords:
    records = [resume.extracted_data or {} for resume in resumes]
    emails = [candidate.email, *(record.get("email") for record in records)]
    profiles = [candidate.linkedin_url, *(record.get("linkedin_url") for record in records)]
    # What stands before the @, and at the end of a profile's address, is a name of the person too.
    local_parts = [(email or "").partition("@")[0] for email in emails]
    slugs = [(profile or "").rstrip("/").rpartition("/")[2] for profile in profiles]
    return PersonalWords.of(
        names=[candidate.full_name, *(record.get("full_name") for record in records)],
        handles=[*local_parts, *slugs],
        places=[record.get("location") for record in records],
        texts=[resume.raw_text for resume in resumes],
    )


def _without_years(text: str | None) -> str | None:
    """Of a school; text that was nothing else is None."""
    if text is None:
        return None
    return re.sub(r"\s{2,}", " ", _YEAR.sub("", text)).strip(" ,;-–") or None
