"""A reader for tests: does what the document tells it to, in the process that reads."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument
from resume_parser.layout_json import plain_lines
from resume_parser.limits import Limits


def read(data: bytes, limits: Limits, *, before_recognition: Callable[[], None]) -> Document:
    order, _, rest = data.decode().partition(" ")
    if order == "recognise":
        before_recognition()
        order = "work"
    if order == "pages":
        count, seconds = rest.split()
        for _ in range(int(count)):
            before_recognition()
            time.sleep(float(seconds))
        order, rest = "read", ""
    return Document(plain_lines(_ORDERS[order](rest) or "read"), "text/plain")


def _segfault(_rest: str) -> None:
    ctypes.string_at(1)


def _work(seconds: str | float) -> None:
    """Of the processor, within C code."""
    ends = time.process_time() + float(seconds)
    while time.process_time() < ends:
        sum(range(2_000_000))


def _eat(megabytes: str) -> None:
    """Held as long as there is any to be had."""
    held = [bytearray(1 << 20) for _ in range(int(megabytes))]
    del held


def _corrupt(_rest: str) -> None:
    raise CorruptDocument


def _break(rest: str) -> None:
    raise ZeroDivisionError(rest)


def _open(path: str) -> str:
    return _tried(lambda: Path(path).read_bytes())


def _write(path: str) -> str:
    return _tried(lambda: Path(path).write_bytes(b"x"))


def _connect(address: str) -> str:
    def connect() -> None:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(address)

    return _tried(connect)


def _execute(program: str) -> str:
    return _tried(lambda: subprocess.run([program], check=True))


def _signal(process: str) -> str:
    return _tried(lambda: os.kill(int(process), 0))


def _tried(action: Callable[[], object]) -> str:
    try:
        action()
    except OSError as error:
        return type(error).__name__
    return "done"


def _kill_self(_rest: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_ORDERS: dict[str, Callable[[str], str | None]] = {
    "read": lambda rest: rest,
    "segfault": _segfault,
    "abort": lambda _rest: os.abort(),
    "exit": lambda _rest: os._exit(0),
    "work": _work,
    "wait": lambda rest: time.sleep(float(rest)),
    "eat": _eat,
    "corrupt": _corrupt,
    "break": _break,
    "open": _open,
    "write": _write,
    "connect": _connect,
    "execute": _execute,
    "kill": _kill_self,
    "signal": _signal,
    "environment": lambda _rest: json.dumps(dict(os.environ)),
    "process": lambda _rest: str(os.getpid()),
}
