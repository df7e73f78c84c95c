"""Files that no resume names go, those that an upload is just bringing stay, and `check` finds what does not fit."""

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import session_scope
from db.resumes import NewResume, claim_by_hash
from services import store_upkeep
from services.file_store import FileStore, path_of_hash
from services.store_check import check_store
from services.store_upkeep import find_orphans, remove_leftovers, remove_orphans
from tests.factories import ResumeFactory


def keep(store: FileStore, content: bytes) -> str:
    pending = store.begin()
    pending.write(content)
    return store.keep(pending)


def age(store: FileStore, file_path: str, days: float = 2) -> Path:
    path = Path(store._root) / file_path
    then = (datetime.now(UTC) - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_upkeep, "FOLDERS_AT_A_TIME", 256)


@pytest.mark.usefixtures("everywhere")
def test_what_is_old_and_named_by_nobody_goes(file_store: FileStore, make_resume: ResumeFactory) -> None:
    make_resume(b"named")
    named = age(file_store, next(iter(file_store.list_kept(_folder_of(file_store)))))
    orphan = age(file_store, keep(file_store, b"orphan"))
    young = Path(file_store._root) / keep(file_store, b"young orphan")
    abandoned, arriving = file_store.begin(), file_store.begin()
    for pending in (abandoned, arriving):
        pending.write(b"x")
        pending.close()
    age(file_store, abandoned.temporary_path.removeprefix(f"{file_store._root}/"))
    foreign = Path(file_store._root) / "ab" / "README"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("not ours")
    age(file_store, "ab/README")
    removed = remove_leftovers()
    assert (removed.abandoned, removed.orphans) == (1, 1)
    there = (named, young, foreign, Path(arriving.temporary_path))
    assert [path.exists() for path in (*there, orphan)] == [True] * 4 + [False]


def _folder_of(store: FileStore) -> str:
    return next(path.parent.name for path in Path(store._root).rglob("*") if path.is_file())


def test_an_upload_that_is_not_committed_yet_is_waited_for(file_store: FileStore) -> None:
    file_path = keep(file_store, b"in flight")
    file_hash = file_path.replace("/", "")
    assert find_orphans() == [file_path]
    removed: list[int] = []
    remover = threading.Thread(target=lambda: removed.append(remove_orphans([file_path])))
    with session_scope() as session:
        claim_by_hash(session, [NewResume("a.txt", file_path, file_hash, 9, "text/plain", "api")])
        remover.start()
        remover.join(0.3)
        assert removed == [], "it waits"
    remover.join()
    assert removed == [0]
    assert file_store.read_bytes(file_path) == b"in flight"


def test_where_the_table_is_long_in_use_nothing_is_removed(
    file_store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.stored_files.LOCK_SECONDS", 0.05)
    file_path = keep(file_store, b"orphan")
    with session_scope() as session:
        session.execute(text("LOCK TABLE resumes IN ROW EXCLUSIVE MODE"))
        assert remove_orphans([file_path]) == 0
    assert remove_orphans([file_path]) == 1


def test_a_sound_store_is_found_so(file_store: FileStore, make_resume: ResumeFactory) -> None:
    for _ in range(3):
        make_resume()
    report = check_store()
    assert report.is_clean
    assert report.checked == 3


def test_what_does_not_fit_is_found(file_store: FileStore, make_resume: ResumeFactory) -> None:
    missing, damaged, odd_size = (make_resume()[0] for _ in range(3))
    unreasoned, _ = make_resume(upload_status="failed", finished_at=datetime.now(UTC))
    with session_scope() as session:
        paths = dict(tuple(row) for row in session.execute(text("SELECT id, file_path FROM resumes")))
        session.execute(text("UPDATE resumes SET byte_size = 7 WHERE id = :id"), {"id": odd_size})
    (Path(file_store._root) / paths[missing]).unlink()
    (Path(file_store._root) / paths[damaged]).write_bytes(b"something else")
    orphan = keep(file_store, b"orphan")
    report = check_store()
    assert (report.missing, report.damaged, report.orphans) == ([missing], [damaged, odd_size], [orphan])
    assert report.contradictions == {"failed or in review without a reason": [unreasoned]}
    assert not report.is_clean


def test_orphans_are_removed_when_asked_to(file_store: FileStore) -> None:
    orphan = keep(file_store, b"orphan")
    assert not check_store().is_clean
    report = check_store(repair=True)
    assert (report.orphans, report.removed, report.is_clean) == ([orphan], 1, True)
    assert check_store().orphans == []
    assert path_of_hash(orphan.replace("/", "")) == orphan
