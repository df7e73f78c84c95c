"""A stack that faults can be done to, and its processes, found by the data folder that they work on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from stack.state import STATE_NAME

ROOT = Path(__file__).parents[2]
PART_WORDS = {
    "child": "worker.child",
    "worker": "prefect worker start",
    "API": "main:app",
    "Prefect server": "uvicorn --factory",
    "PostgreSQL": "postgres -D",
}
"""What the command line of each has."""
READY_SECONDS = 240.0
STOP_SECONDS = 90.0
MOST_FAILED_STARTS = 3


@dataclass
class Stand:
    """Where the stack is. `store` is the folder of the resumes' files."""

    data_dir: Path
    store: Path
    api_url: str
    database_url: str

    def processes(self) -> list[psutil.Process]:
        """All of the stack's that are alive, itself included."""
        return [process for process in psutil.process_iter() if self._is_of_stack(process)]

    def of_part(self, part: str) -> list[psutil.Process]:
        words = PART_WORDS[part]
        return [process for process in self.processes() if words in _command(process)]

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.api_url}/readyz", timeout=5, trust_env=False).is_success
        except httpx.HTTPError:
            return False

    def wait_until_ready(self) -> bool:
        """Whether it was in time."""
        deadline = time.monotonic() + READY_SECONDS
        while not (self.answers() and self.of_part("child")):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.5)
        return True

    def _is_of_stack(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error):
            if process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE:
                return False
            if process.environ().get("INTAKE_DATA_DIR") == str(self.data_dir):
                return True
            return f"{self.data_dir}/postgres" in _command(process)
        return False


class OwnStack:
    """The whole stack as a process of its own, as `intake up` starts it, so that it can be killed as one."""

    def __init__(self, stand: Stand, settings: Mapping[str, str]) -> None:
        self.stand = stand
        self._environment = _without_settings() | {**settings, "INTAKE_DATA_DIR": str(stand.data_dir)}
        self._process: subprocess.Popen[bytes] | None = None
        self.failed_starts: list[str] = []

    def start(self) -> None:
        """And wait until it takes uploads. A start that fails is noted, and another is tried."""
        while not self._start():
            self.failed_starts.append(f"the stack did not start: {self._last_words()}")
            if len(self.failed_starts) > MOST_FAILED_STARTS:
                raise RuntimeError(self.failed_starts[-1])

    def _start(self) -> bool:
        self.stand.data_dir.parent.mkdir(parents=True, exist_ok=True)
        self._addresses.unlink(missing_ok=True)
        with (self.stand.data_dir.parent / "stack.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from stack.cli import app; app()", "up"],
                env=self._environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + READY_SECONDS
        while not self._addresses.exists():
            if self.has_ended or time.monotonic() > deadline:
                return False
            time.sleep(0.5)
        return self.stand.wait_until_ready()

    @property
    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    @property
    def _addresses(self) -> Path:
        """Is there when all parts have been ready once."""
        return self.stand.data_dir / STATE_NAME

    def _last_words(self) -> str:
        return " ".join((self.stand.data_dir.parent / "stack.log").read_text()[-600:].split("\n"))

    def kill_supervisor(self) -> None:
        """What it started ends with it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def kill_all(self) -> None:
        """Everything at once, as when the machine stops."""
        for process in self.stand.processes():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        assert self._process is not None
        self._process.wait()

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_SECONDS)
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _without_settings() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("INTAKE_", "PREFECT_")) and name != "DATABASE_URL"
    }


def _command(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""
