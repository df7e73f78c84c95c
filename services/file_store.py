"""The resumes' files, in any store that fsspec knows, each under the name of its content."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from io import UnsupportedOperation
from typing import IO, Any
from uuid import uuid4

import fsspec

from config import get_settings
from services.errors import StoredFileMissing

HEAD_BYTES = 8 * 1024
"""How much of a file is kept at hand to tell its type by."""
READ_CHUNK_BYTES = 256 * 1024
INCOMING = "incoming"
"""Folder of the files that are still being received."""


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
        if len(self.head) < HEAD_BYTES:
            self.head += chunk[: HEAD_BYTES - len(self.head)]
        self._digest.update(chunk)
        self.byte_size += len(chunk)
        self._handle.write(chunk)

    def close(self) -> None:
        """Make what was written durable, where the store has a way to ask for it."""
        if self._handle.closed:
            return
        self._handle.flush()
        with suppress(AttributeError, UnsupportedOperation):
            # An object store writes on close and has no file descriptor.
            os.fsync(self._handle.fileno())
        self._handle.close()


class FileStore:
    """Files by content hash below one fsspec URL (`file:///...`, `s3://bucket/folder`, `memory://...`)."""

    def __init__(self, url: str) -> None:
        self._files, self._root = fsspec.core.url_to_fs(url)
        self._local = "file" in _as_tuple(self._files.protocol)

    def begin(self) -> PendingFile:
        """Open a file under a temporary name; end it with `keep` or `discard`."""
        path = self._full_path(f"{INCOMING}/{uuid4().hex}")
        self._make_parent(path)
        return PendingFile(path, self._files.open(path, "wb"))

    def keep(self, pending: PendingFile) -> str:
        """Move the file to the place that its content names; return its path.

        A file that is there gives way to this one: it has the same content, or is damaged.
        """
        pending.close()
        file_path = path_of_hash(pending.file_hash)
        self._move(pending.temporary_path, self._full_path(file_path))
        return file_path

    def discard(self, pending: PendingFile) -> None:
        pending.close()
        if self._files.exists(pending.temporary_path):
            self._files.rm_file(pending.temporary_path)

    def clear_incoming(self, before: datetime) -> int:
        """Remove what was begun before that time and never ended, because its process did; how many files."""
        folder = self._full_path(INCOMING)
        if not self._files.exists(folder):
            return 0
        stale = [path for path in self._files.find(folder) if self._files.modified(path) < before]
        for path in stale:
            self._files.rm_file(path)
        return len(stale)

    def read_bytes(self, file_path: str) -> bytes:
        """The whole file. Raises StoredFileMissing."""
        try:
            content: bytes = self._files.cat_file(self._full_path(file_path))
        except FileNotFoundError as error:
            raise StoredFileMissing from error
        return content

    def read_chunks(self, file_path: str) -> Iterator[bytes]:
        """The file piece by piece. Raises StoredFileMissing at once, not when iterated."""
        try:
            handle = self._files.open(self._full_path(file_path), "rb")
        except FileNotFoundError as error:
            raise StoredFileMissing from error
        return _chunks_of(handle)

    def _full_path(self, file_path: str) -> str:
        return f"{self._root.rstrip('/')}/{file_path}"

    def _make_parent(self, path: str) -> None:
        self._files.makedirs(path.rpartition("/")[0], exist_ok=True)

    def _move(self, source: str, target: str) -> None:
        self._make_parent(target)
        if self._local:
            # Atomic, and harmless when another upload of the same content was quicker.
            os.replace(source, target)
        else:
            self._files.mv(source, target)


def path_of_hash(file_hash: str) -> str:
    """Where a file of this hash lies in the store: `ab/cdef...`, so that no folder grows without bound."""
    return f"{file_hash[:2]}/{file_hash[2:]}"


@lru_cache
def get_file_store() -> FileStore:
    return FileStore(get_settings().resolved_storage_url)


def _chunks_of(handle: Any) -> Iterator[bytes]:
    with handle:
        while chunk := handle.read(READ_CHUNK_BYTES):
            yield chunk


def _as_tuple(protocol: str | tuple[str, ...]) -> tuple[str, ...]:
    return (protocol,) if isinstance(protocol, str) else protocol
