"""What an answer of the reader means, and what its end does."""

import json
import os
import signal
from typing import Any

from reading.errors import NeedsRecognition, ReaderBroke, ReaderCrashed, TookTooLong, TooMuchMemory
from reading.limits import ReadingLimits
from reading.reader import NO_MEMORY_LEFT
from resume_parser import errors
from resume_parser.document import Document
from resume_parser.errors import ParserError

MOST_MESSAGE = 500
NEAR = 0.7
"""Share of the memory limit from which on a crash is put down to it."""

_ERRORS: dict[str, type[ParserError]] = {
    kind.code: kind
    for kind in (
        errors.EmptyDocument,
        errors.UnsupportedDocument,
        errors.EncryptedDocument,
        errors.CorruptDocument,
        errors.DocumentTooLarge,
        NeedsRecognition,
        ReaderBroke,
        TooMuchMemory,
    )
}


def document_of(header: dict[str, Any], body: bytes) -> Document:
    """The document that was read, or ParserError.

    The reader may have been taken over by what it read: nothing it says is believed to be well formed.
    """
    outcome = header.get("outcome")
    if outcome == "document":
        try:
            stored = json.loads(body)
            return Document.from_stored(stored["raw_text"], stored["layout"])
        except Exception as error:
            raise ReaderCrashed from error
    raise _ERRORS.get(str(outcome), ReaderCrashed)(str(header.get("message", ""))[:MOST_MESSAGE] or None)


class ReaderDied(Exception):
    """The reader ended with a document in hand."""

    def __init__(self, status: int, peak_bytes: int, *, timed_out: bool = False) -> None:
        super().__init__(status)
        self._status = status
        self._peak_bytes = peak_bytes
        self._timed_out = timed_out

    @property
    def was_ended_from_outside(self) -> bool:
        return not self._timed_out and self._killer == signal.SIGKILL

    def meaning(self, limits: ReadingLimits) -> ParserError:
        """What the document did."""
        if self._timed_out or self._killer in (signal.SIGPROF, signal.SIGXCPU):
            return TookTooLong()
        if os.WIFEXITED(self._status) and os.WEXITSTATUS(self._status) == NO_MEMORY_LEFT:
            return TooMuchMemory()
        return TooMuchMemory() if self._peak_bytes > NEAR * limits.memory_bytes else ReaderCrashed()

    @property
    def _killer(self) -> int | None:
        return os.WTERMSIG(self._status) if os.WIFSIGNALED(self._status) else None
