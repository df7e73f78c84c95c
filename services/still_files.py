"""Which files of a folder are written to their end: those that lie still."""

import fcntl
import os
import signal
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

UNFINISHED_SUFFIXES = (".part", ".partial", ".tmp", ".crdownload", ".filepart", ".swp")


@dataclass(frozen=True, slots=True)
class Seen:
    """A file at one look; times in seconds since 1970."""

    byte_size: int
    written: float
    """Of the last change of its content; programs that copy may set it back."""
    changed: float
    """Of the last change of any kind, a move or a new name among them."""


def find_still_files(folder: Path, settle_seconds: float, apart: Collection[str]) -> Iterator[list[Path]]:
    """At once those that have lain still for a while; then, after waiting, those that did not change meanwhile.

    Links, pipes, hidden files, names that programs use for unfinished ones, and the folders named `apart` are left out.
    """
    started = time.monotonic()
    seen = dict(_look(folder, apart))
    still = sorted(path for path, first in seen.items() if _lies_still(path, first, settle_seconds))
    if still:
        yield still
    fresh = seen.keys() - set(still)
    if not fresh:
        return
    time.sleep(max(0.0, settle_seconds - (time.monotonic() - started)))
    later = dict(_look(folder, apart))
    if still := sorted(path for path in fresh if later.get(path) == seen[path]):
        yield still


def _look(folder: Path, apart: Collection[str]) -> Iterator[tuple[Path, Seen]]:
    for place, subfolders, names in os.walk(folder):
        if Path(place) == folder:
            subfolders[:] = [name for name in subfolders if name not in apart]
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if name.startswith((".", "~$")) or name.lower().endswith(UNFINISHED_SUFFIXES) or path.is_symlink():
                continue
            with suppress(FileNotFoundError):
                found = path.stat()
                if not stat.S_ISREG(found.st_mode):
                    continue
                yield path, Seen(found.st_size, found.st_mtime, found.st_ctime)


def _lies_still(path: Path, seen: Seen, settle_seconds: float) -> bool:
    """Whether one look is enough.

    A time that is just now, or in the future by another clock, says nothing. A file that was written long ago and has
    come here just now was moved, or copied with its time, which is set when all is written; some programs set it
    before, so it counts only where nobody has the file open any more.
    """
    now = time.time()
    if now - seen.written < settle_seconds:
        return False
    return now - seen.changed >= settle_seconds or _is_closed(path)


def _is_closed(path: Path) -> bool:
    """Whether no program on this machine has the file open for writing; False as well where the system cannot tell.

    Linux grants a lease for reading on these terms, to the file's owner or root. It is given back at once; who opens
    the file in that moment has a signal sent that is ignored, in place of the usual one, which would end this process.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        with path.open("rb") as file:
            fcntl.fcntl(file, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError:
        return False
    return True
