"""One process of the stack: what runs, how its readiness is seen, how it is stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from stack.errors import PartFailed, StartCancelled

LAUNCHER = Path(__file__).with_name("launch.py")
POLL_SECONDS = 0.05
MAX_LOG_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class Part:
    """`ready` may raise nothing and answers quickly; it is asked until it says yes. One that has an end needs none."""

    name: str
    command: list[str]
    log: Path
    ready: Callable[[], bool] = lambda: True
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    uid: int = -1
    """User to run as; -1 is the stack's own."""
    ready_seconds: float = 60.0
    stop_signal: signal.Signals = signal.SIGTERM
    stop_seconds: float = 10.0


class RunningPart:
    """A started process and everything it starts: they share a session, which the terminal's Ctrl-C does not reach."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.started_at = time.monotonic()
        roll_log(part.log)
        with part.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-I", "-S", str(LAUNCHER)),
                    *(str(os.getpid()), str(int(part.stop_signal)), str(part.uid)),
                    *part.command,
                ],
                env={**os.environ, **part.environment},
                cwd=part.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> str | None:
        """How it ended, or None while it runs."""
        code = self._process.poll()
        if code is None:
            return None
        return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

    def wait_until_done(self, cancelled: Callable[[], bool]) -> float:
        """For a part that has an end: seconds until it came. PartFailed if it was not a good one; StartCancelled."""
        while not (ended := self.ended):
            if cancelled():
                raise StartCancelled
            time.sleep(POLL_SECONDS)
        if self._process.returncode != 0:
            raise PartFailed(self.part.name, ended, self.part.log)
        return self.age

    @property
    def age(self) -> float:
        return time.monotonic() - self.started_at

    def wait_until_ready(self, cancelled: Callable[[], bool]) -> float:
        """Seconds from start to readiness. PartFailed if it ends first or takes too long; StartCancelled."""
        part = self.part
        while not part.ready():
            if ended := self.ended:
                raise PartFailed(part.name, ended, part.log)
            if self.age > part.ready_seconds:
                raise PartFailed(part.name, f"was not ready after {part.ready_seconds:.0f} s", part.log)
            if cancelled():
                raise StartCancelled
            time.sleep(POLL_SECONDS)
        return self.age

    def ask_to_stop(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(self.part.stop_signal)

    def stop(self) -> None:
        """Asks, waits, then kills what is left of its session."""
        self.ask_to_stop()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(self.part.stop_seconds)
        self.kill_leftovers()
        self._process.wait()

    def kill_leftovers(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def roll_log(log: Path) -> None:
    """Keeps one older log beside a log that has grown large."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > MAX_LOG_BYTES:
        log.replace(log.with_suffix(".old.log"))
