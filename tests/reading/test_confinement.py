"""What the process that reads may not do, where this system lets it be forbidden."""

import ctypes
import os
import socket
import sys
from pathlib import Path

import pytest

from reading.limits import ReadingLimits
from reading.process import ReadingProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the means are those of Linux")


def tell(process: ReadingProcess, order: str, limits: ReadingLimits) -> str:
    return process.read(order.encode(), limits).raw_text


@pytest.fixture
def held(faulty: ReadingProcess, limits: ReadingLimits) -> dict[str, bool]:
    tell(faulty, "read", limits)
    return faulty.confined


def test_other_files_cannot_be_read(
    faulty: ReadingProcess, limits: ReadingLimits, held: dict[str, bool], tmp_path: Path
) -> None:
    if not held["files"]:
        pytest.skip("this system has no Landlock")
    stored = tmp_path / "resume.pdf"
    stored.write_bytes(b"of somebody else")
    assert tell(faulty, f"open {stored}", limits) == "PermissionError"
    assert tell(faulty, f"open {Path(__file__).parents[2] / 'pyproject.toml'}", limits) == "PermissionError"
    assert tell(faulty, f"open {sys.executable}", limits) == "done"


def test_no_other_process_can_be_signalled(
    faulty: ReadingProcess, limits: ReadingLimits, held: dict[str, bool]
) -> None:
    if not held["files"] or landlock_version() < 6:
        pytest.skip("this system's Landlock knows nothing of signals")
    assert tell(faulty, f"signal {os.getpid()}", limits) == "PermissionError"


def landlock_version() -> int:
    return int(ctypes.CDLL(None).syscall(444, None, ctypes.c_long(0), ctypes.c_long(1)))


def test_nothing_can_be_written(faulty: ReadingProcess, limits: ReadingLimits, tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert tell(faulty, f"write {target}", limits) in ("PermissionError", "OSError")
    assert not target.exists() or not target.stat().st_size


def test_no_socket_can_be_reached_and_no_program_started(
    faulty: ReadingProcess, limits: ReadingLimits, held: dict[str, bool], tmp_path: Path
) -> None:
    if not held["calls"]:
        pytest.skip("this system has no filter for system calls")
    path = tmp_path / "database"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        assert tell(faulty, f"connect {path}", limits) == "PermissionError"
    assert tell(faulty, "execute /bin/true", limits) in ("PermissionError", "FileNotFoundError")
