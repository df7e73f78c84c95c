"""Resumes: taking them in, reading and listing them, and processing one in this process."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from uuid import UUID

from config import get_settings
from db.engine import session_scope
from db.jobs import get_resume_id
from db.resumes import ClaimedResume, NewResume, claim_by_hash
from services.audit import Action, Actor, record
from services.erased_files import find_erased
from services.errors import ErasedFile, JobNotFound, RefusedFile, StoreTrouble
from services.file_store import FileStore, get_file_store
from services.log_format import logging_about
from services.process_counts import UPLOADS
from services.provenance import UNTOLD, Provenance
from services.reception import ReceivedFile


@dataclass(frozen=True, slots=True)
class UploadedResume:
    """A file that was taken in. `created` is False when its content was known: then this is the first upload's job."""

    file_name: str
    resume_id: int
    job_id: UUID
    status: str
    created: bool


@dataclass(frozen=True, slots=True)
class RefusedUpload:
    file_name: str
    reason: RefusedFile


class ResumeService:
    """Owns its transactions: when `upload_resume` returns, the file and its row are safe on disk."""

    def __init__(self, store: FileStore | None = None, max_upload_bytes: int | None = None) -> None:
        self._store = store or get_file_store()
        self._max_upload_bytes = max_upload_bytes or get_settings().max_upload_bytes

    def receive(self, file_name: str | None, chunks: Iterable[bytes] = ()) -> ReceivedFile:
        """Open a file for writing; what is in `chunks` is written already. End it with `finish`, then upload it."""
        return ReceivedFile(self._store, file_name, self._max_upload_bytes).write_all(chunks)

    def upload_resume(
        self, file: ReceivedFile, source: str = "api", by: Actor | None = None, told: Provenance = UNTOLD
    ) -> UploadedResume:
        """Register one finished file. Raises RefusedFile when it is not taken in."""
        outcome = self.upload_batch([file], source, by, told)[0]
        if isinstance(outcome, RefusedUpload):
            raise outcome.reason
        return outcome

    def upload_batch(
        self, files: Sequence[ReceivedFile], source: str = "api", by: Actor | None = None, told: Provenance = UNTOLD
    ) -> list[UploadedResume | RefusedUpload]:
        """Register finished files in one transaction; the outcome of each, in order.

        A file is in its final place before its row is committed, so a row never points at nothing. Where database or
        store cannot take all of them, none is taken and nothing of them stays: raises StoreFull, StoreUnavailable or
        what the database raised. Who sends them is noted in the audit log, what they tell of them with each.
        """
        accepted = [file for file in files if file.refusal is None]
        with ExitStack() as undo:
            for file in accepted:
                undo.callback(file.discard)
            accepted = _without_erased(accepted)
            with session_scope() as session:
                claimed = claim_by_hash(session, [_row_of(file, source, told) for file in accepted])
                if by is not None:
                    record(session, by, Action.UPLOAD, "resume", (resume.resume_id for resume in claimed.values()))
                self._keep(accepted, claimed)
            undo.pop_all()
        first_of_its_hash = {file.file_hash: file for file in reversed(accepted)}
        outcomes = [
            RefusedUpload(file.file_name, file.refusal)
            if file.refusal is not None
            else _uploaded(file, claimed[file.file_hash], is_first=first_of_its_hash[file.file_hash] is file)
            for file in files
        ]
        for outcome in outcomes:
            UPLOADS.labels(source, _kind_of(outcome)).inc()
        return outcomes

    def _keep(self, files: Sequence[ReceivedFile], claimed: Mapping[str, ClaimedResume]) -> None:
        """Move the files to their places while their rows are made and not committed.

        Nobody else can make rows of the same hashes meanwhile, so where it fails the new files can be taken away again.
        """
        try:
            self._store.keep_all([file.pending for file in files])
        except StoreTrouble:
            for file in files:
                if claimed[file.file_hash].created:
                    with suppress(StoreTrouble):  # then `maintain` finds it
                        self._store.remove(file.file_path)
            raise

    def process_resume(self, job_id: UUID) -> None:
        """Run the whole chain for one resume in this process. Raises JobNotFound."""
        # Imported here: it brings the whole parser, which whoever only takes uploads does without.
        from services.ingestion import process_one

        with session_scope() as session:
            resume_id = get_resume_id(session, job_id)
        if resume_id is None:
            raise JobNotFound
        with logging_about(job_id=str(job_id)):
            process_one(resume_id)


def _kind_of(outcome: UploadedResume | RefusedUpload) -> str:
    if isinstance(outcome, RefusedUpload):
        return outcome.reason.code
    return "accepted" if outcome.created else "known"


def _without_erased(files: Sequence[ReceivedFile]) -> list[ReceivedFile]:
    erased = find_erased([file.file_hash for file in files])
    for file in files:
        if file.file_hash in erased:
            file.refuse(ErasedFile())
    return [file for file in files if file.refusal is None]


def _row_of(file: ReceivedFile, source: str, told: Provenance) -> NewResume:
    assert file.media_type is not None, "only a finished file is registered"
    return NewResume(
        file_name=file.file_name,
        file_path=file.file_path,
        file_hash=file.file_hash,
        byte_size=file.byte_size,
        media_type=file.media_type,
        source=source,
        source_label=told.source_label,
        consent=told.consent,
    )


def _uploaded(file: ReceivedFile, claimed: ClaimedResume, *, is_first: bool) -> UploadedResume:
    created = claimed.created and is_first
    return UploadedResume(file.file_name, claimed.resume_id, claimed.job_id, claimed.status, created)
