"""The inbox folder: files put there are taken in once, each, when they have been written to their end."""

import fcntl
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from config import get_settings
from services.reception import ReceivedFile
from services.resume_service import RefusedUpload, ResumeService
from services.still_files import find_still_files

TAKING = ".taking"
DONE = "done"
REJECTED = "rejected"
LOCK = ".lock"
FILES_AT_ONCE = 100
READ_CHUNK_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class SweepReport:
    registered: int = 0
    known: int = 0
    """Content that had come in before."""
    rejected: int = 0

    def __add__(self, other: "SweepReport") -> "SweepReport":
        return SweepReport(self.registered + other.registered, self.known + other.known, self.rejected + other.rejected)


@dataclass(frozen=True, slots=True)
class TakenFile:
    path: Path
    """Where it lies while it is taken in: nobody else has it."""
    relative: Path
    """Where it lay in the inbox."""


def sweep_inbox() -> Iterator[SweepReport]:
    """Take in what lies still in the inbox: to `done`, or to `rejected` with the reason in a file beside it.

    A report after each hundred files, so that those can go out while the next are taken in.
    """
    settings = get_settings()
    inbox = settings.resolved_inbox_dir
    inbox.mkdir(parents=True, exist_ok=True)
    _give_back_leftovers(inbox)
    for still in find_still_files(inbox, settings.sweep_settle_seconds, apart=(DONE, REJECTED)):
        for start in range(0, len(still), FILES_AT_ONCE):
            with _taking_folder(inbox) as folder:
                taken = list(_take(inbox, folder, still[start : start + FILES_AT_ONCE]))
                report = _register(inbox, taken)
            yield report


@contextmanager
def _taking_folder(inbox: Path) -> Iterator[Path]:
    """A folder of this sweep's own. Its lock is held as long as this process lives, and by that alone."""
    folder = inbox / TAKING / uuid4().hex
    unlocked = folder.with_name(f".{folder.name}")
    unlocked.mkdir(parents=True)
    with (unlocked / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        unlocked.rename(folder)  # only now do other sweeps look at it
        yield folder
        shutil.rmtree(folder)


def _take(inbox: Path, folder: Path, paths: Sequence[Path]) -> Iterator[TakenFile]:
    """Claim the files by renaming them, which only one sweep can do."""
    for path in paths:
        relative = path.relative_to(inbox)
        target = folder / "files" / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            path.rename(target)
            yield TakenFile(target, relative)


def _give_back_leftovers(inbox: Path) -> None:
    """Files that a sweep had taken when it was killed go back to where they lay."""
    for folder in (inbox / TAKING).glob("[!.]*"):
        with suppress(FileNotFoundError), (folder / LOCK).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            for path in list(_files_below(folder / "files")):
                _move(path, inbox / path.relative_to(folder / "files"))
            shutil.rmtree(folder, ignore_errors=True)


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _register(inbox: Path, taken: Sequence[TakenFile]) -> SweepReport:
    """Give the files to the service in one batch, and put each where its outcome says."""
    service = ResumeService()
    with ExitStack() as undo:
        received = [_receive(service, file, undo) for file in taken]
        undo.pop_all()
    registered = known = rejected = 0
    for file, outcome in zip(taken, service.upload_batch(received, source="sweep"), strict=True):
        if isinstance(outcome, RefusedUpload):
            rejected += 1
            place = _move(file.path, inbox / REJECTED / file.relative)
            reason = outcome.reason
            place.with_name(f"{place.name}.reason.txt").write_text(f"{reason.code}: {reason}\n")
            continue
        _move(file.path, inbox / DONE / file.relative)
        registered += outcome.created
        known += not outcome.created
    return SweepReport(registered, known, rejected)


def _receive(service: ResumeService, file: TakenFile, undo: ExitStack) -> ReceivedFile:
    received = service.receive(file.relative.name)
    undo.callback(received.discard)
    with file.path.open("rb") as handle:
        received.write_all(iter(lambda: handle.read(READ_CHUNK_BYTES), b""))
    received.finish()
    return received


def _move(source: Path, target: Path) -> Path:
    """Move without overwriting: a name that is taken gets a number."""
    target.parent.mkdir(parents=True, exist_ok=True)
    free, number = target, 1
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem} ({number}){target.suffix}")
    source.rename(free)
    return free
