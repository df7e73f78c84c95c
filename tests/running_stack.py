"""The whole system as a fixture: the same parts that `intake up` starts, on free ports and in a folder of its own."""

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from config.settings import Settings
from stack import parts
from stack.stack import Stack

SETTLE_SECONDS = 1.0
RESTART_SECONDS = 60.0


class RunningStack:
    """Addresses of the parts, and what a test may do to them."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self.api_url = stack.api_url
        self.prefect = stack.prefect
        self.prefect_ui_url = stack.addresses.prefect_ui_url
        self.database_url = stack.database_url
        self.data_dir = stack.data_dir
        self.inbox_dir = stack.inbox_dir
        self.logs = stack.logs

    @property
    def worker_pid(self) -> int:
        pid = self._stack.supervisor.pid(parts.WORKER)
        assert pid is not None, "the worker is down"
        return pid

    def wait_for_another_worker(self, gone: int) -> int:
        """The process id of the worker that takes the place of the one that is gone."""
        deadline = time.monotonic() + RESTART_SECONDS
        while (pid := self._stack.supervisor.pid(parts.WORKER)) in (None, gone):
            assert time.monotonic() < deadline, "the worker was not started again"
            time.sleep(0.1)
        assert pid is not None
        return pid

    def pid_of(self, part: str) -> int | None:
        """Of the part's process that runs now; None while it is down."""
        return self._stack.supervisor.pid(part)

    def stop_prefect_server(self) -> None:
        self._stack.stop_prefect_server()

    def start_prefect_server(self) -> None:
        """Returns when it answers."""
        self._stack.start_prefect_server()


@pytest.fixture(scope="session")
def running_stack() -> Iterator[RunningStack]:
    """Started once a session, on first use; everything it started is gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="intake-stack-"))
    try:
        with no_settings_from_outside():
            settings = Settings(
                _env_file=None,  # type: ignore[call-arg]
                data_dir=folder / "data",
                api_port=free_port(),
                prefect_port=free_port(),
                sweep_settle_seconds=SETTLE_SECONDS,
                worker_processes=2,
            )
            with Stack(settings).running() as stack:
                yield RunningStack(stack)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def stack_api(running_stack: RunningStack) -> Iterator[httpx.Client]:
    """A client of the running stack's API."""
    with httpx.Client(base_url=running_stack.api_url, timeout=60, trust_env=False) as client:
        yield client


@contextmanager
def no_settings_from_outside() -> Iterator[None]:
    """Whoever runs the tests may have a stack of their own in the environment: it must not be used."""
    ours = {name for name in os.environ if name.startswith(("INTAKE_", "PREFECT_")) or name == "DATABASE_URL"}
    kept = {name: os.environ.pop(name) for name in ours}
    try:
        yield
    finally:
        os.environ.update(kept)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
