"""`intake erase` on a real database."""

from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from db.engine import session_scope
from stack.cli import app
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `.env` and no running stack of somebody else's."""
    monkeypatch.chdir(tmp_path)


def run(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(app, list(words), input=said)


def count(table: str) -> int:
    with session_scope() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_it_says_what_would_go_and_asks(make_resume: ResumeFactory) -> None:
    stored = store(make_resume)
    refused = run("erase", "--candidate", str(stored.candidate_id), said="n\n")
    assert refused.exit_code == 1
    assert "Would be erased" in refused.stdout
    assert count("candidates") == 1
    done = run("erase", "--email", make_record()["email"].upper(), said="y\n")
    assert done.exit_code == 0, done.output
    assert '"by": "cli"' in done.stdout
    assert count("candidates") == count("resumes") == 0


def test_by_file_hash_and_id_without_asking(make_resume: ResumeFactory, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"first")
    first, _ = make_resume(b"first")
    make_resume(b"second")
    third, _ = make_resume(b"third")
    assert first < third
    for words in (("a.txt",), ("--hash", sha256(b"second").hexdigest()), ("--resume", str(third))):
        done = run("erase", *words, "--yes")
        assert done.exit_code == 0, done.output
    assert count("resumes") == 0


@pytest.mark.parametrize(
    ("words", "exit_code", "sentence"),
    [
        ((), 2, "One is needed"),
        (("--candidate", "1", "--resume", "1"), 2, "One is needed"),
        (("no-such-file",), 2, "cannot be read"),
        (("--candidate", "1"), 3, "There is no candidate with this id."),
        (("--email", "nobody@example.com"), 3, "Nothing is stored of this."),
    ],
)
def test_what_cannot_be_erased_is_told(words: tuple[str, ...], exit_code: int, sentence: str) -> None:
    refused = run("erase", *words, "--yes")
    assert (refused.exit_code, sentence in refused.stderr) == (exit_code, True), refused.output


def test_retention_is_counted_or_done_or_off(make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    store(make_resume)
    assert "All is kept" in run("retain").stdout
    with session_scope() as session:
        session.execute(text("UPDATE resumes SET last_sent_at = now() - interval '2 months'"))
    monkeypatch.setenv("INTAKE_RETENTION_MONTHS", "1")
    assert "Would be erased" in run("retain", "--dry-run").stdout
    assert count("candidates") == 1
    assert run("retain").exit_code == 0
    assert count("candidates") == 0
