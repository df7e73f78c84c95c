"""`intake keys` and `intake users`, on a real database."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from db.engine import session_scope
from services.api_keys import find_caller
from services.page_users import check_password
from stack.cli import app

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `.env` and no running stack of somebody else's."""
    monkeypatch.chdir(tmp_path)


def run(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(app, list(words), input=said)


def good_key(printed: str) -> bool:
    from datetime import UTC, datetime

    key = re.search(r"^rik_\S+$", printed, re.M)
    assert key is not None
    with session_scope() as session:
        return find_caller(session, key[0], datetime.now(UTC)) is not None


def test_a_key_is_made_listed_and_revoked() -> None:
    made = run("keys", "create", "ats", "--scope", "upload", "--scope", "read", "--expires", "90d")
    assert made.exit_code == 0, made.output
    assert good_key(made.stdout)
    listed = run("keys", "list").stdout
    assert "read, upload" in listed
    assert "good" in listed
    assert run("keys", "revoke", "1").exit_code == 0
    assert not good_key(made.stdout)
    assert "revoked" in run("keys", "list").stdout
    again = run("keys", "revoke", "1")
    assert (again.exit_code, again.stderr.strip()) == (3, "There is no key with this id that is in use.")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--scope", "everything"), "The scopes are upload"),
        (("--scope", "read", "--expires", "soon"), "soon is no number of days"),
        (("--scope", "read", "--expires", "0d"), "0d is no number of days"),
    ],
)
def test_odd_keys_are_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    refused = run("keys", "create", "ats", *words)
    assert refused.exit_code == 3
    assert refused.stderr.startswith(sentence)


def test_a_user_is_made_changed_and_disabled() -> None:
    assert run("users", "create", "Ada", "--scope", "read", said=f"{PASSWORD}\n").exit_code == 0
    with session_scope() as session:
        assert check_password(session, "ada", PASSWORD) is not None
    assert run("users", "password", "ada", said=f"{PASSWORD}!\n").exit_code == 0
    with session_scope() as session:
        assert check_password(session, "ada", PASSWORD) is None
    assert "Ada" in run("users", "list").stdout
    assert run("users", "disable", "ada").exit_code == 0
    assert "disabled" in run("users", "list").stdout
    assert run("users", "create", "Bo", "--scope", "read", said="short\n").exit_code == 3


def test_without_a_database_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg2://postgres@127.0.0.1:9/nowhere")
    refused = run("keys", "list")
    assert refused.exit_code == 3
    assert refused.stderr.startswith("The database does not answer.")
