"""The steps from a stored file to a candidate, each over a batch; the flow `ingest` is made of them.

One bad document fails alone: what is wrong with it is written to its row, and the others go on. Trouble with the
database or the file store is raised, as it concerns them all and passes. Every write compares the attempt number,
so a run that was given up as lost cannot overwrite the one that took its place.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import resume_parser
from config import get_settings
from db import leases
from db.engine import session_scope
from db.transient import is_transient
from quality.checks import check_records
from resume_parser import Document, ParsedResume, ParserError
from resume_parser.errors import place_of
from services import verdicts
from services.batch import Batch, Item, Outcome
from services.candidate_service import CandidateService, IdentityKeys, StoredCandidate
from services.drafts import draft_record, reader_findings
from services.errors import StoredFileMissing, StoreTrouble
from services.file_store import get_file_store
from services.verdicts import FAILED, Verdict, judge

logger = logging.getLogger(__name__)

KEPT_BYTES = 2_000_000
"""A larger file is read again by `extract` rather than kept, so that a batch of them does not fill the memory."""
EXTENSIONS_PER_LEASE = 4


def process_one(resume_id: int) -> Outcome | None:
    """All steps for one resume, in this process; None when it was done already or is in other hands."""
    batch = persist(deduplicate(validate(parse(extract(verify_hashes(claim([resume_id])))))))
    return next(iter(batch.outcomes), None)


def claim(resume_ids: Sequence[int], flow_run_id: UUID | None = None) -> Batch:
    """Take the resumes: those done already, or in other hands, are left out; those with no attempt left are failed."""
    settings = get_settings()
    exhausted = verdicts.TOO_MANY_ATTEMPTS
    with session_scope() as session:
        given_up = leases.give_up(
            session, resume_ids, flow_run_id, settings.max_attempts, str(exhausted.reason), str(exhausted.message)
        )
        claimed = leases.claim(session, resume_ids, flow_run_id, settings.lease_seconds)
    outcomes = [Outcome(resume_id, exhausted.status, exhausted.reason) for resume_id in given_up]
    return Batch(datetime.now(UTC).date(), map(Item, claimed), outcomes)


def verify_hashes(batch: Batch) -> Batch:
    """Read the stored bytes and compare them with the hash that they were uploaded under."""
    return _one_by_one(batch, "hash", _verify_hash)


def extract(batch: Batch) -> Batch:
    """Bytes to Documents, kept in the database at once; those extracted by an earlier attempt are not read again."""
    extracted = _one_by_one(batch, "extract", _extract)
    started = time.perf_counter()
    with session_scope() as session:
        leases.store_extractions(
            session,
            [_extraction_row(item) for item in extracted.items if item.claimed.raw_text is None],
            get_settings().lease_seconds,
        )
    return extracted.advance(extracted.items, (), "store", _shares(extracted.items, started))


def parse(batch: Batch) -> Batch:
    """Documents to records; one that breaks the parser fails alone."""
    started = time.perf_counter()
    results = resume_parser.parse_batch([_document(item) for item in batch.items], batch.today)
    items: list[Item] = []
    broken: list[tuple[Item, Verdict]] = []
    for item, result in zip(batch.items, results, strict=True):
        if isinstance(result, ParsedResume):
            items.append(_parsed(item, result))
        else:
            logger.error("resume %d: parse failed: %s", item.id, result)
            broken.append((item, verdicts.INTERNAL_ERROR))
    return batch.advance(items, _settle(broken), "parse", _shares(batch.items, started))


def validate(batch: Batch) -> Batch:
    """All records through the quality rules, in one run."""
    started = time.perf_counter()
    findings = check_records([item.record for item in batch.items], batch.today)
    items = [replace(item, findings=tuple(map(dict, found))) for item, found in zip(batch.items, findings, strict=True)]
    return batch.advance(items, (), "validate", _shares(items, started))


def deduplicate(batch: Batch) -> Batch:
    """Which known candidate each record belongs to, in one query."""
    started = time.perf_counter()
    with session_scope() as session:
        matches = CandidateService(session).find_duplicates([_identity(item.record) for item in batch.items])
    items = [replace(item, match=match) for item, match in zip(batch.items, matches, strict=True)]
    return batch.advance(items, (), "dedup", _shares(items, started))


def persist(batch: Batch) -> Batch:
    """Write the resumes' candidates and final statuses, in one transaction; one by one where that cannot be done."""
    started = time.perf_counter()
    try:
        outcomes = _persist(batch.items)
    except Exception as error:
        if is_transient(error):
            raise
        logger.warning("a batch of %d cannot be stored together: %s", len(batch), place_of(error))
        outcomes = [_persist_or_fail(item) for item in batch.items]
    return batch.advance((), outcomes, "persist", _shares(batch.items, started))


def _one_by_one(batch: Batch, stage: str, step: Callable[[Item], Item | Verdict]) -> Batch:
    """Run a step on each resume alone; those it has a verdict on are settled, in one statement."""
    going_on: list[Item] = []
    stopped: list[tuple[Item, Verdict]] = []
    spent: dict[int, float] = {}
    beat = _LeaseKeeper(batch.items)
    for item in batch.items:
        started = time.perf_counter()
        result = _guarded(step, item, stage)
        spent[item.id] = _milliseconds_since(started)
        logger.debug("resume %d: %s took %.0f ms", item.id, stage, spent[item.id])
        if isinstance(result, Verdict):
            stopped.append((item, result))
        else:
            going_on.append(result)
        beat.extend_when_due()
    return batch.advance(going_on, _settle(stopped), stage, spent)


def _guarded(step: Callable[[Item], Item | Verdict], item: Item, stage: str) -> Item | Verdict:
    try:
        return step(item)
    except ParserError as error:
        return Verdict(FAILED, error.code, str(error))
    except StoredFileMissing:
        return verdicts.FILE_MISSING
    except (OSError, StoreTrouble):
        raise  # the file store's trouble, not the document's
    except Exception as error:  # noqa: BLE001 - one document must not take its batch down
        logger.error("resume %d: %s failed: %s", item.id, stage, place_of(error))
        return verdicts.INTERNAL_ERROR


def _verify_hash(item: Item) -> Item | Verdict:
    content = get_file_store().read_bytes(item.claimed.file_path)
    if sha256(content).hexdigest() != item.claimed.file_hash:
        return verdicts.HASH_MISMATCH
    return replace(item, content=content if len(content) <= KEPT_BYTES else None)


def _extract(item: Item) -> Item:
    claimed = item.claimed
    if claimed.raw_text is not None:
        return replace(item, content=None, document=Document.from_stored(claimed.raw_text, claimed.layout))
    content = item.content if item.content is not None else get_file_store().read_bytes(claimed.file_path)
    return replace(item, content=None, document=resume_parser.read_document(content))


def _extraction_row(item: Item) -> dict[str, Any]:
    document = _document(item)
    return {
        "id": item.id,
        "attempt": item.claimed.attempt,
        "raw_text": document.raw_text,
        "layout": document.layout,
        "media_type": document.media_type,
        "document_date": document.document_date.isoformat() if document.document_date else None,
        "findings": reader_findings(document),
    }


def _parsed(item: Item, parsed: ParsedResume) -> Item:
    return replace(item, parsed=parsed, record=draft_record(parsed))


def _document(item: Item) -> Document:
    if item.document is None:
        raise RuntimeError("The resume has not been extracted.")
    return item.document


def _identity(record: Mapping[str, Any]) -> IdentityKeys:
    return IdentityKeys.of_record(record)


def _persist_or_fail(item: Item) -> Outcome:
    try:
        return _persist([item])[0]
    except Exception as error:
        if is_transient(error):
            raise
        logger.error("resume %d: persist failed: %s", item.id, place_of(error))
        return _settle([(item, verdicts.INTERNAL_ERROR)])[0]


def _persist(items: Sequence[Item]) -> list[Outcome]:
    """Those that were taken over by another run meanwhile are left alone."""
    judged = {item.id: judge(_document(item).raw_text, item.record, item.findings) for item in items}
    with session_scope() as session:
        held = leases.lock_attempts(session, {item.id: item.claimed.attempt for item in items})
        completed = [item for item in items if item.id in held and judged[item.id].status == verdicts.COMPLETED]
        stored = CandidateService(session).store_records({item.id: item.record for item in completed})
        leases.settle(
            session, [_status_row(item, judged[item.id], stored.get(item.id)) for item in items if item.id in held]
        )
    return [
        _outcome(item.id, judged[item.id], stored.get(item.id))
        if item.id in held
        else Outcome(item.id, "lost", "taken_over")
        for item in items
    ]


def _settle(stopped: Sequence[tuple[Item, Verdict]]) -> list[Outcome]:
    rows = [_status_row(item, verdict) for item, verdict in stopped]
    if not rows:
        return []
    with session_scope() as session:
        leases.settle(session, rows)
    return [_outcome(item.id, verdict) for item, verdict in stopped]


def _outcome(resume_id: int, verdict: Verdict, stored: StoredCandidate | None = None) -> Outcome:
    return Outcome(resume_id, verdict.status, verdict.reason, stored.matched_by if stored else None)


def _status_row(item: Item, verdict: Verdict, stored: StoredCandidate | None = None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": item.id,
        "attempt": item.claimed.attempt,
        "status": verdict.status,
        "reason": verdict.reason,
        "message": verdict.message,
    }
    if stored is not None:
        row |= {"candidate_id": stored.candidate_id, "matched_by": stored.matched_by}
    if item.parsed is not None:
        row["extracted_data"] = item.record
        row["findings"] = [*reader_findings(_document(item)), *item.findings]
        row["parser_version"] = resume_parser.PARSER_VERSION
    return row


class _LeaseKeeper:
    """Extends the leases of a batch while its resumes are worked on one by one."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._rows = [{"id": item.id, "attempt": item.claimed.attempt} for item in items]
        self._lease_seconds = get_settings().lease_seconds
        self._extended_at = time.monotonic()

    def extend_when_due(self) -> None:
        if time.monotonic() - self._extended_at < self._lease_seconds / EXTENSIONS_PER_LEASE:
            return
        with session_scope() as session:
            leases.extend(session, self._rows, self._lease_seconds)
        self._extended_at = time.monotonic()


def _shares(items: Sequence[Item], started: float) -> dict[int, float]:
    """The time of a step over the whole batch, in equal shares."""
    spent = _milliseconds_since(started)
    return {item.id: spent / len(items) for item in items}


def _milliseconds_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
