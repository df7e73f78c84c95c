"""Stored resumes parsed again: text and layout are in the database, the files are not touched.

A record that comes out as it was costs one parse and a share of one statement. One that changed goes through the rules
and into its candidate in a transaction of its own. A resume that stood by itself and would not do so any more keeps
what it has: a newer parser shall not take away what was right.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import resume_parser
from db import backfill as rows
from db import lanes
from db.backfill import Selection, StoredResume
from db.engine import session_scope
from db.transient import is_transient
from quality.checks import check_records
from resume_parser import Document, ParsedResume
from services.candidate_service import CandidateService
from services.drafts import draft_record, reader_findings
from services.verdicts import COMPLETED, NEEDS_REVIEW, judge

__all__ = ["Progress", "Selection", "count_left", "is_somebody_waiting", "reparse_page"]

logger = logging.getLogger(__name__)

PAGE_SIZE = 100
"""Some two seconds of parsing: as long as an upload may have to wait for a process."""


@dataclass(frozen=True, slots=True, repr=False)
class Reparsed:
    stored: StoredResume
    document: Document
    record: Mapping[str, Any]

    @property
    def is_changed(self) -> bool:
        """Or judged anew all the same: rules that have become milder let it through now."""
        return self.record != self.stored.record or self.stored.status == NEEDS_REVIEW


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a part of a backfill has come; `after` is the last id done."""

    after: int
    counts: Mapping[str, int]
    """By what came out: unchanged, updated, kept, failed."""
    is_done: bool


def reparse_page(selection: Selection, after: int) -> Progress:
    """Parse the next page of resumes."""
    with session_scope() as session:
        page = rows.next_page(session, selection, after, PAGE_SIZE)
    if not page:
        return Progress(after, {}, is_done=True)
    today = datetime.now(UTC).date()
    reparsed, broken = _reparse(page, today)
    changed = [item for item in reparsed if item.is_changed]
    unchanged = [item.stored.id for item in reparsed if not item.is_changed]
    with session_scope() as session:
        rows.mark_parsed(session, unchanged, resume_parser.PARSER_VERSION)
    counts = Counter(_update_all(changed, today))
    counts.update({"unchanged": len(unchanged), "failed": broken})
    return Progress(page[-1].id, counts, is_done=len(page) < PAGE_SIZE)


def count_left(selection: Selection, after: int = 0) -> int:
    with session_scope() as session:
        return rows.count_left(session, selection, after)


def is_somebody_waiting() -> bool:
    """Whether resumes that just came in wait for a process that a backfill holds."""
    with session_scope() as session:
        return lanes.has_waiting(session)


def _reparse(page: Sequence[StoredResume], today: date) -> tuple[list[Reparsed], int]:
    """The page parsed, and how many of it broke the parser."""
    documents = [Document.from_stored(stored.raw_text, stored.layout) for stored in page]
    reparsed = []
    for stored, document, result in zip(page, documents, resume_parser.parse_batch(documents, today), strict=True):
        if isinstance(result, ParsedResume):
            reparsed.append(Reparsed(stored, document, draft_record(result)))
        else:
            logger.error("resume %d cannot be parsed again: %s", stored.id, result)
    return reparsed, len(page) - len(reparsed)


def _update_all(changed: Sequence[Reparsed], today: date) -> list[str]:
    findings = check_records([item.record for item in changed], today)
    return [_update_or_log(item, found) for item, found in zip(changed, findings, strict=True)]


def _update_or_log(item: Reparsed, findings: Sequence[Mapping[str, Any]]) -> str:
    try:
        return _update(item, findings)
    except Exception as error:
        if is_transient(error):
            raise
        logger.error("resume %d cannot be updated: %s", item.stored.id, type(error).__name__)
        return "failed"


def _update(item: Reparsed, findings: Sequence[Mapping[str, Any]]) -> str:
    verdict = judge(item.stored.raw_text, item.record, findings)
    if verdict.status == NEEDS_REVIEW and item.stored.status == COMPLETED:
        return "kept"
    with session_scope() as session:
        if not rows.lock_finished(session, item.stored.id):
            return "kept"
        if verdict.status == COMPLETED:
            CandidateService(session).replace_record(item.stored.id, item.record)
        rows.store_reparsed(
            session,
            item.stored.id,
            {
                "record": item.record,
                "findings": [*reader_findings(item.document), *findings],
                "parser_version": resume_parser.PARSER_VERSION,
                "status": verdict.status,
                "reason": verdict.reason,
                "message": verdict.message,
            },
        )
    return "updated"
