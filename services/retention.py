"""People and resumes that are kept no longer than the settings say: found, counted, erased."""

from collections import Counter
from functools import partial
from itertools import islice
from uuid import UUID

from config import get_settings
from db import retention
from db.engine import Session, session_scope
from db.erasures import Holdings
from db.retention import Months
from models.privacy_models import ErasedCounts
from services.audit import Actor
from services.erasure import Find, count_holdings, erase_rows, of_candidate, of_resume
from services.erasure_rest import finish
from services.errors import NotFound, NothingToErase

BY = Actor("retain")
FINISHED_AT_ONCE = 100


def retain(*, dry_run: bool = False) -> ErasedCounts | None:
    """Erase what has expired, or count it only; None where the settings say to keep all.

    Each person goes in a transaction of its own, and is looked at once more in it: who sends a resume meanwhile stays.
    """
    months = months_of_settings()
    if months.default is None and not months.by_source:
        return None
    with session_scope() as session:
        people = retention.list_expired_candidates(session, months)
        resumes = retention.list_expired_resumes(session, months)
    finds: list[Find] = [partial(_expired_person, months=months, candidate_id=each) for each in people]
    finds += [partial(_expired_resume, months=months, resume_id=each) for each in resumes]
    return _count(finds) if dry_run else _erase(finds)


def months_of_settings() -> Months:
    settings = get_settings()
    return Months(settings.retention_months, settings.retention_by_source)


def _expired_person(session: Session, months: Months, candidate_id: int) -> Holdings:
    if not retention.list_expired_candidates(session, months, candidate_id):
        raise NothingToErase
    holdings = of_candidate(candidate_id)(session)
    if retention.has_kept(session, months, holdings.resume_ids):
        raise NothingToErase  # a draft of theirs has come in lately
    return holdings


def _expired_resume(session: Session, months: Months, resume_id: int) -> Holdings:
    if not retention.list_expired_resumes(session, months, resume_id):
        raise NothingToErase
    return of_resume(resume_id)(session)


def _count(finds: list[Find]) -> ErasedCounts:
    counts: Counter[str] = Counter()
    for find in finds:
        with session_scope() as session:
            try:
                counts.update(count_holdings(session, find).model_dump())
            except NotFound:
                continue
    return ErasedCounts(**counts)


def _erase(finds: list[Find]) -> ErasedCounts:
    counts: Counter[str] = Counter()
    waiting = iter(finds)
    while some := list(islice(waiting, FINISHED_AT_ONCE)):
        erasure_ids: list[UUID] = []
        for find in some:
            try:
                erasure_id, removed = erase_rows(find, BY)
            except NotFound:
                continue  # sent again, or erased, meanwhile
            erasure_ids.append(erasure_id)
            counts.update(removed.model_dump())
        finish(erasure_ids)
    return ErasedCounts(**counts)
