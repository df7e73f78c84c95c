"""One run: documents flow in, faults are done, and when all is quiet the invariants are looked at."""

import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.client import Client
from tests.faults.faults import EVERYWHERE, FULL_DISK, SUPERVISOR, WHOLE_STACK, Faults, Planned, plan, thaw
from tests.faults.invariants import left_running, statuses, violations, wait_until_final
from tests.faults.people import Document, make_documents
from tests.faults.stand import OwnStack, Stand
from tests.running_stack import free_port

SECONDS_A_UPLOAD = 0.5
DISK_MEGABYTES = 48
SETTINGS = {"INTAKE_WORKER_PROCESSES": "2", "INTAKE_MIN_FREE_BYTES": "0"}
"""No space is kept free, so that writing itself fails."""


@dataclass
class Result:
    """Counts by kind, and what does not hold."""

    seed: int
    uploads: int
    faults: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0
    seconds_until_final: float = 0.0
    """After the last upload and the last fault."""


def run_faults(
    stand: Stand, documents: Sequence[Document], planned: Sequence[Planned], seed: int, own: OwnStack | None = None
) -> Result:
    """To a stack that runs; it runs on afterwards."""
    started = time.monotonic()
    result = Result(seed, len(documents))
    faults = Faults(stand, own)
    client = Client(stand.api_url, documents, len(documents) * SECONDS_A_UPLOAD)
    client.start()
    try:
        for fault in planned:
            result.faults[fault.kind] += faults.do(fault)
            if own is not None and own.has_ended:
                result.violations.append(f"the stack ended at: {fault.kind}")
                own.start()
    finally:
        thaw(stand.processes())
        client.join()
    if not stand.wait_until_ready():
        result.violations.append("the stack is not ready after all")
    result.seconds_until_final = wait_until_final(stand, documents)
    result.refusals = client.answers
    result.statuses = statuses(stand, documents)
    result.violations += violations(stand, documents, client.accepted)
    result.seconds = time.monotonic() - started
    return result


def run_on_own_stack(seed: int, uploads: int, faults: int, announce: Callable[[str], None]) -> Result:
    """Start a stack, do the run, end the stack and look for what is left of it."""
    with _folder() as folder, _small_disk(folder) as disk:
        own = _own_stack(folder, disk)
        kinds = [*EVERYWHERE, WHOLE_STACK, SUPERVISOR, *([FULL_DISK] if disk else [])]
        planned = plan(kinds, faults or len(kinds), seed)
        announce(f"seed {seed}: {', '.join(fault.kind for fault in planned)}")
        try:
            own.start()
            result = run_faults(own.stand, make_documents(uploads, seed), planned, seed, own)
        finally:
            thaw(own.stand.processes())
            own.stop()
        left = left_running(own.stand)
        result.violations += [*own.failed_starts, *left]
        for process in own.stand.processes() if left else ():
            process.kill()
    return result


def _own_stack(folder: Path, disk: Path | None) -> OwnStack:
    data_dir = folder / "data"
    store = (disk or data_dir) / "files"
    api_port, prefect_port = free_port(), free_port()
    database_url = f"postgresql+psycopg2://postgres@/intake?host={data_dir}/postgres"
    stand = Stand(data_dir, store, f"http://127.0.0.1:{api_port}", database_url)
    return OwnStack(
        stand,
        {
            **SETTINGS,
            "INTAKE_API_PORT": str(api_port),
            "INTAKE_PREFECT_PORT": str(prefect_port),
            "INTAKE_STORAGE_URL": store.as_uri(),
        },
    )


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="intake-faults-")).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A small file system, where one may be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
