"""The audit log is added to, and nothing else."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.audit import AuditFilter
from db.engine import Session, session_scope
from services.audit import COLUMNS, Action, Actor, export_audit, list_audit, record


def noted(session: Session, wanted: AuditFilter | None = None) -> list[tuple[str, str, str, str | None]]:
    items = list_audit(session, 100, None, wanted or AuditFilter()).items
    return [(item.who, item.action, item.kind, item.subject_id) for item in items]


def test_a_row_for_each_subject(session: Session) -> None:
    record(session, Actor("key:1", "trace"), Action.READ, "candidate", [7])
    record(session, Actor("loopback"), Action.LIST, "candidate")
    record(session, Actor("user:2"), Action.UPLOAD, "resume", [8, 9])
    record(session, Actor("user:2"), Action.UPLOAD, "resume", [])
    assert noted(session) == [
        ("user:2", "upload", "resume", "9"),
        ("user:2", "upload", "resume", "8"),
        ("loopback", "list", "candidate", None),
        ("key:1", "read", "candidate", "7"),
    ]


@pytest.mark.parametrize("statement", ["UPDATE audit_log SET who = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"])
def test_nothing_is_changed_or_removed(database_url: str, statement: str) -> None:
    with session_scope() as session:
        record(session, Actor("loopback"), Action.LIST, "candidate")
    with pytest.raises(DBAPIError, match="append-only"), session_scope() as session:
        session.execute(text(statement))
    with session_scope() as session:
        assert noted(session) == [("loopback", "list", "candidate", None)]


def test_what_was_rolled_back_is_not_said(database_url: str) -> None:
    with session_scope() as session:
        record(session, Actor("loopback"), Action.ERASE, "candidate", [1])
        session.rollback()
    with session_scope() as session:
        assert noted(session) == []


def test_filters_and_pages(session: Session) -> None:
    for number in range(5):
        record(session, Actor(f"key:{number % 2}"), Action.READ, "candidate", [number])
    first = list_audit(session, 2, None, AuditFilter(who="key:0"))
    assert [item.subject_id for item in first.items] == ["4", "2"]
    assert first.next_cursor is not None
    rest = list_audit(session, 2, first.next_cursor, AuditFilter(who="key:0"))
    assert ([item.subject_id for item in rest.items], rest.next_cursor) == (["0"], None)
    assert noted(session, AuditFilter(kind="candidate", subject_id="3")) == [("key:1", "read", "candidate", "3")]
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert noted(session, AuditFilter(since=tomorrow)) == []
    assert len(noted(session, AuditFilter(until=tomorrow))) == 5


def test_export_is_csv_that_no_spreadsheet_runs(session: Session) -> None:
    record(session, Actor('=cmd("x")'), Action.READ, "candidate", [1])
    session.commit()
    rows = list(csv.DictReader(io.StringIO("".join(export_audit(AuditFilter())))))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["who"], rows[0]["subject_id"]) == ('\'=cmd("x")', "1")
