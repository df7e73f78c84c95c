"""How many resumes have which status."""

from sqlalchemy import func, select

from db.engine import Session
from db.tables import Resume


def count_by_status(session: Session) -> dict[str, int]:
    """Statuses that no resume has are left out."""
    query = select(Resume.upload_status, func.count()).group_by(Resume.upload_status)
    return dict(session.execute(query).tuples().all())
