"""The process that forks readers, as seen from the one that wants documents read."""

import logging
import os
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, suppress
from typing import Any

import psutil

from reading import frames
from reading.confinement import ROOT
from reading.errors import ReaderUnavailable

logger = logging.getLogger(__name__)

START_SECONDS = 60.0
"""How long it may take to load, or to answer."""

_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME")
"""All of the environment that the reader gets."""
_QUIET = {"MALLOC_ARENA_MAX": "1", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class ZygoteClient:
    """Started at once, loaded a second later. Raises ReaderUnavailable when it is not to be had. Safe from any thread."""

    def __init__(self, reader: str) -> None:
        ours, theirs = socket.socketpair()
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python
                [sys.executable, "-m", "reading.zygote", str(theirs.fileno()), reader],
                cwd=ROOT,
                env={**environment, **_QUIET},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        ours.settimeout(START_SECONDS)
        self._control = ours
        self._lock = threading.RLock()
        self._is_ready = False
        self.resident_bytes = 0
        self.confined: dict[str, bool] = {}

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def fork(self, memory_bytes: int, niceness: int) -> tuple[socket.socket, int]:
        """A fresh reader, and its process id."""
        self.wait_until_ready()
        ours, theirs = socket.socketpair()
        with ExitStack() as undo:
            undo.enter_context(ours)
            with theirs:
                answer = self._ask({"memory_bytes": memory_bytes, "niceness": niceness}, theirs)
            undo.pop_all()
        ours.settimeout(START_SECONDS)
        return ours, answer["pid"]

    def end(self, pid: int) -> dict[str, int]:
        return self._ask({"pid": pid})

    def stop(self) -> None:
        self._control.close()
        self._process.kill()
        self._process.wait()

    def wait_until_ready(self) -> None:
        with self._lock:
            if self._is_ready:
                return
            self.confined = self._answer()["confined"]
            missing = [name for name, holds in self.confined.items() if not holds]
            if missing:
                logger.warning("this system does not let the reader of documents be kept from: %s", ", ".join(missing))
            self.resident_bytes = _resident_bytes(self._process.pid)
            self._is_ready = True

    def _ask(self, order: dict[str, Any], connection: socket.socket | None = None) -> dict[str, Any]:
        with self._lock:
            try:
                if connection is None:
                    self._control.sendall(b"\0")
                else:
                    socket.send_fds(self._control, [b"\0"], [connection.fileno()])
                frames.send(self._control, order)
            except OSError as error:
                raise self._unavailable() from error
            return self._answer()

    def _answer(self) -> dict[str, Any]:
        try:
            answer = frames.receive(self._control)
        except (OSError, frames.BadFrame) as error:
            raise self._unavailable() from error
        if answer is None:
            raise self._unavailable()
        return answer[0]

    def _unavailable(self) -> ReaderUnavailable:
        self.stop()
        return ReaderUnavailable("The process that reads documents could not be started, or was ended.")


class Nursery:
    """Has a living zygote at hand for all who want to fork readers. Safe from any thread."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._zygote: ZygoteClient | None = None

    def zygote(self) -> ZygoteClient:
        with self._lock:
            if self._zygote is None or self._zygote.has_ended:
                self._zygote = ZygoteClient(self._reader)
            return self._zygote

    def stop(self) -> None:
        """End the zygote, which takes its readers with it; the next call for one starts another."""
        with self._lock:
            if self._zygote is not None:
                self._zygote.stop()
            self._zygote = None


def _resident_bytes(pid: int) -> int:
    with suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0
