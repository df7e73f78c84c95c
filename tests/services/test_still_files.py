"""When a file is taken for written to its end: at one look where that is certain, else at the second."""

import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.still_files import find_still_files

SETTLE = 0.3


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that are waited between two looks, without waiting."""
    waits: list[float] = []
    monkeypatch.setattr("services.still_files.time.sleep", waits.append)
    return waits


def looks(folder: Path) -> Iterator[list[str]]:
    return ([path.name for path in found] for found in find_still_files(folder, SETTLE, apart=("done",)))


def put(folder: Path, name: str, age: float = 0.0) -> Path:
    path = folder / name
    path.write_text("text")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_what_has_lain_for_a_while_is_still_at_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    time.sleep(2 * SETTLE)
    put(tmp_path, "b.txt")
    assert list(looks(tmp_path)) == [["a.txt"], ["b.txt"]], "the new one after waiting"


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="only Linux tells who has a file open")
def test_what_was_moved_here_is_still_at_once(tmp_path: Path, waits: list[float]) -> None:
    before = put(tmp_path, "before", age=3600)
    before.rename(tmp_path / "after.txt")
    assert next(looks(tmp_path)) == ["after.txt"]
    assert waits == []


def test_what_somebody_has_open_is_not_known_by_its_time(tmp_path: Path, waits: list[float]) -> None:
    """Some programs set the old time before all is written."""
    path = put(tmp_path, "a.txt", age=3600)
    with path.open("a"):
        assert next(looks(tmp_path)) == ["a.txt"]
    assert waits, "it was looked at twice"


def test_what_changes_between_the_looks_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "a.txt")
    sleep = time.sleep

    def write_meanwhile(seconds: float) -> None:
        path.write_text("longer text")
        sleep(seconds)

    monkeypatch.setattr("services.still_files.time.sleep", write_meanwhile)
    assert list(looks(tmp_path)) == []


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.utime(tmp_path / "pipe", (1, 1))
    assert list(looks(tmp_path)) == []


def test_what_is_set_apart_is_not_looked_at(tmp_path: Path) -> None:
    for folder in ("done", ".hidden", "team"):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, f"{folder}.txt", age=3600)
    assert list(looks(tmp_path)) == [["team.txt"]]
