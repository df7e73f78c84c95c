"""What a candidate has done and can: education, work and skills, each row with the resume that brought it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Integer, Text, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import insert as upsert

from db.engine import Session
from db.tables import CandidateSkill, EducationRow, Skill, WorkExperienceRow


@dataclass(frozen=True, slots=True)
class EducationValues:
    """The columns of `education` that a resume tells."""

    table: ClassVar[type[EducationRow]] = EducationRow

    institution: str | None
    degree: str | None
    end_date: date | None
    end_date_precision: str | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class WorkValues:
    """The columns of `work_experience` that a resume tells."""

    table: ClassVar[type[WorkExperienceRow]] = WorkExperienceRow

    company: str | None
    job_title: str | None
    start_date: date | None
    start_date_precision: str | None
    end_date: date | None
    end_date_precision: str | None
    is_current: bool


Values = TypeVar("Values", EducationValues, WorkValues)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Values]):
    """A row, or one to be; `resume_id` is None where no resume of ours brought it."""

    values: Values
    resume_id: int | None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ToldSkills:
    """The names of skills that a resume gives a candidate."""

    candidate_id: int
    resume_id: int
    names: Sequence[str]


_UNKNOWN_SKILLS = text("""
    SELECT name FROM unnest(:names) AS asked(name)
    WHERE NOT EXISTS (SELECT 1 FROM skills WHERE lower(skills.name) = lower(asked.name))
""").bindparams(bindparam("names", type_=ARRAY(Text)))

_KEEP_SKILLS = text("SELECT pg_advisory_xact_lock_shared(:key)")
_LOCK_OUT_LINKING = text("SELECT pg_try_advisory_xact_lock(:key)")
_SKILLS_LOCK = 0x736B696C6C
"""Of PostgreSQL's advisory locks: shared by who gives skills to people, alone for who removes those that nobody has."""

_LINK_SKILLS = text("""
    INSERT INTO candidate_skills (candidate_id, skill_id, resume_id)
    SELECT DISTINCT ON (asked.candidate_id, skills.id) asked.candidate_id, skills.id, asked.resume_id
    FROM unnest(:candidate_ids, :resume_ids, :names) WITH ORDINALITY AS asked(candidate_id, resume_id, name, position)
    JOIN skills ON lower(skills.name) = lower(asked.name)
    ORDER BY asked.candidate_id, skills.id, position
    ON CONFLICT DO NOTHING
    RETURNING candidate_id
""").bindparams(
    bindparam("candidate_ids", type_=ARRAY(Integer)),
    bindparam("resume_ids", type_=ARRAY(Integer)),
    bindparam("names", type_=ARRAY(Text)),
)


def list_entries(session: Session, kind: type[Values], candidate_ids: Iterable[int]) -> dict[int, list[Entry[Values]]]:
    """The rows of each candidate asked for, the oldest first."""
    rows: dict[int, list[Entry[Values]]] = {candidate_id: [] for candidate_id in candidate_ids}
    columns = [getattr(kind.table, field.name) for field in fields(kind)]
    query = (
        select(kind.table.candidate_id, kind.table.id, kind.table.resume_id, *columns)
        .where(kind.table.candidate_id.in_(rows))
        .order_by(kind.table.id)
    )
    for candidate_id, row_id, resume_id, *values in session.execute(query) if rows else ():
        rows[candidate_id].append(Entry(kind(*values), resume_id, row_id))
    return rows


def add_entries(session: Session, kind: type[Values], entries: Mapping[int, Iterable[Entry[Values]]]) -> None:
    """Rows by candidate id, in one statement."""
    rows: list[dict[str, Any]] = [
        {"candidate_id": candidate_id, "resume_id": entry.resume_id, **asdict(entry.values)}
        for candidate_id, added in entries.items()
        for entry in added
    ]
    if rows:
        # As parameters, not `values(rows)`: one statement too, but compiled once and not for each number of rows.
        session.connection().execute(insert(kind.table), rows)


def change_entries(session: Session, entries: Sequence[Entry[Values]]) -> None:
    """Give rows that exist new values."""
    if not entries:
        return
    rows = [{"id": entry.id, **asdict(entry.values)} for entry in entries]
    session.execute(update(type(entries[0].values).table), rows)


def remove_entries(session: Session, kind: type[Values], entries: Sequence[Entry[Values]]) -> None:
    if not entries:
        return
    ids = [entry.id for entry in entries]
    statement = delete(kind.table).where(kind.table.id.in_(ids))
    session.execute(statement.execution_options(synchronize_session=False))


def link_skills(session: Session, told: Iterable[ToldSkills]) -> set[int]:
    """Give the candidates the skills, which exist; the ids of those who did not have all of theirs."""
    links = [(skills.candidate_id, skills.resume_id, name) for skills in told for name in skills.names]
    if not links:
        return set()
    candidate_ids, resume_ids, names = map(list, zip(*links, strict=True))
    parameters = {"candidate_ids": candidate_ids, "resume_ids": resume_ids, "names": names}
    return set(session.scalars(_LINK_SKILLS, parameters))


def make_skills(session: Session, names: Sequence[str]) -> None:
    """Make those that are new in whatever case, each as it is written first; all stay until the transaction ends."""
    distinct = list({name.lower(): name for name in reversed(names)}.values())
    if not distinct:
        return
    session.execute(_KEEP_SKILLS, {"key": _SKILLS_LOCK})
    unknown = session.scalars(_UNKNOWN_SKILLS, {"names": distinct}).all()
    if not unknown:
        return
    # Who makes the same skill at the same time is waited for, so all go in one order; and nothing that is there is
    # locked, as DO UPDATE would: whoever links that skill meanwhile holds a lock on it too.
    rows = [{"name": name} for name in sorted(unknown, key=str.lower)]
    session.connection().execute(upsert(Skill).on_conflict_do_nothing(), rows)


def lock_out_linking(session: Session) -> bool:
    """Keep everybody from giving skills to people until the transaction ends; False where somebody is at it."""
    return bool(session.scalar(_LOCK_OUT_LINKING, {"key": _SKILLS_LOCK}))


def list_skill_owners(session: Session, candidate_id: int) -> dict[str, int | None]:
    """The candidate's skills by name, with the resume that brought each."""
    query = select(Skill.name, CandidateSkill.resume_id).join(CandidateSkill, CandidateSkill.skill_id == Skill.id)
    rows = session.execute(query.where(CandidateSkill.candidate_id == candidate_id))
    return {row.name: row.resume_id for row in rows}


def unlink_skills(session: Session, candidate_id: int, names: Sequence[str]) -> None:
    if not names:
        return
    skill_ids = select(Skill.id).where(Skill.name.in_(names))
    statement = delete(CandidateSkill).where(
        CandidateSkill.candidate_id == candidate_id, CandidateSkill.skill_id.in_(skill_ids)
    )
    session.execute(statement.execution_options(synchronize_session=False))
