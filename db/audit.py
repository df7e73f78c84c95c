"""The audit log: rows are added and read, never changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, insert, or_, select

from db.access_tables import AuditEntry
from db.engine import Session

ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """All that is given must hold."""

    since: datetime | None = None
    until: datetime | None = None
    who: str | None = None
    action: str | None = None
    kind: str | None = None
    subject_id: str | None = None


def add_entries(session: Session, entries: list[dict[str, str | None]]) -> None:
    session.execute(insert(AuditEntry), entries)


def list_entries(session: Session, limit: int, before_id: int | None, wanted: AuditFilter) -> list[AuditEntry]:
    """The newest first."""
    query = _chosen(wanted)
    if before_id is not None:
        query = query.where(AuditEntry.id < before_id)
    return list(session.scalars(query.order_by(AuditEntry.id.desc()).limit(limit)))


def iterate_entries(session: Session, wanted: AuditFilter) -> Iterator[AuditEntry]:
    """All of them, the oldest first, without holding them in memory."""
    query = _chosen(wanted).order_by(AuditEntry.id).execution_options(yield_per=ROWS_AT_ONCE)
    yield from session.scalars(query)


def list_acts(session: Session, subjects: Mapping[str, Iterable[int]]) -> list[AuditEntry]:
    """All that was done to these ids by kind, the newest first."""
    of_subject = or_(
        *(
            and_(AuditEntry.kind == kind, AuditEntry.subject_id.in_([str(number) for number in ids]))
            for kind, ids in subjects.items()
        )
    )
    return list(session.scalars(select(AuditEntry).where(of_subject).order_by(AuditEntry.id.desc())))


def _chosen(wanted: AuditFilter) -> Select[tuple[AuditEntry]]:
    query = select(AuditEntry)
    if wanted.since is not None:
        query = query.where(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditEntry.at < wanted.until)
    for name in ("who", "action", "kind", "subject_id"):
        if (value := getattr(wanted, name)) is not None:
            query = query.where(getattr(AuditEntry, name) == value)
    return query
