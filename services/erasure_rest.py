"""What an erasure does after its transaction: files, their copies in the inbox, skills that nobody has any more.

Each step may be repeated: `maintain` does until all is done, whoever dies in between.
"""

import logging
from collections.abc import Sequence
from uuid import UUID

from config import get_settings
from db import erasures, stored_files
from db.engine import Session, session_scope
from db.transient import is_transient
from services import inbox_copies
from services.errors import StoreTrouble
from services.file_store import get_file_store
from services.inbox_copies import Wanted

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 100


def finish_all() -> int:
    """Do what is left of erasures, on the machine of the inbox; how many are done now."""
    get_settings().resolved_inbox_dir.mkdir(parents=True, exist_ok=True)
    with session_scope() as session:
        unfinished = erasures.list_unfinished(session, MOST_AT_ONCE)
    return finish(unfinished)


def finish(erasure_ids: Sequence[UUID]) -> int:
    """How many are done now. Where store or database are in trouble or in use, the rest is left to `finish_all`."""
    try:
        has_all_copies = _remove_copies(erasure_ids)
        return sum(_finish(erasure_id, has_all_copies=has_all_copies) for erasure_id in erasure_ids)
    except (StoreTrouble, OSError) as error:
        logger.warning("files of erasures are left to the next time: %s", type(error).__name__)
    except Exception as error:
        if not is_transient(error):
            raise
        logger.warning("the rest of erasures is left to the next time: %s", type(error).__name__)
    return 0


def _remove_copies(erasure_ids: Sequence[UUID]) -> bool:
    """For all in one walk, and without a lock: the inbox may be large. False where some may be left."""
    with session_scope() as session:
        files = [file for found in erasures.list_files_left(session, erasure_ids) for file in found]
    wanted = [Wanted(file["path"].replace("/", ""), file["byte_size"]) for file in files]
    inbox = get_settings().resolved_inbox_dir
    if not wanted:
        return True
    if not inbox.is_dir():
        return False  # it is on another machine: that of the worker, which runs `maintain`
    is_being_taken = inbox_copies.is_being_taken(inbox, wanted)
    inbox_copies.remove_copies(inbox, wanted)
    return not is_being_taken


def _finish(erasure_id: UUID, *, has_all_copies: bool) -> bool:
    with session_scope() as session:
        erasure = erasures.lock_erasure(session, erasure_id)
        if erasure is None:
            return False
        _remove_stored(session, [file["path"] for file in erasure.files_left])
        is_done = has_all_copies and erasures.remove_unowned_skills(session) is not None
        if is_done:
            erasures.finish_erasure(session, erasure_id)
        return is_done


def _remove_stored(session: Session, paths: Sequence[str]) -> None:
    """An upload of the same file may be on its way: where it was first, the file is its own."""
    if not paths:
        return
    stored_files.lock_against_uploads(session)
    for path in stored_files.find_unnamed(session, paths):
        get_file_store().remove(path)
