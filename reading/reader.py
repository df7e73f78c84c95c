"""The process that reads: one document after another, until one ends it or it has grown old."""

import json
import os
import resource
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reading import frames
from reading.errors import NeedsRecognition, TooMuchMemory
from resume_parser.document import Document
from resume_parser.errors import ParserBroke, ParserError
from resume_parser.limits import Limits

ReadDocument = Callable[..., Document]

PAGE = "page"
"""Outcome of no document yet: the recognition of a page begins."""
NO_MEMORY_LEFT = 70
"""Exit code of a reader that had not even the memory to say so."""
MOST_DOCUMENTS = 500
MOST_KEPT_BYTES = 300_000_000
"""A reader that is larger after a document is replaced."""
STACK_AND_MAPPINGS = 1 << 30
"""What may be mapped beyond what may be used: libraries, files, reserves."""

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def serve(connection: socket.socket, read: ReadDocument, memory_bytes: int) -> None:
    """Answer until there are no more documents."""
    limit_memory(memory_bytes)
    for number in range(1, MOST_DOCUMENTS + 1):
        request = frames.receive(connection)
        if request is None:
            return
        header, content = request
        answer, body = _answer(read, content, header, lambda: frames.send(connection, {"outcome": PAGE}))
        del content
        last = number == MOST_DOCUMENTS or answer["outcome"] == TooMuchMemory.code or _resident() > MOST_KEPT_BYTES
        frames.send(connection, {**answer, "last": last}, body)
        if last:
            return


def limit_memory(memory_bytes: int) -> None:
    """So much more than this process has now; where the system does not tell that, there is no limit."""
    sizes = _memory_sizes()
    if sizes is None:
        return
    mapped, _, _, _, _, used, _ = sizes
    most_used, most_mapped = used + memory_bytes, mapped + memory_bytes + STACK_AND_MAPPINGS
    resource.setrlimit(resource.RLIMIT_DATA, (most_used, most_used))
    resource.setrlimit(resource.RLIMIT_AS, (most_mapped, most_mapped))


def _answer(
    read: ReadDocument, content: bytes, header: dict[str, Any], say_page: Callable[[], None]
) -> tuple[dict[str, Any], bytes]:
    """What became of the document: `outcome` is "document", or the code of an error."""
    clock = _Clock(header["recognition_seconds"], say_page)
    clock.start(header["processor_seconds"])
    try:
        document = read(content, Limits(**header["content"]), before_recognition=clock.allow_page)
        stored = {"raw_text": document.raw_text, "layout": document.layout}
        return {"outcome": "document"}, json.dumps(stored, allow_nan=False).encode()
    except ParserError as error:
        return {"outcome": error.code, "message": str(error)}, b""
    except MemoryError:
        return {"outcome": TooMuchMemory.code, "message": TooMuchMemory.default_message}, b""
    except Exception as error:  # noqa: BLE001 - the edge of the process
        return {"outcome": ParserBroke.code, "message": str(ParserBroke(error))}, b""
    finally:
        clock.stop()


class _Clock:
    """Ends the process, C code and all, when the processor time of a document is used up: SIGPROF is not handled."""

    def __init__(self, recognition_seconds: float | None, say_page: Callable[[], None]) -> None:
        self._recognition_seconds = recognition_seconds
        self._say_page = say_page

    def start(self, seconds: float) -> None:
        signal.setitimer(signal.ITIMER_PROF, seconds)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def allow_page(self) -> None:
        """Raises NeedsRecognition where there is no time for that."""
        if self._recognition_seconds is None:
            raise NeedsRecognition
        left, _ = signal.getitimer(signal.ITIMER_PROF)
        self.start(left + self._recognition_seconds)
        self._say_page()


def _resident() -> int:
    sizes = _memory_sizes()
    return sizes[1] if sizes else 0


def _memory_sizes() -> list[int] | None:
    """In bytes, as /proc/PID/statm has them: all that is mapped, what of it is in memory, and so on."""
    try:
        written = Path("/proc/self/statm").read_text()
    except FileNotFoundError:
        return None
    return [int(pages) * _PAGE_BYTES for pages in written.split()]
