"""Verdicts into the rows of resumes."""

from collections.abc import Sequence
from typing import Any

import resume_parser
from db import leases
from db.engine import session_scope
from services.batch import Item, Outcome
from services.candidate_service import StoredCandidate
from services.drafts import reader_findings
from services.verdicts import SET_ASIDE, Verdict


def settle(stopped: Sequence[tuple[Item, Verdict]]) -> list[Outcome]:
    """Give resumes that go no further their final status, or set them aside; in one transaction."""
    if not stopped:
        return []
    rows = [status_row(item, verdict) for item, verdict in stopped]
    with session_scope() as session:
        leases.set_aside(session, [row for row in rows if row["status"] == SET_ASIDE])
        leases.settle(session, [row for row in rows if row["status"] != SET_ASIDE])
    return [outcome_of(item.id, verdict) for item, verdict in stopped]


def outcome_of(resume_id: int, verdict: Verdict, stored: StoredCandidate | None = None) -> Outcome:
    return Outcome(resume_id, verdict.status, verdict.reason, stored.matched_by if stored else None)


def status_row(item: Item, verdict: Verdict, stored: StoredCandidate | None = None) -> dict[str, Any]:
    """What `leases.settle` takes."""
    row: dict[str, Any] = {
        "id": item.id,
        "attempt": item.claimed.attempt,
        "status": verdict.status,
        "reason": verdict.reason,
        "message": verdict.message,
    }
    if stored is not None:
        row |= {"candidate_id": stored.candidate_id, "matched_by": stored.matched_by}
    if item.parsed is not None and item.document is not None:
        row["extracted_data"] = item.record
        row["findings"] = [*reader_findings(item.document), *item.findings]
        row["parser_version"] = resume_parser.PARSER_VERSION
    return row
