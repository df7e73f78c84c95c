"""Erasing people, or single resumes: all rows in one transaction, the files after it.

A run that has a resume in hand meanwhile finds its row gone when it comes to write, and writes nothing.
"""

from collections.abc import Callable
from uuid import UUID

from config import get_settings
from db import erasures
from db.engine import Session, session_scope
from db.erasure_tables import Erasure
from db.erasures import Holdings, KeptFile
from models.privacy_models import ErasedCounts, ErasureReceipt
from services.audit import Action, Actor, record
from services.erased_files import mark_of
from services.erasure_rest import finish
from services.errors import CandidateNotFound, NothingToErase
from services.resume_withdrawal import Withdrawal, linked_candidate

Find = Callable[[Session], Holdings]
"""What is to go; asked again once nobody else can change it any more."""


def of_candidate(candidate_id: int) -> Find:
    """A person: the candidate, all its resumes, and drafts with its e-mail address. It raises CandidateNotFound."""

    def find(session: Session) -> Holdings:
        return _some(erasures.find_of_candidates(session, [candidate_id]), CandidateNotFound())

    return find


def of_email(email: str) -> Find:
    """The person with this address, in any case. It raises NothingToErase."""
    return lambda session: _some(erasures.find_of_email(session, email.strip()), NothingToErase())


def of_resume(resume_id: int) -> Find:
    """A resume and what it brought; its candidate too where that has nothing else. It raises ResumeNotFound."""

    def find(session: Session) -> Holdings:
        candidate_id = linked_candidate(session, resume_id)
        goes_too = candidate_id is not None and erasures.is_the_only_source(session, candidate_id, resume_id)
        return Holdings(frozenset({candidate_id} if candidate_id and goes_too else ()), frozenset({resume_id}))

    return find


def of_file(file_hash: str) -> Find:
    """The resume of a file, by its SHA-256 in hexadecimal. It raises NothingToErase."""

    def find(session: Session) -> Holdings:
        resume_id = erasures.find_resume_of_hash(session, file_hash.strip().lower())
        if resume_id is None:
            raise NothingToErase
        return of_resume(resume_id)(session)

    return find


def count_holdings(session: Session, find: Find) -> ErasedCounts:
    """What an erasure would remove, but for skills that nobody else has. Raises what `find` raises."""
    return ErasedCounts(**erasures.count_rows(session, find(session)))


def erase(find: Find, by: Actor) -> ErasureReceipt:
    """Raises what `find` raises. Owns its transaction; what it cannot do after it, `maintain` does later."""
    erasure_id, _ = erase_rows(find, by)
    finish([erasure_id])
    with session_scope() as session:
        return read_receipt(session, erasure_id)


def erase_rows(find: Find, by: Actor) -> tuple[UUID, ErasedCounts]:
    """The first part of `erase`: the id of what is to be finished, and what is removed already. Raises what `find` raises."""
    with session_scope() as session:
        erasure = _erase_rows(session, find, by)
        return erasure.id, ErasedCounts(**erasure.removed)


def read_receipt(session: Session, erasure_id: UUID) -> ErasureReceipt:
    """Raises NothingToErase where there is none."""
    erasure = erasures.get_erasure(session, erasure_id)
    if erasure is None:
        raise NothingToErase
    return ErasureReceipt(
        id=erasure.id,
        at=erasure.at,
        by=erasure.who,
        removed=ErasedCounts(**erasure.removed),
        files_left=len(erasure.files_left),
        finished_at=erasure.finished_at,
    )


def _erase_rows(session: Session, find: Find, by: Actor) -> Erasure:
    erasures.lock(session, find(session))
    holdings = find(session)
    files = erasures.list_files(session, holdings)
    withdrawals = [Withdrawal.of(session, resume_id) for resume_id in sorted(holdings.resume_ids)]
    for kind, ids in (("candidate", holdings.candidate_ids), ("resume", holdings.resume_ids)):
        record(session, by, Action.ERASE, kind, sorted(ids))
    removed = erasures.remove_rows(session, holdings)
    for withdrawal in withdrawals:
        if withdrawal is not None and withdrawal.candidate_id not in holdings.candidate_ids:
            withdrawal.apply(session)
    removed["skills"] = erasures.remove_unowned_skills(session) or 0
    erasure = Erasure(who=by.who[:200], removed=removed, files_left=_rows_of(files), file_marks=_marks_of(files))
    erasures.add_erasure(session, erasure)
    return erasure


def _rows_of(files: list[KeptFile]) -> list[dict[str, str | int | None]]:
    return [{"path": file.path, "byte_size": file.byte_size} for file in files]


def _marks_of(files: list[KeptFile]) -> list[str]:
    return [mark_of(file.file_hash) for file in files] if get_settings().refuse_erased else []


def _some(holdings: Holdings, error: CandidateNotFound | NothingToErase) -> Holdings:
    if holdings.is_empty:
        raise error
    return holdings
