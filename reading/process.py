"""The end of the line for whoever wants documents read: readers at hand, and another for each that dies."""

import logging
import os
import queue
import select
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from functools import cache
from typing import Any

import psutil

from reading import frames
from reading.answers import ReaderDied, document_of
from reading.errors import ReaderCrashed, ReaderUnavailable
from reading.limits import ReadingLimits
from reading.reader import PAGE
from reading.zygote_client import Nursery, ZygoteClient
from resume_parser.document import Document

logger = logging.getLogger(__name__)

OnWait = Callable[[], None]

READER = "resume_parser.readers:read_document"
AT_ONCE = 2
"""Documents that this process has read at the same time, for those who call from several threads."""
LEAST_WORK_SECONDS = 0.1
"""A reader that had less than this of the processor in a whole step does not work."""
SIGN_SECONDS = 1.0
"""How often the caller hears that the reader is still at it."""


def read_in_process(content: bytes, limits: ReadingLimits, on_wait: OnWait | None = None) -> Document:
    """The document as `resume_parser.read_document` reads it. Raises ParserError of the kind that fits.

    `on_wait` is called about once a second while the reader is at work. Raises ReaderUnavailable when none can be had.
    """
    with _of_this_process().one() as process:
        return process.read(content, limits, on_wait)


def start() -> None:
    """Begin to load the readers, so that the first document need not wait for them. Returns at once."""
    _of_this_process().nursery.zygote()


def wait_until_ready() -> None:
    """Be able to have readers. Raises ReaderUnavailable."""
    _of_this_process().nursery.zygote().wait_until_ready()


def stop() -> None:
    """End the readers; the next document starts another."""
    _of_this_process().nursery.stop()


class _Processes:
    """Those of this process, with one zygote for all. The one that was used last is used next."""

    def __init__(self) -> None:
        self.nursery = Nursery(READER)
        self._free: queue.LifoQueue[ReadingProcess] = queue.LifoQueue()
        for _ in range(AT_ONCE):
            self._free.put(ReadingProcess(nursery=self.nursery))

    @contextmanager
    def one(self) -> Iterator["ReadingProcess"]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)


@cache
def _of_this_process() -> _Processes:
    return _Processes()


# A process that was forked from this one needs readers of its own.
os.register_at_fork(after_in_child=_of_this_process.cache_clear)


class ReadingProcess:
    """The reader that was forked last. May be used from any thread, one at a time."""

    def __init__(self, reader: str = READER, nursery: Nursery | None = None) -> None:
        self.nursery = nursery or Nursery(reader)
        self._lock = threading.Lock()
        self._zygote: ZygoteClient | None = None
        self._connection: socket.socket | None = None
        self._pid = 0
        self.peak_bytes = 0
        """The most memory, beyond what it has at its start, that a reader had of those that have ended."""
        self._kind: tuple[int, ...] = ()

    @property
    def confined(self) -> dict[str, bool]:
        """What the reader is kept from, by name, once it has read something."""
        return {} if self._zygote is None else self._zygote.confined

    def stop(self) -> None:
        with self._lock:
            self._drop_reader()
            self.nursery.stop()

    def read(self, content: bytes, limits: ReadingLimits, on_wait: OnWait | None = None) -> Document:
        """As `read_in_process`."""
        with self._lock, ExitStack() as undo:
            # Whatever is left unread of an answer must not become that of the next document.
            undo.callback(self._drop_reader)
            try:
                document = self._read_again_if_ended(content, limits, on_wait)
            except ReaderDied as died:
                raise died.meaning(limits) from None
            undo.pop_all()
            return document

    def _read_again_if_ended(self, content: bytes, limits: ReadingLimits, on_wait: OnWait | None) -> Document:
        """Once more where somebody else ended the reader, as the system does when it runs out of memory."""
        try:
            return self._read(content, limits, on_wait)
        except ReaderDied as died:
            if not died.was_ended_from_outside:
                raise
        logger.warning("the reader was ended from outside; the document is read once more")
        return self._read(content, limits, on_wait)

    def _read(self, content: bytes, limits: ReadingLimits, on_wait: OnWait | None) -> Document:
        connection = self._ready_reader(limits.memory_bytes, limits.niceness)
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
        for _ in range(1 + limits.content.recognised_pages):
            header, body = self._await_answer(connection, limits.step_seconds, on_wait)
            if header.get("outcome") != PAGE:
                break
        if header.get("last"):
            self._drop_reader()
        return document_of(header, body)

    def _await_answer(
        self, connection: socket.socket, seconds: float, on_wait: OnWait | None
    ) -> tuple[dict[str, Any], bytes]:
        """One that works is waited for on and on, as the processor's clock ends it, however little of it there is to have."""
        deadline, worked = time.monotonic() + seconds, None
        while not _is_readable(connection, SIGN_SECONDS):
            if worked is None:
                worked = self._worked_seconds
            elif time.monotonic() > deadline:
                if self._worked_seconds - worked < LEAST_WORK_SECONDS:
                    raise self._end_of_reader(timed_out=True)
                deadline, worked = time.monotonic() + seconds, self._worked_seconds
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

    @property
    def _worked_seconds(self) -> float:
        with suppress(psutil.Error):
            times = psutil.Process(self._pid).cpu_times()
            return float(times.user + times.system)
        return 0.0

    def _ready_reader(self, memory_bytes: int, niceness: int) -> socket.socket:
        kind = (memory_bytes, niceness)
        if self._connection is not None and (self._kind != kind or _has_hung_up(self._connection)):
            self._drop_reader()
        if self._connection is None:
            self._zygote = self.nursery.zygote()
            self._connection, self._pid = self._zygote.fork(memory_bytes, niceness)
            self._kind = kind
        return self._connection

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
