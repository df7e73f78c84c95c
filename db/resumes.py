"""The resumes' rows: claiming by hash, reading one, listing."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Select, Text, bindparam, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import InstrumentedAttribute

from db.engine import Session
from db.tables import Candidate, Job, Resume


@dataclass(frozen=True, slots=True)
class NewResume:
    """A file in the store that may be new; the fields are columns of `resumes`."""

    file_name: str
    file_path: str
    file_hash: str
    byte_size: int
    media_type: str
    source: str
    source_label: str | None = None
    consent: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimedResume:
    """The row of a hash, made now or known before."""

    resume_id: int
    job_id: UUID
    status: str
    created: bool


@dataclass(frozen=True, slots=True)
class ResumeListing:
    """A resume as listings show it: without its text, layout and record."""

    id: int
    job_id: UUID
    file_name: str
    status: str
    status_reason: str | None
    status_message: str | None
    uploaded_at: datetime
    finished_at: datetime | None
    candidate_id: int | None
    candidate_name: str | None
    source: str
    source_label: str | None
    consent: str | None
    last_sent_at: datetime
    byte_size: int | None
    media_type: str | None


@dataclass(frozen=True, slots=True)
class ResumeDetails(ResumeListing):
    """All of a resume that people look at: still without its text and layout."""

    attempts: int
    matched_by: str | None
    parser_version: str | None
    document_date: date | None
    findings: list[dict[str, Any]] | None
    extracted_data: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a resume's file is, and what to call it."""

    file_name: str
    file_path: str
    media_type: str | None
    byte_size: int | None


FILE_TROUBLES = ("file_missing", "hash_mismatch")
"""Reasons of a failure that the same file, sent again, takes away."""

_LISTED = (
    Resume.id,
    Job.id.label("job_id"),
    Resume.file_name,
    Resume.upload_status.label("status"),
    Resume.status_reason,
    Resume.status_message,
    Resume.uploaded_at,
    Resume.finished_at,
    Resume.candidate_id,
    Candidate.full_name.label("candidate_name"),
    Resume.source,
    Resume.source_label,
    Resume.consent,
    Resume.last_sent_at,
    Resume.byte_size,
    Resume.media_type,
)


_DETAILS = (
    Resume.attempts,
    Resume.matched_by,
    Resume.parser_version,
    Resume.document_date,
    Resume.findings,
    Resume.extracted_data,
)


# Locked in the order in which those who finish them lock them, so that neither waits for the other in a circle.
_NOTE_AGAIN = text("""
    WITH held AS (SELECT id FROM resumes WHERE file_hash = ANY(:file_hash) ORDER BY id FOR UPDATE)
    UPDATE resumes SET last_sent_at = now(), source_label = COALESCE(told.source_label, resumes.source_label),
           consent = COALESCE(told.consent, resumes.consent)
    FROM held, unnest(:file_hash, :source_label, :consent) AS told(file_hash, source_label, consent)
    WHERE resumes.id = held.id AND resumes.file_hash = told.file_hash
""").bindparams(*(bindparam(name, type_=ARRAY(Text)) for name in ("file_hash", "source_label", "consent")))


def claim_by_hash(session: Session, files: Sequence[NewResume]) -> dict[str, ClaimedResume]:
    """The resume of each file's hash: a new `pending` row with its job, or the one that is there already.

    Five statements at most, however many files there are. Safe when the same files come in twice at once.
    """
    if not files:
        return {}
    rows: dict[str, dict[str, Any]] = {}
    for file in files:
        rows.setdefault(file.file_hash, asdict(file))
    # In the order of the hashes, so that two batches with the same files cannot wait for each other.
    ordered = [rows[file_hash] for file_hash in sorted(rows)]
    # Rows are given as parameters, not as `values(rows)`: one statement too, but compiled once for all batches.
    connection = session.connection()
    claim = insert(Resume).on_conflict_do_nothing(index_elements=["file_hash"])
    claimed_rows = connection.execute(claim.returning(Resume.id, Resume.file_hash), ordered)
    created = {row.file_hash: row.id for row in claimed_rows}
    jobs: dict[int, UUID] = {}
    if created:
        new_jobs = [{"id": uuid4(), "resume_id": resume_id} for resume_id in created.values()]
        connection.execute(insert(Job), new_jobs)
        jobs = {job["resume_id"]: job["id"] for job in new_jobs}
    claimed = {
        file_hash: ClaimedResume(resume_id, jobs[resume_id], "pending", created=True)
        for file_hash, resume_id in created.items()
    }
    claimed |= _known(session, [row for file_hash, row in rows.items() if file_hash not in created])
    # What was erased between the two looks is new.
    return claimed | claim_by_hash(session, [file for file in files if file.file_hash not in claimed])


def _known(session: Session, files: Sequence[dict[str, Any]]) -> dict[str, ClaimedResume]:
    if not files:
        return {}
    hashes = [file["file_hash"] for file in files]
    _note_again(session, files)
    _revive(session, hashes)
    query = (
        select(Resume.file_hash, Resume.id, Job.id, Resume.upload_status)
        .join(Job, Job.resume_id == Resume.id)
        .where(Resume.file_hash.in_(hashes))
    )
    return {
        file_hash: ClaimedResume(resume_id, job_id, status, created=False)
        for file_hash, resume_id, job_id, status in session.execute(query)
    }


def _note_again(session: Session, files: Sequence[dict[str, Any]]) -> None:
    """They were sent once more; what is said of them now counts, and what is not said stays."""
    told = {name: [file[name] for file in files] for name in ("file_hash", "source_label", "consent")}
    session.execute(_NOTE_AGAIN, told)


def _revive(session: Session, hashes: Sequence[str]) -> None:
    """What failed for want of its file has it again."""
    statement = (
        update(Resume)
        .where(Resume.file_hash.in_(hashes), Resume.upload_status == "failed")
        .where(Resume.status_reason.in_(FILE_TROUBLES))
        .values(upload_status="pending", status_reason=None, status_message=None, attempts=0, lease_until=None)
    )
    session.execute(statement.execution_options(synchronize_session=False))


def _listing(*further: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    return (
        select(*_LISTED, *further)
        .join(Job, Job.resume_id == Resume.id)
        .outerjoin(Candidate, Candidate.id == Resume.candidate_id)
    )


def list_resumes(session: Session, limit: int, before_id: int | None, status: str | None) -> list[ResumeListing]:
    """Newest first, those before `before_id`."""
    # First which rows, then what belongs to them: joined at once, all jobs were read up to the page.
    page = select(Resume.id).order_by(Resume.id.desc()).limit(limit)
    if before_id is not None:
        page = page.where(Resume.id < before_id)
    if status is not None:
        page = page.where(Resume.upload_status == status)
    query = _listing().where(Resume.id.in_(page)).order_by(Resume.id.desc())
    return [ResumeListing(**row) for row in session.execute(query).mappings()]


def get_resume(session: Session, resume_id: int) -> ResumeDetails | None:
    query = _listing(*_DETAILS).where(Resume.id == resume_id)
    row = session.execute(query).mappings().one_or_none()
    return None if row is None else ResumeDetails(**row)


def list_resumes_of(session: Session, candidate_id: int) -> list[ResumeListing]:
    """All resumes of a candidate, newest first."""
    query = _listing().where(Resume.candidate_id == candidate_id).order_by(Resume.id.desc())
    return [ResumeListing(**row) for row in session.execute(query).mappings()]


def get_stored_file(session: Session, resume_id: int) -> StoredFile | None:
    query = select(Resume.file_name, Resume.file_path, Resume.media_type, Resume.byte_size)
    row = session.execute(query.where(Resume.id == resume_id)).one_or_none()
    return None if row is None else StoredFile(*row)
