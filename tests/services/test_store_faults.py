"""A store that fails: nothing half-written stays, and what was kept survives a power cut and a kill."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config import get_settings
from db.engine import session_scope
from db.status_counts import count_by_status
from services import file_store as module
from services.errors import StoreFull, StoreTrouble, StoreUnavailable
from services.file_store import FileStore, get_file_store
from services.resume_service import ResumeService

CONTENTS = (b"Ada Example\nada@example.com\n", b"Bo Example\nbo@example.com\n")
STEPS = ("open", "write", "fsync", "makedirs", "replace")


class Fault:
    """Lets the n-th call of one step fail."""

    def __init__(self, step: str, number: int, code: int) -> None:
        self.step, self.left, self.code = step, number, code

    def strike(self, step: str) -> None:
        if step == self.step:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code), "Ada Example.pdf")


@pytest.fixture
def inject(file_store: FileStore, monkeypatch: pytest.MonkeyPatch) -> Callable[[Fault], None]:
    """From then on each step of the store goes through the fault."""
    opened = file_store._files.open

    def inject(fault: Fault) -> None:
        def failing(step: str, call: Callable[..., Any]) -> Callable[..., Any]:
            def guarded(*arguments: Any, **options: Any) -> Any:
                fault.strike(step)
                return call(*arguments, **options)

            return guarded

        def open_failing(path: str, mode: str) -> Any:
            fault.strike("open")
            handle = opened(path, mode)
            handle.write = failing("write", handle.write)
            return handle

        monkeypatch.setattr(file_store._files, "open", open_failing)
        for step in ("fsync", "makedirs", "replace"):
            monkeypatch.setattr(module.os, step, failing(step, getattr(os, step)))

    return inject


def upload_both() -> None:
    service = ResumeService()
    received = []
    try:
        for content in CONTENTS:
            file = service.receive("resume.txt")
            received.append(file)
            file.write(content)
            file.finish()
    except StoreTrouble:
        for file in received:
            file.discard()
        raise
    service.upload_batch(received)


def files_of(store: FileStore) -> list[Path]:
    return [path for path in Path(store._root).rglob("*") if path.is_file()]


def count_rows() -> int:
    with session_scope() as session:
        return sum(count_by_status(session).values())


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", [1, 2])
def test_a_step_that_fails_leaves_nothing(
    file_store: FileStore, inject: Callable[[Fault], None], step: str, number: int, code: int
) -> None:
    fault = Fault(step, number, code)
    inject(fault)
    with pytest.raises(StoreFull if code in (errno.ENOSPC, errno.EDQUOT) else StoreUnavailable):
        upload_both()
    assert fault.left == 0
    assert files_of(file_store) == []
    assert count_rows() == 0
    upload_both()
    assert (len(files_of(file_store)), count_rows()) == (2, 2)


def test_a_file_that_was_known_is_not_taken_away(file_store: FileStore, inject: Callable[[Fault], None]) -> None:
    upload_both()
    inject(Fault("replace", 2, errno.EIO))
    with pytest.raises(StoreUnavailable):
        upload_both()
    assert len(files_of(file_store)) == count_rows() == 2


def test_files_and_their_folders_are_synced_before_the_row_is_committed(
    file_store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each folder that got a new entry, also of those that were made; and rows come last."""
    synced: list[str] = []
    sync = os.fsync

    def record(descriptor: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        assert count_rows() == 0
        sync(descriptor)

    monkeypatch.setattr(module.os, "fsync", record)
    upload_both()
    root = Path(file_store._root)
    kept = {path.parent for path in files_of(file_store)}
    assert {str(folder) for folder in (root.parent, root, *kept)} <= set(synced)
    last_move = max(index for index, path in enumerate(synced) if "incoming/" in path)
    assert {str(root), *map(str, kept)} <= set(synced[last_move:]), "after the moves"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_disk_that_is_full(database_url: str, small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_STORAGE_URL", (small_disk / "files").as_uri())
    monkeypatch.setenv("INTAKE_MIN_FREE_BYTES", "0")
    get_settings.cache_clear()
    get_file_store.cache_clear()
    (small_disk / "other").write_bytes(bytes(400_000))
    service = ResumeService()
    received = service.receive("resume.txt")
    with pytest.raises(StoreFull):
        received.write_all([b"Ada " * 5_000] * 100)
    received.discard()
    assert files_of(get_file_store()) == []
    (small_disk / "other").unlink()
    upload_both()
    assert count_rows() == 2


def test_uploads_stop_before_the_disk_is_full(tmp_path: Path) -> None:
    store = FileStore((tmp_path / "files").as_uri(), min_free_bytes=2**60)
    with pytest.raises(StoreFull):
        store.begin()
    with pytest.raises(StoreFull):
        store.try_out()


KILLED = """
import os, signal, sys
from services import file_store
from tests.services.test_store_faults import upload_both
step, left = sys.argv[1], int(sys.argv[2])
def killing(call):
    def guarded(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return guarded
setattr(file_store.os, step, killing(getattr(os, step)))
upload_both()
"""


@pytest.mark.parametrize(("step", "number"), [("makedirs", 1), ("replace", 1), ("replace", 2), ("fsync", 9)])
def test_a_kill_at_any_step_leaves_no_row_without_its_file(
    file_store: FileStore, step: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = subprocess.run(
        [sys.executable, "-c", KILLED, step, str(number)], cwd=Path(__file__).parents[2], capture_output=True
    )
    assert process.returncode in (-9, 0), process.stderr.decode()
    assert count_rows() in ((0,) if process.returncode else (2,))
    upload_both()
    assert count_rows() == 2
    kept = [path for path in files_of(file_store) if path.parent.name != "incoming"]
    assert len(kept) == 2
