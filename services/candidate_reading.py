"""Looking at candidates: search, and one of them with all that is known."""

from collections.abc import Sequence
from datetime import date

from db import candidate_search
from db.candidate_search import CandidateListing, Position
from db.engine import Session
from db.entries import EducationValues, WorkValues, list_entries
from db.resumes import list_resumes_of
from db.tables import EducationRow, WorkExperienceRow
from models.candidate_models import CandidateDetail, CandidateItem, EducationItem, WorkExperienceItem
from models.resume_models import ResumeItem
from models.schemas import ListPage
from resume_parser.vocabulary import match_skill
from services.cursors import read_cursor, write_cursor
from services.errors import CandidateNotFound
from services.stored_dates import from_columns, write_end
from services.stored_text import fit

MOST_TEXT = 255
MOST_WORDS = 8
"""Of a search text; a name has hardly more."""


def search_candidates(
    session: Session,
    limit: int,
    cursor: str | None = None,
    q: str | None = None,
    email: str | None = None,
    skill: str | None = None,
) -> ListPage[CandidateItem]:
    """Newest first: `q` by words of the name or e-mail in any order, `email` by a part of it, `skill` by its name.

    Where no name has the words of `q`, the names written most like it are found instead, on one page.
    Raises BadCursor.
    """
    words = [word for word in (fit(q, MOST_TEXT) or "").split() if any(map(str.isalnum, word))][:MOST_WORDS]
    email, skill = fit(email, MOST_TEXT), fit(skill, MOST_TEXT)
    # Skills are stored by their canonical name, and people ask by the short one.
    skill = skill and (match_skill(skill) or skill)
    found = candidate_search.search_candidates(session, limit + 1, read_cursor(cursor), words, email, skill)
    if words and not found and cursor is None:
        similar = candidate_search.search_similar_names(session, limit, " ".join(words), email, skill)
        return ListPage(items=_items(session, similar))
    next_cursor = write_cursor(found[limit - 1].id) if len(found) > limit else None
    return ListPage(items=_items(session, found[:limit]), next_cursor=next_cursor)


def find_candidate(session: Session, candidate_id: int) -> CandidateDetail:
    """Raises CandidateNotFound."""
    candidate = candidate_search.get_candidate(session, candidate_id)
    if candidate is None:
        raise CandidateNotFound
    education = [entry.values for entry in list_entries(session, EducationValues, [candidate_id])[candidate_id]]
    work = [entry.values for entry in list_entries(session, WorkValues, [candidate_id])[candidate_id]]
    return CandidateDetail(
        id=candidate.id,
        full_name=candidate.full_name,
        email=candidate.email,
        phone_number=candidate.phone_number,
        linkedin_url=candidate.linkedin_url,
        created_at=candidate.created_at,
        updated_at=candidate.updated_at,
        education=[education_item(values) for values in sorted(education, key=_recency, reverse=True)],
        work_experience=[work_item(values) for values in sorted(work, key=_recency, reverse=True)],
        skills=candidate_search.list_skills(session, [candidate_id]).get(candidate_id, []),
        resumes=[ResumeItem.model_validate(resume) for resume in list_resumes_of(session, candidate_id)],
    )


def _items(session: Session, found: Sequence[CandidateListing]) -> list[CandidateItem]:
    """With what belongs to them, read for all of them together."""
    if not found:
        return []
    ids = [candidate.id for candidate in found]
    skills = candidate_search.list_skills(session, ids)
    positions = candidate_search.list_current_positions(session, ids)
    resumes = candidate_search.count_resumes(session, ids)
    return [
        CandidateItem(
            id=candidate.id,
            full_name=candidate.full_name,
            email=candidate.email,
            phone_number=candidate.phone_number,
            linkedin_url=candidate.linkedin_url,
            current_position=_position_in_words(positions.get(candidate.id)),
            skills=skills.get(candidate.id, []),
            resume_count=resumes.get(candidate.id, 0),
            updated_at=candidate.updated_at,
        )
        for candidate in found
    ]


def _position_in_words(position: Position | None) -> str | None:
    return ", ".join(part for part in (position.job_title, position.company) if part) if position else None


def _recency(values: EducationValues | WorkValues) -> tuple[bool, date, date]:
    """Sorts what goes on now last, and what has no date first."""
    start = values.start_date if isinstance(values, WorkValues) else None
    return values.is_current, values.end_date or start or date.min, start or date.min


def education_item(row: EducationValues | EducationRow) -> EducationItem:
    end = from_columns(row.end_date, row.end_date_precision)
    return EducationItem(
        institution=row.institution, degree=row.degree, end_date=write_end(end, is_current=row.is_current)
    )


def work_item(row: WorkValues | WorkExperienceRow) -> WorkExperienceItem:
    start = from_columns(row.start_date, row.start_date_precision)
    end = from_columns(row.end_date, row.end_date_precision)
    return WorkExperienceItem(
        company=row.company,
        job_title=row.job_title,
        start_date=str(start) if start else None,
        end_date=write_end(end, is_current=row.is_current),
    )
