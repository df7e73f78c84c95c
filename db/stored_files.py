"""What the rows say about the files in the store, and whether the rows' numbers add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import String

from db.engine import Session
from db.tables import Resume

LOCK_SECONDS = 2
ROWS_AT_A_TIME = 1000

# By the hash, which is indexed; the path is made of it.
_UNNAMED = text("""
    SELECT path FROM unnest(:paths) AS path
    WHERE NOT EXISTS (SELECT 1 FROM resumes WHERE file_hash = replace(path, '/', ''))
""").bindparams(bindparam("paths", type_=ARRAY(String)))

_CONTRADICTIONS = {
    "without a job": "SELECT id FROM resumes WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE resume_id = resumes.id)",
    "completed without a candidate": "SELECT id FROM resumes WHERE upload_status = 'completed' AND candidate_id IS NULL",
    "completed without a record or text": (
        "SELECT id FROM resumes WHERE upload_status = 'completed' AND (extracted_data IS NULL OR raw_text IS NULL)"
    ),
    "final without the time of its end": (
        "SELECT id FROM resumes WHERE upload_status NOT IN ('pending', 'processing') AND finished_at IS NULL"
    ),
    "failed or in review without a reason": (
        "SELECT id FROM resumes WHERE upload_status IN ('failed', 'needs_review') AND status_reason IS NULL"
    ),
    "of a status that there is not": (
        "SELECT id FROM resumes WHERE upload_status NOT IN"
        " ('pending', 'processing', 'completed', 'needs_review', 'failed')"
    ),
    "processing without a lease": ("SELECT id FROM resumes WHERE upload_status = 'processing' AND lease_until IS NULL"),
    "completed with jobs in its record and none stored": """
        SELECT id FROM resumes WHERE upload_status = 'completed'
        AND jsonb_array_length(extracted_data -> 'work_experience') > 0
        AND NOT EXISTS (SELECT 1 FROM work_experience WHERE candidate_id = resumes.candidate_id)
    """,
    "completed with skills in its record and none stored": """
        SELECT id FROM resumes WHERE upload_status = 'completed'
        AND jsonb_array_length(extracted_data -> 'skills') > 0
        AND NOT EXISTS (SELECT 1 FROM candidate_skills WHERE candidate_id = resumes.candidate_id)
    """,
}


@dataclass(frozen=True, slots=True)
class NamedFile:
    """What a resume's row says of its file."""

    resume_id: int
    file_path: str
    file_hash: str
    byte_size: int | None


def lock_against_uploads(session: Session) -> None:
    """Until the transaction ends no row of a resume is made; those in the making are waited for, for a short time."""
    session.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))
    session.execute(text("LOCK TABLE resumes IN SHARE ROW EXCLUSIVE MODE"))


def find_unnamed(session: Session, paths: Sequence[str]) -> list[str]:
    """Those of the paths that no row names."""
    return list(session.scalars(_UNNAMED, {"paths": list(paths)})) if paths else []


def list_named_files(session: Session, after_id: int) -> list[NamedFile]:
    """The next of them, in the order of their ids."""
    query = select(Resume.id, Resume.file_path, Resume.file_hash, Resume.byte_size).where(Resume.id > after_id)
    return [NamedFile(*row) for row in session.execute(query.order_by(Resume.id).limit(ROWS_AT_A_TIME))]


def find_contradictions(session: Session) -> dict[str, list[int]]:
    """What is wrong, in words, and the ids of the resumes that it is wrong with."""
    found = {what: list(session.scalars(text(query))) for what, query in _CONTRADICTIONS.items()}
    return {what: ids for what, ids in found.items() if ids}
