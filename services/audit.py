"""The audit log: who did what to which record, and when; never the values.

Reading is an act too. What only tells how far an upload is (jobs) is not: a page asks for that every second.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from db import audit
from db.audit import AuditFilter
from db.engine import Session, session_scope
from models.audit_models import AuditItem
from models.schemas import ListPage
from services.cursors import read_cursor, write_cursor
from services.stored_text import fit

LONGEST_WHO = 200
COLUMNS = tuple(AuditItem.model_fields)


class Action(StrEnum):
    LIST = "list"
    READ = "read"
    DOWNLOAD = "download"
    UPLOAD = "upload"
    CREATE = "create"
    CHANGE = "change"
    MERGE = "merge"
    EXPORT = "export"
    ERASE = "erase"
    START = "start"
    REVOKE = "revoke"
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_OUT = "sign_out"


@dataclass(frozen=True, slots=True)
class Actor:
    who: str
    """A `Caller.who`, or the part of the system that acts of itself, such as `maintain`."""
    request_id: str | None = None


def record(
    session: Session, actor: Actor, action: Action, kind: str, subject_ids: Iterable[int | str | None] = (None,)
) -> None:
    """Adds a row for each subject to the transaction: if that is rolled back, nothing was done and nothing is said.

    `kind` is what the ids are of: `candidate`, `resume`, `api_key`. Without an id it was a listing, or all.
    """
    tidy_who = fit(actor.who, LONGEST_WHO) or "unknown"
    entries = [
        {
            "who": tidy_who,
            "action": str(action),
            "kind": kind,
            "subject_id": None if subject_id is None else str(subject_id),
            "request_id": actor.request_id,
        }
        for subject_id in subject_ids
    ]
    if entries:
        audit.add_entries(session, entries)


def list_audit(session: Session, limit: int, cursor: str | None, wanted: AuditFilter) -> ListPage[AuditItem]:
    """The newest first. Raises BadCursor."""
    rows = audit.list_entries(session, limit + 1, read_cursor(cursor), wanted)
    items = [AuditItem.model_validate(row) for row in rows[:limit]]
    return ListPage(items=items, next_cursor=write_cursor(items[-1].id) if len(rows) > limit else None)


def export_audit(wanted: AuditFilter) -> Iterator[str]:
    """The log as CSV (RFC 4180), the oldest row first, in pieces, read in a transaction of its own."""
    yield _csv_line(COLUMNS)
    with session_scope() as session:
        for row in audit.iterate_entries(session, wanted):
            item = AuditItem.model_validate(row)
            yield _csv_line([_cell(getattr(item, name)) for name in COLUMNS])


def _csv_line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _cell(value: object) -> str:
    """A name may begin as a formula does, and spreadsheets would run it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
