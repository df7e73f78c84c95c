"""The file that a backup is: a compressed tar that proves itself.

database.dump       the application's database, as pg_dump's custom format
files/ab/cdef...    the resumes' files, each under its SHA-256
secrets/NAME        secrets without which something stored loses its meaning
SHA256SUMS          of all of these, as `sha256sum --check` reads it
manifest.json       what it is and how much of what; the last, so that an archive that was cut off has none
"""

import gzip
import hashlib
import json
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import IO, Self

from pydantic import BaseModel, Field, ValidationError

from services.private_files import PRIVATE_FILE
from stack.errors import StackError

FORMAT = 1
DUMP = "database.dump"
SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
FILES = "files/"
SECRETS = "secrets/"
_MEMBER = re.compile(
    rf"{re.escape(DUMP)}|{SUMS}|{re.escape(MANIFEST)}|{FILES}[0-9a-f]{{2}}/[0-9a-f]{{62}}|{SECRETS}[a-z-]+"
)
QUICKEST = 1
"""Of gzip's levels: most of what is packed is packed already."""


class Manifest(BaseModel):
    format: int = FORMAT
    made_at: str
    schema_revision: str
    server_version: str = Field(description="PostgreSQL's.")
    row_counts: dict[str, int]
    files: int
    file_bytes: int
    missing: list[int] = Field(description="Resumes whose file the store did not have, or had damaged.")
    sums_sha256: str


class BadArchive(StackError):
    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is not a whole backup: {what}. Nothing was changed.")


class ArchiveWriter:
    """As a context manager it packs what is given to it in the block."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._packed = gzip.GzipFile(fileobj=handle, mode="wb", compresslevel=QUICKEST, mtime=0)
        self._tar = tarfile.open(fileobj=self._packed, mode="w|")  # noqa: SIM115 - closed at the block's end
        self._sums: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._tar.close()
        self._packed.close()

    def add_bytes(self, name: str, content: bytes) -> None:
        self._sums[name] = hashlib.sha256(content).hexdigest()
        self._add(name, BytesIO(content), len(content))

    def add_file(self, name: str, path: Path) -> None:
        with path.open("rb") as content:
            self._sums[name] = hashlib.file_digest(content, "sha256").hexdigest()
            content.seek(0)
            self._add(name, content, path.stat().st_size)

    def add_sums(self) -> str:
        """The hash of what was added: the list of the others'."""
        self.add_bytes(SUMS, "".join(f"{digest}  {name}\n" for name, digest in self._sums.items()).encode())
        return self._sums[SUMS]

    def add_manifest(self, manifest: Manifest) -> None:
        """The last of it."""
        self.add_bytes(MANIFEST, manifest.model_dump_json(indent=1).encode())

    def _add(self, name: str, content: IO[bytes], size: int) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, PRIVATE_FILE
        self._tar.addfile(member, content)


@contextmanager
def private_file_in_its_place(path: Path) -> Iterator[IO[bytes]]:
    """To write a file whole or not at all: durable, and its owner's alone."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        with open(partial, "wb", opener=lambda name, flags: os.open(name, flags, PRIVATE_FILE)) as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()


def verify(path: Path) -> Manifest:
    """Reads all of it and compares every hash. Raises BadArchive."""
    digests: dict[str, str] = {}
    kept: dict[str, bytes] = {}
    with telling_damage(path):
        for name, content in read_members(path):
            if name in digests:
                raise BadArchive(path, f"{name} is in it twice")
            if name in {SUMS, MANIFEST}:
                kept[name] = content.read()
                digests[name] = hashlib.sha256(kept[name]).hexdigest()
            else:
                digests[name] = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
    manifest = _manifest_of(path, kept)
    if digests[SUMS] != manifest.sums_sha256 or _sums_of(kept[SUMS]) != _without_frame(digests):
        raise BadArchive(path, "its parts are not those that were put in")
    if DUMP not in digests or sum(name.startswith(FILES) for name in digests) != manifest.files:
        raise BadArchive(path, "parts are missing")
    misnamed = [n for n, digest in digests.items() if n.startswith(FILES) and hash_of_member(n) != digest]
    if misnamed:
        raise BadArchive(path, f"{misnamed[0]} is damaged")
    return manifest


def read_members(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Names and contents in order; each content is to be read before the next. Raises BadArchive.

    What a content raises when it is read is for `telling_damage`.
    """
    with telling_damage(path), tarfile.open(path, mode="r|gz") as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isreg() else None
            if content is None or not _MEMBER.fullmatch(member.name):
                raise BadArchive(path, "something is in it that no backup has")
            yield member.name, content


@contextmanager
def telling_damage(path: Path) -> Iterator[None]:
    """Raises BadArchive, StackError."""
    try:
        yield
    except (tarfile.TarError, EOFError, gzip.BadGzipFile) as error:
        raise BadArchive(path, f"it is cut off or damaged ({type(error).__name__})") from error
    except OSError as error:
        raise StackError(f"{path} cannot be read: {error.strerror or type(error).__name__}.") from error


def hash_of_member(name: str) -> str:
    return name.removeprefix(FILES).replace("/", "")


def _manifest_of(path: Path, kept: dict[str, bytes]) -> Manifest:
    if SUMS not in kept or MANIFEST not in kept:
        raise BadArchive(path, "it has no end")
    try:
        if json.loads(kept[MANIFEST]).get("format") != FORMAT:
            raise BadArchive(path, "it is of a format that this version does not know")
        return Manifest.model_validate_json(kept[MANIFEST])
    except (ValueError, ValidationError) as error:
        raise BadArchive(path, "its manifest cannot be read") from error


def _sums_of(content: bytes) -> dict[str, str]:
    lines = (line.partition("  ") for line in content.decode().splitlines())
    return {name: digest for digest, _, name in lines}


def _without_frame(digests: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in digests.items() if name not in {SUMS, MANIFEST}}
