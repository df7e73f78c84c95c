"""Looking at resumes: listings, one resume, its file."""

from collections.abc import Iterator

from db.engine import Session
from db.resumes import StoredFile, get_resume, get_stored_file, list_resumes
from models.resume_models import ResumeDetail, ResumeItem
from models.schemas import ListPage
from services.cursors import read_cursor, write_cursor
from services.errors import ResumeNotFound
from services.file_store import get_file_store


def list_recent_resumes(
    session: Session, limit: int, cursor: str | None = None, status: str | None = None
) -> ListPage[ResumeItem]:
    """Newest first. Raises BadCursor."""
    rows = list_resumes(session, limit + 1, read_cursor(cursor), status)
    items = [ResumeItem.model_validate(row) for row in rows[:limit]]
    return ListPage(items=items, next_cursor=write_cursor(items[-1].id) if len(rows) > limit else None)


def find_resume(session: Session, resume_id: int) -> ResumeDetail:
    """Raises ResumeNotFound."""
    row = get_resume(session, resume_id)
    if row is None:
        raise ResumeNotFound
    return ResumeDetail.model_validate(row)


def open_resume_file(session: Session, resume_id: int) -> tuple[StoredFile, Iterator[bytes]]:
    """The file's description and its content in pieces. Raises ResumeNotFound, StoredFileMissing."""
    file = get_stored_file(session, resume_id)
    if file is None:
        raise ResumeNotFound
    return file, get_file_store().read_chunks(file.file_path)
