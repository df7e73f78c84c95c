"""A stored file to its Document, read in a process of its own and within the limits of the run."""

from dataclasses import replace

from config import get_settings
from db.leases import ClaimedResume
from reading.errors import NeedsRecognition, TookTooLong
from reading.limits import full_limits, quick_limits
from reading.process import OnWait, read_in_process
from resume_parser import Document
from services import verdicts
from services.batch import Item
from services.file_store import get_file_store
from services.verdicts import Verdict


def read_stored(item: Item, on_wait: OnWait) -> Item | Verdict:
    """The item with its Document. One that was read by an earlier attempt is not read again; one that takes longer than
    others can wait for is set aside, and read to its end or its limit in a run of its own.

    Raises ParserError, StoredFileMissing, and OSError where it is not the document's fault.
    """
    claimed = item.claimed
    if claimed.raw_text is not None:
        return replace(item, content=None, document=Document.from_stored(claimed.raw_text, claimed.layout))
    content = item.content if item.content is not None else get_file_store().read_bytes(claimed.file_path)
    document = _read(content, claimed, on_wait)
    return document if isinstance(document, Verdict) else replace(item, content=None, document=document)


def _read(content: bytes, claimed: ClaimedResume, on_wait: OnWait) -> Document | Verdict:
    settings = get_settings()
    if claimed.is_suspect:
        return read_in_process(content, full_limits(settings, len(content)), on_wait)
    try:
        document = read_in_process(content, quick_limits(settings, len(content)), on_wait)
    except TookTooLong:
        return verdicts.TAKES_LONG
    except NeedsRecognition:
        return verdicts.IS_A_SCAN
    return verdicts.IS_LONG if len(document.lines) > settings.quick_lines else document
