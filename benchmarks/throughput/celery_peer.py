"""Runs the Celery peer: Redis, a Celery worker with as many processes as there are cores, and the upload service."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.running import free_port
from stack.environment import PROJECT


def is_available() -> bool:
    return shutil.which("redis-server") is not None


@contextmanager
def celery_peer(database_url: str, folder: Path) -> Iterator["Peer"]:
    """A peer on a migrated, empty database; ends with the block."""
    broker = f"redis://127.0.0.1:{free_port()}/0"
    environment = {**os.environ, "PEER_BROKER": broker, "DATABASE_URL": database_url, "INTAKE_DATA_DIR": str(folder)}
    port = broker.rpartition(":")[2].removesuffix("/0")
    redis = subprocess.Popen(
        ["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)],
        stdout=subprocess.DEVNULL,
    )
    worker = subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "-A", "benchmarks.throughput.celery_app", "worker"),
            *("--concurrency", str(os.cpu_count()), "--loglevel", "ERROR", "--without-gossip", "--without-mingle"),
        ],
        env=environment,
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Peer(environment)
    finally:
        for process in (worker, redis):
            process.terminate()
        for process in (worker, redis):
            process.wait(30)


class Peer:
    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def ingest(self, paths: Sequence[Path]) -> float:
        """Resumes a second, from the first file stored to the last in its final state."""
        result = subprocess.run(
            [sys.executable, "-m", "benchmarks.throughput.celery_client", *map(str, paths)],
            env=self._environment,
            cwd=PROJECT,
            check=True,
            capture_output=True,
            text=True,
            timeout=1800,
        )
        return float(result.stdout.split()[-1])
