"""Copies of resumes' files in the inbox: what was taken in lies there in `done`."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from services.inbox import DONE, TAKING


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file by its content."""

    file_hash: str
    byte_size: int | None


def is_being_taken(inbox: Path, wanted: Sequence[Wanted]) -> bool:
    """Whether a sweep has one of these files in hand just now; it will put it to `done`. Ask before `remove_copies`."""
    return bool(_find_copies(inbox / TAKING, wanted))


def remove_copies(inbox: Path, wanted: Sequence[Wanted]) -> int:
    """Remove all copies of these files, and the folders that are empty then: their names may tell as much. How many."""
    copies = _find_copies(inbox / DONE, wanted)
    for path in copies:
        path.unlink(missing_ok=True)
        _remove_empty(path.parent, inbox / DONE)
    return len(copies)


def _find_copies(folder: Path, wanted: Sequence[Wanted]) -> list[Path]:
    hashes = {each.file_hash for each in wanted}
    sizes = {each.byte_size for each in wanted}
    return [path for path in _files_below(folder) if _has_size(path, sizes) and _hash_of(path) in hashes]


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _has_size(path: Path, sizes: set[int | None]) -> bool:
    """Most files need not be read for that."""
    with suppress(FileNotFoundError):
        return None in sizes or path.stat().st_size in sizes
    return False


def _hash_of(path: Path) -> str | None:
    with suppress(FileNotFoundError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_relative_to(root):
        try:
            folder.rmdir()
        except OSError:
            return  # something else is in it
        folder = folder.parent
