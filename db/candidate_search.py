"""Listing and looking at candidates: keyset pages over indexes, and what belongs to a page's candidates by batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from db.engine import Session
from db.tables import Candidate, CandidateSkill, Resume, Skill, WorkExperienceRow

SHORTEST_FUZZY_TEXT = 4
"""Shorter text has too few trigrams to tell a slip of the pen from another word."""
SHORTEST_INNER_TEXT = 3
_LIKE_ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


@dataclass(frozen=True, slots=True)
class CandidateListing:
    """A candidate's own columns."""

    id: int
    full_name: str
    email: str
    phone_number: str | None
    linkedin_url: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    company: str | None
    job_title: str | None


_COLUMNS = (
    Candidate.id,
    Candidate.full_name,
    Candidate.email,
    Candidate.phone_number,
    Candidate.linkedin_url,
    Candidate.created_at,
    Candidate.updated_at,
)


def search_candidates(
    session: Session, limit: int, before_id: int | None, words: Sequence[str], email: str | None, skill: str | None
) -> list[CandidateListing]:
    """Newest first, those before `before_id`, with each word in name or e-mail, the e-mail part and the skill."""
    return _listed(session, _page(limit, before_id, [*map(_has_word, words), *_filters(email, skill)]))


def search_similar_names(
    session: Session, limit: int, text: str, email: str | None, skill: str | None
) -> list[CandidateListing]:
    """Names with a part that is written much like the text, the most alike first. Text that is too short finds none."""
    if len(text) < SHORTEST_FUZZY_TEXT:
        return []
    alike = Candidate.full_name.bool_op("%>")(text)
    query = select(*_COLUMNS).where(alike, *_filters(email, skill))
    distance = Candidate.full_name.op("<->>")(text)
    return _listed(session, query.order_by(distance, Candidate.id.desc()).limit(limit))


def get_candidate(session: Session, candidate_id: int) -> CandidateListing | None:
    found = _listed(session, select(*_COLUMNS).where(Candidate.id == candidate_id))
    return found[0] if found else None


def list_skills(session: Session, candidate_ids: Sequence[int]) -> dict[int, list[str]]:
    """The skills of each candidate, by name."""
    query = (
        select(CandidateSkill.candidate_id, func.array_agg(Skill.name))
        .join(Skill, Skill.id == CandidateSkill.skill_id)
        .where(CandidateSkill.candidate_id.in_(candidate_ids))
        .group_by(CandidateSkill.candidate_id)
    )
    return {candidate_id: sorted(names, key=str.lower) for candidate_id, names in session.execute(query)}


def list_current_positions(session: Session, candidate_ids: Sequence[int]) -> dict[int, Position]:
    """What each candidate does now; of several positions, and where all have ended, the latest."""
    row = WorkExperienceRow
    query = (
        select(row.candidate_id, row.company, row.job_title)
        .distinct(row.candidate_id)
        .where(row.candidate_id.in_(candidate_ids))
        .order_by(
            row.candidate_id,
            row.is_current.desc(),
            row.end_date.desc().nulls_last(),
            row.start_date.desc().nulls_last(),
            row.id,
        )
    )
    return {
        candidate_id: Position(company, job_title)
        for candidate_id, company, job_title in session.execute(query)
        if candidate_id is not None
    }


def count_resumes(session: Session, candidate_ids: Sequence[int]) -> dict[int, int]:
    query = (
        select(Resume.candidate_id, func.count())
        .where(Resume.candidate_id.in_(candidate_ids))
        .group_by(Resume.candidate_id)
    )
    return {candidate_id: count for candidate_id, count in session.execute(query) if candidate_id is not None}


def _listed(session: Session, query: Select[Any]) -> list[CandidateListing]:
    return [CandidateListing(**row) for row in session.execute(query).mappings()]


def _page(limit: int, before_id: int | None, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    query = select(*_COLUMNS).where(*conditions).order_by(Candidate.id.desc()).limit(limit)
    return query if before_id is None else query.where(Candidate.id < before_id)


def _filters(email: str | None, skill: str | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if email:
        conditions.append(_contains(Candidate.email, email))
    if skill:
        conditions.append(_has_skill(skill))
    return conditions


def _has_word(word: str) -> ColumnElement[bool]:
    return or_(_contains(Candidate.full_name, word), _contains(Candidate.email, word))


def _contains(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """The text anywhere in the column; one too short to be looked up by trigrams, at the beginning of a word."""
    escaped = text.translate(_LIKE_ESCAPES)
    patterns = [f"%{escaped}%"] if len(text) >= SHORTEST_INNER_TEXT else [f"{escaped}%", f"% {escaped}%"]
    return or_(*(column.ilike(pattern, escape="\\") for pattern in patterns))


def _has_skill(name: str) -> ColumnElement[bool]:
    skill_id = select(Skill.id).where(func.lower(Skill.name) == func.lower(name)).scalar_subquery()
    return (
        select(CandidateSkill.candidate_id)
        .where(and_(CandidateSkill.candidate_id == Candidate.id, CandidateSkill.skill_id == skill_id))
        .exists()
    )
