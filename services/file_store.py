"""The resumes' files, in any store that fsspec knows, each under the name of its content."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from io import UnsupportedOperation
from typing import IO, Any
from uuid import uuid4

import fsspec

from config import get_settings
from services.errors import StoredFileMissing, StoreFull
from services.store_trouble import telling_store_trouble

HEAD_BYTES = 8 * 1024
"""How much of a file is kept at hand to tell its type by."""
READ_CHUNK_BYTES = 256 * 1024
INCOMING = "incoming"
"""Folder of the files that are still being received."""
FOLDERS = tuple(f"{number:02x}" for number in range(256))
"""Those of the files that are kept: the first two digits of their hashes."""


class PendingFile:
    """A file being received: written under a temporary name while it is hashed and counted."""

    def __init__(self, temporary_path: str, handle: IO[bytes]) -> None:
        self.temporary_path = temporary_path
        self.byte_size = 0
        self.head = b""
        self._handle = handle
        self._digest = hashlib.sha256()

    @property
    def file_hash(self) -> str:
        """SHA-256 of what was written so far, in hexadecimal."""
        return self._digest.hexdigest()

    def write(self, chunk: bytes) -> None:
        """Raises StoreFull, StoreUnavailable."""
        if len(self.head) < HEAD_BYTES:
            self.head += chunk[: HEAD_BYTES - len(self.head)]
        self._digest.update(chunk)
        self.byte_size += len(chunk)
        with telling_store_trouble():
            self._handle.write(chunk)

    def close(self) -> None:
        """Make what was written durable, where the store has a way to ask for it. Raises StoreFull, StoreUnavailable."""
        if self._handle.closed:
            return
        with telling_store_trouble():
            self._handle.flush()
            with suppress(AttributeError, UnsupportedOperation):
                # An object store writes on close and has no file descriptor.
                os.fsync(self._handle.fileno())
            self._handle.close()

    def abandon(self) -> None:
        """Close it, whatever has become of what was written."""
        with suppress(OSError):
            self._handle.close()


class FileStore:
    """Files by content hash below one fsspec URL (`file:///...`, `s3://bucket/folder`, `memory://...`).

    Every method raises StoreFull or StoreUnavailable where the store cannot do it.
    """

    def __init__(self, url: str, min_free_bytes: int = 0) -> None:
        self._files, self._root = fsspec.core.url_to_fs(url)
        self._local = "file" in _as_tuple(self._files.protocol)
        self._min_free_bytes = min_free_bytes

    def begin(self) -> PendingFile:
        """Open a file under a temporary name; end it with `keep` or `discard`."""
        self._check_free_space()
        path = self._full_path(f"{INCOMING}/{uuid4().hex}")
        with telling_store_trouble():
            self._make_parent(path)
            return PendingFile(path, self._files.open(path, "wb"))

    def keep(self, pending: PendingFile) -> str:
        """`keep_all` for one file."""
        return self.keep_all([pending])[0]

    def keep_all(self, pending: Sequence[PendingFile]) -> list[str]:
        """Move the files to the places that their contents name, so that a power cut moves none back; their paths.

        A file that is there gives way to the new one: it has the same content, or is damaged.
        """
        paths = [path_of_hash(each.file_hash) for each in pending]
        with telling_store_trouble():
            for each, path in zip(pending, paths, strict=True):
                each.close()
                self._move(each.temporary_path, self._full_path(path))
            if self._local:
                for folder in ["", *{path.rpartition("/")[0] for path in paths}]:
                    _sync_folder(self._full_path(folder))
        return paths

    def discard(self, pending: PendingFile) -> None:
        """Drop a file that was begun; where the store does not let it go, `clear_incoming` does later."""
        pending.abandon()
        with suppress(OSError):
            self._files.rm_file(pending.temporary_path)

    def clear_incoming(self, before: datetime) -> int:
        """Remove what was begun before that time and never ended, because its process did; how many files."""
        return sum(self._remove(path) for path in self._older(INCOMING, before))

    def list_kept(self, folder: str, before: datetime | None = None) -> list[str]:
        """Paths of the files kept in one of `FOLDERS`, or of those only that are older."""
        root = f"{self._root.rstrip('/')}/"
        return sorted(path.removeprefix(root) for path in self._older(folder, before))

    def remove(self, file_path: str) -> bool:
        """Whether it was there."""
        return self._remove(self._full_path(file_path))

    def read_bytes(self, file_path: str) -> bytes:
        """The whole file. Raises StoredFileMissing."""
        with telling_store_trouble():
            try:
                content: bytes = self._files.cat_file(self._full_path(file_path))
            except FileNotFoundError as error:
                raise StoredFileMissing from error
        return content

    def read_chunks(self, file_path: str) -> Iterator[bytes]:
        """The file piece by piece. Raises StoredFileMissing at once, not when iterated."""
        with telling_store_trouble():
            try:
                handle = self._files.open(self._full_path(file_path), "rb")
            except FileNotFoundError as error:
                raise StoredFileMissing from error
        return _chunks_of(handle)

    def try_out(self) -> None:
        """Write a few bytes and drop them again. Raises StoreFull, StoreUnavailable."""
        pending = self.begin()
        try:
            pending.write(b"a trial")
            pending.close()
        finally:
            self.discard(pending)

    def free_bytes(self) -> int | None:
        """None for a store that does not know, or cannot be looked at now."""
        try:
            return shutil.disk_usage(self._root).free if self._local else None
        except OSError:
            return None

    def _check_free_space(self) -> None:
        """Refuses before the disk is full: PostgreSQL, which may be on the same one, stops when it is."""
        if not self._local or not self._min_free_bytes:
            return
        with telling_store_trouble():
            _make_durable_folder(self._root)
            if shutil.disk_usage(self._root).free < self._min_free_bytes:
                raise StoreFull

    def _full_path(self, file_path: str) -> str:
        return f"{self._root.rstrip('/')}/{file_path}"

    def _make_parent(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if self._local:
            _make_durable_folder(folder)
        else:
            self._files.makedirs(folder, exist_ok=True)

    def _move(self, source: str, target: str) -> None:
        self._make_parent(target)
        if self._local:
            # Atomic, and harmless when another upload of the same content was quicker.
            os.replace(source, target)
        else:
            self._files.mv(source, target)

    def _older(self, folder: str, before: datetime | None) -> list[str]:
        with telling_store_trouble():
            self._files.invalidate_cache(self._full_path(folder))
            found: list[str] = self._files.find(self._full_path(folder))
            return [path for path in found if before is None or self._is_older(path, before)]

    def _is_older(self, path: str, before: datetime) -> bool:
        try:
            return bool(self._files.modified(path) < before)
        except FileNotFoundError:
            return False  # it was removed, or moved to its place, meanwhile

    def _remove(self, path: str) -> bool:
        with telling_store_trouble():
            try:
                self._files.rm_file(path)
            except FileNotFoundError:
                return False
        return True


def path_of_hash(file_hash: str) -> str:
    """Where a file of this hash lies in the store: `ab/cdef...`, so that no folder grows without bound."""
    return f"{file_hash[:2]}/{file_hash[2:]}"


@lru_cache
def get_file_store() -> FileStore:
    settings = get_settings()
    return FileStore(settings.resolved_storage_url, settings.min_free_bytes)


def _make_durable_folder(folder: str) -> None:
    """With those above it, each of which a power cut could otherwise take away again."""
    if os.path.isdir(folder):
        return
    parent = os.path.dirname(folder)
    _make_durable_folder(parent)
    os.makedirs(folder, exist_ok=True)
    _sync_folder(parent)


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _chunks_of(handle: Any) -> Iterator[bytes]:
    with handle:
        while chunk := handle.read(READ_CHUNK_BYTES):
            yield chunk


def _as_tuple(protocol: str | tuple[str, ...]) -> tuple[str, ...]:
    return (protocol,) if isinstance(protocol, str) else protocol
