"""Pending resumes on their way to a flow run: three lanes, each with its own bound on the runs that are out.

A `pending` row without a lease is in no flow run; one with a lease is, and stays so until the run takes it up or
`services.recovery` gives it back. No row is sent out for its lease having run out alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.types import Integer

from db.engine import Session


class Lane(StrEnum):
    """Named as the work queue that its runs go to."""

    INTERACTIVE = "interactive"
    """Somebody waits for them."""
    BULK = "bulk"
    """From the inbox."""
    SUSPECTS = "suspects"
    """What takes long, or was in hand when a process died."""


LANE = (
    """CASE WHEN set_aside OR dispatch_alone THEN 'suspects' WHEN source = 'sweep' THEN 'bulk' ELSE 'interactive' END"""
)
"""Of a resume's row, in SQL."""

_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('dispatch of ' || :lane))")

_OUTSTANDING = text(
    f"""
    SELECT count(DISTINCT jobs.flow_run_id) FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE {LANE} = :lane AND (
        upload_status = 'pending' AND lease_until IS NOT NULL OR upload_status = 'processing' AND :with_those_in_work)
"""  # noqa: S608 - a constant of this module
)

_COUNT_UNSENT = text(
    f"""
    SELECT count(*) FROM (
        SELECT 1 FROM resumes WHERE upload_status = 'pending' AND lease_until IS NULL AND {LANE} = :lane LIMIT :most
    ) AS unsent
"""  # noqa: S608 - a constant of this module
)

_LOCK_UNSENT = text(
    f"""
    SELECT id, dispatch_alone AS alone FROM resumes
    WHERE upload_status = 'pending' AND lease_until IS NULL AND {LANE} = :lane
    ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
"""  # noqa: S608 - a constant of this module
)

_MARK_SENT = text("""
    WITH sent AS (
        UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds) WHERE id = ANY(:ids)
    )
    UPDATE jobs SET flow_run_id = :flow_run_id, dispatched_at = now() WHERE resume_id = ANY(:ids)
""").bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)), bindparam("ids", type_=ARRAY(Integer)))

_HAS_UNSENT = text("SELECT 1 FROM resumes WHERE upload_status = 'pending' AND lease_until IS NULL LIMIT 1")

_HAS_WAITING = text("SELECT 1 FROM resumes WHERE upload_status = 'pending' AND lease_until IS NOT NULL LIMIT 1")


@dataclass(frozen=True, slots=True)
class Unsent:
    id: int
    alone: bool
    """It was in hand when a process died."""


def lock(session: Session, lane: Lane) -> None:
    """Until the transaction ends nobody else sends out anything of the lane. Waits for its turn."""
    session.execute(_LOCK, {"lane": lane})


def count_outstanding(session: Session, lane: Lane) -> int:
    """Flow runs that carry resumes of the lane and wait for a worker; of suspects also those in work."""
    counted = session.scalar(_OUTSTANDING, {"lane": lane, "with_those_in_work": lane is Lane.SUSPECTS})
    return counted or 0


def count_unsent(session: Session, lane: Lane, most: int) -> int:
    """How many resumes of the lane are in no flow run, as far as `most`."""
    return session.scalar(_COUNT_UNSENT, {"lane": lane, "most": most}) or 0


def lock_unsent(session: Session, lane: Lane, most: int) -> list[Unsent]:
    """Resumes of the lane that are in no flow run, the oldest first; nobody takes them up before the transaction ends."""
    return [Unsent(row.id, row.alone) for row in session.execute(_LOCK_UNSENT, {"lane": lane, "most": most})]


def mark_sent(session: Session, resume_ids: Sequence[int], flow_run_id: UUID, lease_seconds: float) -> None:
    """Write down which flow run has them."""
    session.execute(_MARK_SENT, {"ids": list(resume_ids), "flow_run_id": flow_run_id, "lease_seconds": lease_seconds})


def has_unsent(session: Session) -> bool:
    """Whether any pending resume is in no flow run yet."""
    return session.execute(_HAS_UNSENT).first() is not None


def has_waiting(session: Session) -> bool:
    """Whether any flow run with resumes waits for a worker."""
    return session.execute(_HAS_WAITING).first() is not None
