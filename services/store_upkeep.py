"""Files in the store that no resume names: how they are told from those that an upload is just bringing."""

import logging
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from config import get_settings
from db import stored_files
from db.engine import session_scope
from db.transient import is_transient
from services.file_store import FOLDERS, get_file_store

logger = logging.getLogger(__name__)

FOLDERS_AT_A_TIME = 4
"""Of 256, drawn by lot: with a run every half minute each is looked at about twice an hour, however many files there are."""
FILES_UNDER_ONE_LOCK = 50
_KEPT = re.compile(r"[0-9a-f]{2}/[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Removed:
    """Files that are gone now."""

    abandoned: int
    """Uploads whose process died."""
    orphans: int
    """Kept, and no resume names them: their transaction was never committed."""


def remove_leftovers() -> Removed:
    """Remove what is older than the setting, of a part of the store drawn by lot. Raises StoreUnavailable."""
    before = datetime.now(UTC) - timedelta(seconds=get_settings().orphan_seconds)
    folders = random.sample(FOLDERS, FOLDERS_AT_A_TIME)  # nosec B311 - no secret
    removed = Removed(get_file_store().clear_incoming(before), remove_orphans(find_orphans(folders, before)))
    if removed != Removed(0, 0):
        logger.warning(
            "removed %d uploads that never ended and %d files without a resume", removed.abandoned, removed.orphans
        )
    return removed


def find_orphans(folders: Sequence[str] = FOLDERS, before: datetime | None = None) -> list[str]:
    """Paths that no committed resume names; among them may be those of uploads that are about to be committed."""
    orphans: list[str] = []
    for folder in folders:
        kept = [path for path in get_file_store().list_kept(folder, before) if _KEPT.fullmatch(path)]
        with session_scope() as session:
            orphans += stored_files.find_unnamed(session, kept)
    return orphans


def remove_orphans(paths: Sequence[str]) -> int:
    """Remove those that no resume names, however soon an upload may name them; how many.

    Uploads make their row before they bring the file, and wait while the rows are looked at here. Where the table is in
    use for long, the rest is left to the next time.
    """
    removed = 0
    for start in range(0, len(paths), FILES_UNDER_ONE_LOCK):
        try:
            with session_scope() as session:
                stored_files.lock_against_uploads(session)
                still_unnamed = stored_files.find_unnamed(session, paths[start : start + FILES_UNDER_ONE_LOCK])
                removed += sum(map(get_file_store().remove, still_unnamed))
        except Exception as error:
            if not is_transient(error):
                raise
            logger.warning("files without a resume are left to the next time: %s", type(error).__name__)
            break
    return removed
