"""The candidates' rows: recognising people, making and completing them. Statements take whole batches."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sqlalchemy import Integer, Text, bindparam, func, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT, insert

from db.engine import Session
from db.tables import Candidate, Resume

Evidence = Literal["email", "linkedin", "phone"]

MOST_SHARERS = 20
"""Of a telephone number or profile that more candidates than this share, only so many are looked at."""


class Keys(Protocol):
    """What a candidate is looked up by; `services.identity.IdentityKeys` says in which form."""

    @property
    def email(self) -> str | None: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def linkedin_url(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Sighting:
    """A known candidate that has one of the keys asked for."""

    position: int
    """Which of the keys asked for, from 0."""
    evidence: Evidence
    candidate_id: int
    full_name: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A candidate's own columns."""

    id: int
    full_name: str
    email: str
    phone_number: str | None
    linkedin_url: str | None


_CONTACT = (Candidate.id, Candidate.full_name, Candidate.email, Candidate.phone_number, Candidate.linkedin_url)

# In the order of the array: a plain scan evaluates the function row by row.
_LOCK = text("SELECT pg_advisory_xact_lock(key) FROM unnest(:keys) AS key").bindparams(
    bindparam("keys", type_=ARRAY(BIGINT))
)

_COMPLETE = text("""
    UPDATE candidates SET phone_number = COALESCE(candidates.phone_number, told.phone_number),
           linkedin_url = COALESCE(candidates.linkedin_url, told.linkedin_url), updated_at = now()
    FROM unnest(:ids, :phones, :profiles) AS told(id, phone_number, linkedin_url) WHERE candidates.id = told.id
""").bindparams(
    bindparam("ids", type_=ARRAY(Integer)),
    bindparam("phones", type_=ARRAY(Text)),
    bindparam("profiles", type_=ARRAY(Text)),
)

_SIGHTINGS = text("""
    WITH asked AS (
        SELECT * FROM unnest(:emails, :profiles, :phones) WITH ORDINALITY AS asked(email, profile, phone, position)
    )
    SELECT position, 'email' AS evidence, id, full_name FROM asked
    CROSS JOIN LATERAL (SELECT id, full_name FROM candidates WHERE lower(candidates.email) = asked.email) AS found
    UNION ALL
    SELECT position, 'linkedin', id, full_name FROM asked CROSS JOIN LATERAL (
        SELECT id, full_name FROM candidates WHERE lower(linkedin_url) = asked.profile LIMIT :most) AS found
    UNION ALL
    SELECT position, 'phone', id, full_name FROM asked CROSS JOIN LATERAL (
        SELECT id, full_name FROM candidates WHERE phone_number = asked.phone LIMIT :most) AS found
""").bindparams(*(bindparam(name, type_=ARRAY(Text)) for name in ("emails", "profiles", "phones")))


def lock_identities(session: Session, keys: Sequence[int]) -> None:
    """Hold off, until this transaction ends, whoever else stores a person with one of these keys."""
    if keys:
        session.execute(_LOCK, {"keys": list(keys)})


def find_sightings(session: Session, asked: Sequence[Keys]) -> list[Sighting]:
    """Every candidate with one of the keys, in one query."""
    if not asked:
        return []
    parameters = {
        "emails": [keys.email for keys in asked],
        "profiles": [keys.linkedin_url for keys in asked],
        "phones": [keys.phone for keys in asked],
        "most": MOST_SHARERS,
    }
    return [
        Sighting(position - 1, evidence, candidate_id, full_name)
        for position, evidence, candidate_id, full_name in session.execute(_SIGHTINGS, parameters)
    ]


def insert_candidates(session: Session, new: Sequence[Mapping[str, Any]]) -> dict[str, Contact]:
    """Make the candidates, in one statement; by e-mail, without those whose e-mail is taken in whatever case."""
    if not new:
        return {}
    # As parameters, not `values(new)`: one statement too, but compiled once and not for each number of rows.
    statement = insert(Candidate).on_conflict_do_nothing().returning(*_CONTACT)
    rows = session.connection().execute(statement, [dict(values) for values in new])
    return {row.email: Contact(*row) for row in rows}


def lock_contacts(session: Session, candidate_ids: Iterable[int]) -> dict[int, Contact]:
    """The candidates' columns by id, kept from other writers until this transaction ends."""
    ids = sorted(candidate_ids)
    if not ids:
        return {}
    query = select(*_CONTACT).where(Candidate.id.in_(ids)).order_by(Candidate.id).with_for_update(key_share=True)
    return {row.id: Contact(*row) for row in session.execute(query)}


def complete_contacts(session: Session, missing: Mapping[int, Mapping[str, Any]]) -> None:
    """Fill columns that are empty, by candidate id, and set when it happened. Name and e-mail never are empty."""
    if not missing:
        return
    parameters = {
        "ids": list(missing),
        "phones": [values.get("phone_number") for values in missing.values()],
        "profiles": [values.get("linkedin_url") for values in missing.values()],
    }
    session.execute(_COMPLETE, parameters)


def update_candidate(session: Session, candidate_id: int, values: Mapping[str, Any]) -> None:
    """Set the values, and when it happened."""
    session.execute(update(Candidate).where(Candidate.id == candidate_id).values(**values, updated_at=func.now()))


def is_email_taken(session: Session, email: str, but_by: int) -> bool:
    query = select(Candidate.id).where(func.lower(Candidate.email) == email.lower(), Candidate.id != but_by)
    return session.scalar(query) is not None


@dataclass(frozen=True, slots=True)
class ResumeRecord:
    """A resume's link to its candidate and the record that was last made of it."""

    candidate_id: int | None
    matched_by: str | None
    record: dict[str, Any] | None


def get_resume_record(session: Session, resume_id: int) -> ResumeRecord | None:
    query = select(Resume.candidate_id, Resume.matched_by, Resume.extracted_data).where(Resume.id == resume_id)
    row = session.execute(query).one_or_none()
    return None if row is None else ResumeRecord(*row)


def list_other_records(session: Session, candidate_id: int, resume_id: int) -> dict[int, dict[str, Any]]:
    """The records of the candidate's other finished resumes by resume id, the oldest first."""
    query = (
        select(Resume.id, Resume.extracted_data)
        .where(Resume.candidate_id == candidate_id, Resume.id != resume_id, Resume.upload_status == "completed")
        .where(Resume.extracted_data.is_not(None))
        .order_by(Resume.id)
    )
    return {row_id: record for row_id, record in session.execute(query) if record is not None}


def link_resume(session: Session, resume_id: int, candidate_id: int, matched_by: str | None) -> None:
    values = {"candidate_id": candidate_id, "matched_by": matched_by}
    session.execute(update(Resume).where(Resume.id == resume_id).values(**values))
