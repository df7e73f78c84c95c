"""The inbox folder: what is still is taken once, whatever happens meanwhile."""

import os
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from config import get_settings
from db.engine import session_scope
from services import inbox
from services.inbox import SweepReport, sweep_inbox
from tests.factories import RESUME_TEXT


def take_all() -> SweepReport:
    return sum(sweep_inbox(), SweepReport())


@pytest.fixture
def folder(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(get_settings(), "sweep_settle_seconds", 0.2)
    folder = get_settings().resolved_inbox_dir
    folder.mkdir(parents=True)
    return folder


def sources() -> list[str]:
    with session_scope() as session:
        return list(session.execute(text("SELECT source FROM resumes ORDER BY id")).scalars())


def test_files_are_registered_and_moved(folder: Path) -> None:
    (folder / "a.txt").write_text(RESUME_TEXT)
    (folder / "team").mkdir()
    (folder / "team" / "b.txt").write_text(f"{RESUME_TEXT} b")
    assert take_all() == SweepReport(registered=2)
    assert sources() == ["sweep", "sweep"]
    assert (folder / "done" / "a.txt").exists()
    assert (folder / "done" / "team" / "b.txt").exists()
    assert take_all() == SweepReport()


def test_known_content_is_done_but_not_registered_again(folder: Path) -> None:
    (folder / "a.txt").write_text(RESUME_TEXT)
    take_all()
    (folder / "a.txt").write_text(RESUME_TEXT)
    assert take_all() == SweepReport(known=1)
    assert {path.name for path in (folder / "done").iterdir()} == {"a.txt", "a (2).txt"}
    assert len(sources()) == 1


def test_a_file_that_is_no_resume_is_rejected_with_its_reason(folder: Path) -> None:
    (folder / "picture.gif").write_bytes(b"GIF89a" + bytes(100))
    (folder / "nothing.pdf").touch()
    assert take_all() == SweepReport(rejected=2)
    assert (folder / "rejected" / "picture.gif").exists()
    assert (folder / "rejected" / "picture.gif.reason.txt").read_text().startswith("unsupported: ")
    assert (folder / "rejected" / "nothing.pdf.reason.txt").read_text().startswith("empty: ")


def test_a_file_that_is_being_written_is_left(folder: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with (folder / "growing.txt").open("w") as handle:
            while not stop.is_set():
                handle.write("more\n")
                handle.flush()
                time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.1)
    try:
        assert take_all() == SweepReport()
    finally:
        stop.set()
        writer.join()
    assert take_all() == SweepReport(registered=1)


def test_a_file_from_the_future_is_taken_all_the_same(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(RESUME_TEXT)
    os.utime(path, (time.time() + 9999, time.time() + 9999))
    assert take_all() == SweepReport(registered=1)


@pytest.mark.parametrize("name", [".hidden.pdf", "~$letter.docx", "resume.pdf.part", "resume.crdownload"])
def test_what_other_programs_put_down_for_a_moment_is_left(folder: Path, name: str) -> None:
    (folder / name).write_text(RESUME_TEXT)
    assert take_all() == SweepReport()
    assert (folder / name).exists()


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(RESUME_TEXT)
    (folder / "link.txt").symlink_to(secret)
    assert take_all() == SweepReport()


def test_sweeps_at_once_share_the_files(folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"{RESUME_TEXT} {number}")
    time.sleep(0.3)
    reports: list[SweepReport] = []
    sweeps = [threading.Thread(target=lambda: reports.append(take_all())) for _ in range(4)]
    for sweep in sweeps:
        sweep.start()
    for sweep in sweeps:
        sweep.join()
    assert sum(report.registered for report in reports) == 40
    assert sum(report.known for report in reports) == 0, "none was taken twice"
    assert len(list((folder / "done").iterdir())) == 40


def test_what_a_killed_sweep_had_taken_comes_back(folder: Path) -> None:
    child = os.fork()
    if child == 0:
        (folder / "a.txt").write_text(RESUME_TEXT)
        context = inbox._taking_folder(folder)
        list(inbox._take(folder, context.__enter__(), [folder / "a.txt"]))
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    assert not (folder / "a.txt").exists()
    assert take_all() == SweepReport(registered=1)
    assert list((folder / ".taking").iterdir()) == []


def test_what_a_living_sweep_has_taken_stays_with_it(folder: Path) -> None:
    (folder / "a.txt").write_text(RESUME_TEXT)
    with inbox._taking_folder(folder) as taking:
        taken = list(inbox._take(folder, taking, [folder / "a.txt"]))
        assert take_all() == SweepReport()
        assert taken[0].path.exists()
