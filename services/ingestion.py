"""The steps from a stored file to a candidate, each over a batch; the flow `ingest` is made of them.

One bad document fails alone: what is wrong with it is written to its row, and the others go on. Trouble with the
database or the file store is raised, as it concerns them all and passes. Every write compares the attempt number,
so a run that was given up as lost cannot overwrite the one that took its place.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

import resume_parser
from config import get_settings
from db import leases
from db.engine import session_scope
from db.transient import is_transient
from quality.checks import check_records
from reading.process import AT_ONCE
from resume_parser import Document, ParserError
from resume_parser.errors import place_of
from services import verdicts
from services.batch import Batch, Item, Outcome
from services.candidate_service import CandidateService, IdentityKeys
from services.drafts import draft_record, reader_findings
from services.extraction import read_stored
from services.file_store import get_file_store
from services.one_by_one import OnWait, Say, do_one_by_one, milliseconds_since
from services.settling import outcome_of, settle, status_row
from services.verdicts import Verdict, judge

logger = logging.getLogger(__name__)

KEPT_BYTES = 2_000_000
"""A larger file is read again by `extract` rather than kept, so that a batch of them does not fill the memory."""


def process_one(resume_id: int) -> Outcome | None:
    """All steps for one resume, called from this process; None when it was done already or is in other hands."""
    batch = persist(deduplicate(validate(parse(extract(verify_hashes(claim([resume_id])))))))
    outcome = next(iter(batch.outcomes), None)
    is_set_aside = outcome is not None and outcome.status == verdicts.SET_ASIDE
    return process_one(resume_id) if is_set_aside else outcome


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


def verify_hashes(batch: Batch, say: Say = logger.info) -> Batch:
    """Read the stored bytes and compare them with the hash that they were uploaded under."""
    return do_one_by_one(batch, "hash", _verify_hash, say)


def extract(batch: Batch, say: Say = logger.info) -> Batch:
    """Bytes to Documents, kept in the database at once; see `read_stored`. `say` hears how it goes when it takes long."""
    has_suspects = any(item.claimed.is_suspect for item in batch.items)
    extracted = do_one_by_one(batch, "extract", read_stored, say, at_once=AT_ONCE if has_suspects else 1)
    started = time.perf_counter()
    with session_scope() as session:
        leases.store_extractions(
            session,
            [_extraction_row(item) for item in extracted.items if item.claimed.raw_text is None],
            get_settings().lease_seconds,
        )
    return extracted.advance(extracted.items, (), "store", _shares(extracted.items, started))


def parse(batch: Batch, say: Say = logger.info) -> Batch:
    """Documents to records; one that breaks the parser fails alone."""
    return do_one_by_one(batch, "parse", partial(_parse, today=batch.today), say)


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


def _verify_hash(item: Item, _on_wait: OnWait) -> Item | Verdict:
    content = get_file_store().read_bytes(item.claimed.file_path)
    if sha256(content).hexdigest() != item.claimed.file_hash:
        return verdicts.HASH_MISMATCH
    return replace(item, content=content if len(content) <= KEPT_BYTES else None)


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


def _parse(item: Item, _on_wait: OnWait, today: date) -> Item:
    (result,) = resume_parser.parse_batch([_document(item)], today)
    if isinstance(result, ParserError):
        raise result
    return replace(item, parsed=result, record=draft_record(result))


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
        return settle([(item, verdicts.INTERNAL_ERROR)])[0]


def _persist(items: Sequence[Item]) -> list[Outcome]:
    """Those that were taken over by another run meanwhile are left alone."""
    judged = {item.id: judge(_document(item).raw_text, item.record, item.findings) for item in items}
    with session_scope() as session:
        held = leases.lock_attempts(session, {item.id: item.claimed.attempt for item in items})
        completed = [item for item in items if item.id in held and judged[item.id].status == verdicts.COMPLETED]
        stored = CandidateService(session).store_records({item.id: item.record for item in completed})
        leases.settle(
            session, [status_row(item, judged[item.id], stored.get(item.id)) for item in items if item.id in held]
        )
    return [
        outcome_of(item.id, judged[item.id], stored.get(item.id))
        if item.id in held
        else Outcome(item.id, "lost", "taken_over")
        for item in items
    ]


def _shares(items: Sequence[Item], started: float) -> dict[int, float]:
    """The time of a step over the whole batch, in equal shares."""
    spent = milliseconds_since(started)
    return {item.id: spent / len(items) for item in items}
