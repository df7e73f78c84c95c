"""Looking at jobs."""

from collections.abc import Sequence
from uuid import UUID

from db.engine import session_scope
from db.jobs import JobState, get_jobs


def read_jobs(job_ids: Sequence[UUID]) -> list[JobState]:
    """The jobs that exist, in the order asked for, in a transaction of its own."""
    with session_scope() as session:
        return get_jobs(session, job_ids)
