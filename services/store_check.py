"""Whether the file store and the database tell the same: nothing missing, damaged or left over."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from db import stored_files
from db.engine import session_scope
from db.stored_files import NamedFile
from services.errors import StoredFileMissing
from services.file_store import get_file_store
from services.store_upkeep import find_orphans, remove_orphans


@dataclass(slots=True)
class CheckReport:
    """Resumes by their ids, files by their paths in the store."""

    checked: int = 0
    missing: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    """The bytes are not those of the hash, or not as many as the row says."""
    orphans: list[str] = field(default_factory=list)
    contradictions: dict[str, list[int]] = field(default_factory=dict)
    removed: int = 0
    """Orphans that the check itself has removed."""

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.damaged or self.contradictions or len(self.orphans) > self.removed)


def check_store(*, repair: bool = False, seen: Callable[[int], None] = lambda _: None) -> CheckReport:
    """Read every file there is; with `repair`, remove those that no resume names. `seen` is told how many were read.

    May run beside everything else. Raises StoreUnavailable where the store cannot be read.
    """
    report = CheckReport()
    for file in _named_files():
        _check_file(file, report)
        report.checked += 1
        seen(report.checked)
    report.orphans = find_orphans()
    if repair:
        report.removed = remove_orphans(report.orphans)
    with session_scope() as session:
        report.contradictions = stored_files.find_contradictions(session)
    return report


def _named_files() -> Iterator[NamedFile]:
    """In transactions as short as can be: the files take long to read."""
    after_id = 0
    while True:
        with session_scope() as session:
            page = stored_files.list_named_files(session, after_id)
        if not page:
            return
        yield from page
        after_id = page[-1].resume_id


def _check_file(file: NamedFile, report: CheckReport) -> None:
    digest, byte_size = hashlib.sha256(), 0
    try:
        for chunk in get_file_store().read_chunks(file.file_path):
            digest.update(chunk)
            byte_size += len(chunk)
    except StoredFileMissing:
        report.missing.append(file.resume_id)
        return
    if digest.hexdigest() != file.file_hash or file.byte_size not in (None, byte_size):
        report.damaged.append(file.resume_id)
