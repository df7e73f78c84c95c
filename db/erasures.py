"""Erasing people: what is kept of them by table, the rows' removal, and the receipts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text, update

from db.engine import Session
from db.entries import lock_out_linking
from db.erasure_tables import Erasure
from db.tables import Candidate, Resume

_BY_EITHER = "candidate_id = ANY(:candidate_ids) OR resume_id = ANY(:resume_ids)"
KEPT_OF_PEOPLE = {
    "education": _BY_EITHER,
    "work_experience": _BY_EITHER,
    "candidate_skills": _BY_EITHER,
    "jobs": "resume_id = ANY(:resume_ids)",
    "resumes": "id = ANY(:resume_ids)",
    "candidates": "id = ANY(:candidate_ids)",
}
"""Tables with rows of people, and whose they are; in the order in which they can be removed."""

_COUNTS = text(
    " UNION ALL ".join(
        f"SELECT '{table}', count(*) FROM {table} WHERE {condition}"  # noqa: S608 - constants of this module
        for table, condition in KEPT_OF_PEOPLE.items()
    )
)
_REMOVALS = {
    table: text(f"DELETE FROM {table} WHERE {condition}")  # noqa: S608 - constants of this module
    for table, condition in KEPT_OF_PEOPLE.items()
}
_UNOWNED_SKILLS = text("""
    DELETE FROM skills WHERE NOT EXISTS (SELECT 1 FROM candidate_skills WHERE skill_id = skills.id)
""")


@dataclass(frozen=True, slots=True)
class Holdings:
    """The rows that an erasure is about: candidates and resumes by their ids."""

    candidate_ids: frozenset[int] = frozenset()
    resume_ids: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.candidate_ids or self.resume_ids)


@dataclass(frozen=True, slots=True)
class KeptFile:
    path: str
    file_hash: str
    byte_size: int | None


def find_of_candidates(session: Session, candidate_ids: Iterable[int]) -> Holdings:
    """Those of the candidates that exist, with their resumes and the drafts that have their e-mail addresses."""
    found = session.execute(select(Candidate.id, Candidate.email).where(Candidate.id.in_(candidate_ids))).all()
    known = frozenset(row.id for row in found)
    resumes = session.scalars(select(Resume.id).where(Resume.candidate_id.in_(known)))
    return Holdings(known, frozenset(resumes) | _find_drafts(session, [row.email for row in found]))


def find_of_email(session: Session, email: str) -> Holdings:
    """The candidate with this address, in any case, and drafts that have it."""
    candidate_ids = session.scalars(select(Candidate.id).where(func.lower(Candidate.email) == email.lower()))
    found = find_of_candidates(session, list(candidate_ids))
    return Holdings(found.candidate_ids, found.resume_ids | _find_drafts(session, [email]))


def find_resume_of_hash(session: Session, file_hash: str) -> int | None:
    return session.scalar(select(Resume.id).where(Resume.file_hash == file_hash))


def is_the_only_source(session: Session, candidate_id: int, resume_id: int) -> bool:
    """Whether the candidate was made by this resume, or by those erased before it, and has no other."""
    others = select(Resume.id).where(Resume.candidate_id == candidate_id, Resume.id != resume_id)
    if session.scalar(others.limit(1)) is not None:
        return False
    return session.scalar(select(Resume.matched_by).where(Resume.id == resume_id)) is None


def lock(session: Session, holdings: Holdings) -> None:
    """Keep everybody else from them until the transaction ends: resumes first, as those do who store candidates."""
    for table, ids in ((Resume, holdings.resume_ids), (Candidate, holdings.candidate_ids)):
        session.execute(select(table.id).where(table.id.in_(ids)).order_by(table.id).with_for_update())


def list_files(session: Session, holdings: Holdings) -> list[KeptFile]:
    query = select(Resume.file_path, Resume.file_hash, Resume.byte_size).where(Resume.id.in_(holdings.resume_ids))
    return [KeptFile(*row) for row in session.execute(query)]


def count_rows(session: Session, holdings: Holdings) -> dict[str, int]:
    """How many rows of which table there are of them."""
    return dict(session.execute(_COUNTS, _parameters(holdings)).tuples().all())


def remove_rows(session: Session, holdings: Holdings) -> dict[str, int]:
    """The same, once they are removed."""
    parameters = _parameters(holdings)
    return {table: _row_count(session.execute(removal, parameters)) for table, removal in _REMOVALS.items()}


def remove_unowned_skills(session: Session) -> int | None:
    """Remove the skills that nobody has; how many, or None where somebody is just giving skills to people.

    Call it last in the transaction: it keeps everybody from giving skills until that ends.
    """
    return _row_count(session.execute(_UNOWNED_SKILLS)) if lock_out_linking(session) else None


def add_erasure(session: Session, erasure: Erasure) -> None:
    session.add(erasure)
    session.flush()


def get_erasure(session: Session, erasure_id: UUID) -> Erasure | None:
    return session.get(Erasure, erasure_id)


def lock_erasure(session: Session, erasure_id: UUID) -> Erasure | None:
    """One with something left to do that nobody else is just doing."""
    query = select(Erasure).where(Erasure.id == erasure_id, Erasure.finished_at.is_(None))
    return session.scalar(query.with_for_update(skip_locked=True))


def list_files_left(session: Session, erasure_ids: Sequence[UUID]) -> list[list[dict[str, Any]]]:
    return list(session.scalars(select(Erasure.files_left).where(Erasure.id.in_(erasure_ids))))


def list_unfinished(session: Session, most: int) -> list[UUID]:
    """The oldest first."""
    query = select(Erasure.id).where(Erasure.finished_at.is_(None)).order_by(Erasure.at).limit(most)
    return list(session.scalars(query))


def finish_erasure(session: Session, erasure_id: UUID) -> None:
    values = {"files_left": [], "finished_at": func.now()}
    session.execute(update(Erasure).where(Erasure.id == erasure_id).values(values))


def find_marks(session: Session, marks: Sequence[str]) -> set[str]:
    """Those of the marks that belong to an erased file."""
    if not marks:
        return set()
    found = session.scalars(select(Erasure.file_marks).where(Erasure.file_marks.overlap(list(marks))))
    return {mark for row in found for mark in row} & set(marks)


def _find_drafts(session: Session, emails: Iterable[str]) -> frozenset[int]:
    """Resumes without a candidate whose record has one of the addresses."""
    wanted = [email.lower() for email in emails]
    told = func.lower(Resume.extracted_data["email"].astext)
    return frozenset(session.scalars(select(Resume.id).where(Resume.candidate_id.is_(None), told.in_(wanted))))


def _parameters(holdings: Holdings) -> dict[str, list[int]]:
    return {"candidate_ids": sorted(holdings.candidate_ids), "resume_ids": sorted(holdings.resume_ids)}


def _row_count(result: Any) -> int:
    return int(result.rowcount)
