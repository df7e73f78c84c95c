"""Files are kept once, under their hash, and a missing one says so."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from services.errors import StoredFileMissing
from services.file_store import FileStore, PendingFile, path_of_hash


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    return FileStore((tmp_path / "files").as_uri() if request.param == "file" else f"memory://store-{uuid4().hex}")


def receive(store: FileStore, *chunks: bytes) -> PendingFile:
    pending = store.begin()
    for chunk in chunks:
        pending.write(chunk)
    return pending


def test_a_file_is_kept_under_its_hash(store: FileStore) -> None:
    pending = receive(store, b"hello ", b"world")
    file_path = store.keep(pending)
    expected = hashlib.sha256(b"hello world").hexdigest()
    assert (pending.file_hash, pending.byte_size, pending.head) == (expected, 11, b"hello world")
    assert file_path == path_of_hash(expected) == f"{expected[:2]}/{expected[2:]}"
    assert store.read_bytes(file_path) == b"hello world"
    assert b"".join(store.read_chunks(file_path)) == b"hello world"


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    store = FileStore(tmp_path.as_uri())
    paths = {store.keep(receive(store, b"same")) for _ in range(3)}
    assert len(paths) == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_discarded_file_leaves_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path.as_uri())
    store.discard(receive(store, b"x" * 100))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_missing_file_has_its_own_error(store: FileStore) -> None:
    with pytest.raises(StoredFileMissing):
        store.read_bytes("ab/cdef")
    with pytest.raises(StoredFileMissing):
        store.read_chunks("ab/cdef")


def test_only_the_head_is_held_in_memory(tmp_path: Path) -> None:
    store = FileStore(tmp_path.as_uri())
    pending = receive(store, *[b"a" * 50_000] * 4)
    assert pending.byte_size == 200_000
    assert len(pending.head) == 8 * 1024
    store.discard(pending)


def test_only_abandoned_uploads_are_cleared(store: FileStore) -> None:
    assert store.clear_incoming(datetime.now(UTC)) == 0
    kept = store.keep(receive(store, b"kept"))
    abandoned = receive(store, b"abandoned")
    abandoned.close()
    assert store.clear_incoming(datetime.now(UTC) - timedelta(hours=1)) == 0
    assert store.clear_incoming(datetime.now(UTC) + timedelta(hours=1)) == 1
    assert store.read_bytes(kept) == b"kept"


def test_a_damaged_file_is_healed_by_the_same_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path.as_uri())
    file_path = store.keep(receive(store, b"whole"))
    (tmp_path / file_path).write_bytes(b"wh")
    store.keep(receive(store, b"whole"))
    assert store.read_bytes(file_path) == b"whole"
