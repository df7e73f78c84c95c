"""The end of the line for whoever wants a document read: a reader at hand, and another when it dies."""

import logging
import os
import select
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from typing import Any

from reading import frames
from reading.answers import ReaderDied, document_of
from reading.errors import ReaderCrashed, ReaderUnavailable
from reading.limits import ReadingLimits
from reading.zygote_client import ZygoteClient
from resume_parser.document import Document

logger = logging.getLogger(__name__)

OnWait = Callable[[], None]

READER = "resume_parser.readers:read_document"
SIGN_SECONDS = 1.0
"""How often the caller hears that the reader is still at it."""


def read_in_process(content: bytes, limits: ReadingLimits, on_wait: OnWait | None = None) -> Document:
    """The document as `resume_parser.read_document` reads it. Raises ParserError of the kind that fits.

    `on_wait` is called about once a second while the reader is at work. Raises ReaderUnavailable when none can be had.
    """
    return _of_this_process().read(content, limits, on_wait)


def start() -> None:
    """Begin to load the reader, so that the first document need not wait for it. Returns at once."""
    _of_this_process().start()


def wait_until_ready() -> None:
    """Have a reader at hand. Raises ReaderUnavailable."""
    _of_this_process().wait_until_ready()


def stop() -> None:
    """End the reader; the next document starts another."""
    _of_this_process().stop()


@cache
def _of_this_process() -> "ReadingProcess":
    return ReadingProcess()


# A process that was forked from this one needs a reader of its own.
os.register_at_fork(after_in_child=_of_this_process.cache_clear)


class ReadingProcess:
    """A zygote with the readers loaded, and the reader that it forked last. May be used from any thread, one at a time."""

    def __init__(self, reader: str = READER) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._zygote: ZygoteClient | None = None
        self._connection: socket.socket | None = None
        self._pid = 0
        self._memory_bytes = 0
        self.peak_bytes = 0
        """The most memory, beyond what it has at its start, that a reader had of those that have ended."""

    @property
    def confined(self) -> dict[str, bool]:
        """What the reader is kept from, by name, once it has read something."""
        return {} if self._zygote is None else self._zygote.confined

    def start(self) -> None:
        with self._lock:
            self._living_zygote()

    def wait_until_ready(self) -> None:
        with self._lock:
            self._living_zygote().wait_until_ready()

    def stop(self) -> None:
        with self._lock:
            self._drop_reader()
            if self._zygote is not None:
                self._zygote.stop()
            self._zygote = None

    def read(self, content: bytes, limits: ReadingLimits, on_wait: OnWait | None = None) -> Document:
        """As `read_in_process`."""
        with self._lock:
            try:
                try:
                    return self._read(content, limits, on_wait)
                except ReaderDied as died:
                    if not died.was_ended_from_outside:
                        raise
                    logger.warning("the reader was ended from outside; the document is read once more")
                    return self._read(content, limits, on_wait)
            except ReaderDied as died:
                raise died.meaning(limits) from None
            except BaseException:
                # Whatever is left unread of an answer must not become that of the next document.
                self._drop_reader()
                raise

    def _read(self, content: bytes, limits: ReadingLimits, on_wait: OnWait | None) -> Document:
        connection = self._ready_reader(limits.memory_bytes)
        request = {
            "content": asdict(limits.content),
            "processor_seconds": limits.processor_seconds,
            "recognition_seconds": limits.recognition_seconds,
        }
        try:
            frames.send(connection, request, content)
        except ConnectionError:
            pass  # the wait for the answer finds out how it ended
        except TimeoutError as error:
            raise ReaderUnavailable("The process that reads documents does not take any.") from error
        header, body = self._await_answer(connection, limits.wall_seconds, on_wait)
        if header.get("last"):
            self._drop_reader()
        return document_of(header, body)

    def _await_answer(
        self, connection: socket.socket, wall_seconds: float, on_wait: OnWait | None
    ) -> tuple[dict[str, Any], bytes]:
        deadline = time.monotonic() + wall_seconds
        while not _is_readable(connection, SIGN_SECONDS):
            if time.monotonic() > deadline:
                raise self._end_of_reader(timed_out=True)
            if on_wait is not None:
                on_wait()
        try:
            answer = frames.receive(connection)
        except (frames.BadFrame, TimeoutError):
            self._drop_reader()
            raise ReaderCrashed from None
        if answer is None:
            raise self._end_of_reader()
        return answer

    def _ready_reader(self, memory_bytes: int) -> socket.socket:
        if self._connection is not None and (self._memory_bytes != memory_bytes or _has_hung_up(self._connection)):
            self._drop_reader()
        if self._connection is None:
            self._connection, self._pid = self._living_zygote().fork(memory_bytes)
            self._memory_bytes = memory_bytes
        return self._connection

    def _living_zygote(self) -> "ZygoteClient":
        if self._zygote is None or self._zygote.has_ended:
            self._zygote = ZygoteClient(self._reader)
        return self._zygote

    def _drop_reader(self) -> None:
        if self._connection is not None:
            with suppress(ReaderUnavailable):
                self._end_of_reader()

    def _end_of_reader(self, *, timed_out: bool = False) -> ReaderDied:
        """See to it that the reader has ended, and learn how."""
        assert self._connection is not None
        assert self._zygote is not None
        self._connection.close()
        self._connection = None
        try:
            ended = self._zygote.end(self._pid)
        except ReaderUnavailable:
            self._zygote.stop()  # it takes its readers with it
            self._zygote = None
            return ReaderDied(signal.SIGKILL, 0)
        peak_bytes = ended["peak_bytes"] - self._zygote.resident_bytes
        self.peak_bytes = max(self.peak_bytes, peak_bytes)
        return ReaderDied(ended["status"], peak_bytes, timed_out=timed_out)


def _has_hung_up(connection: socket.socket) -> bool:
    """Whether the other end is gone, or said something without being asked."""
    return _is_readable(connection, 0.0)


def _is_readable(connection: socket.socket, seconds: float) -> bool:
    waiting = select.poll()
    waiting.register(connection, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))
