"""The embedded PostgreSQL, started and killed for real."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest

from stack.postgres import LONGEST_SOCKET_PATH, SOCKET_NAME, EmbeddedPostgres
from stack.supervisor import Supervisor

NAME = "PostgreSQL"


@pytest.fixture
def postgres() -> Iterator[EmbeddedPostgres]:
    """Not below pytest's own folder, which the next test session closes to PostgreSQL's user."""
    with tempfile.TemporaryDirectory(prefix="intake-pg-") as name:
        yield EmbeddedPostgres(Path(name) / "postgres", Path(name) / "postgres.log")


@pytest.fixture
def supervisor(postgres: EmbeddedPostgres) -> Iterator[Supervisor]:
    supervisor = Supervisor()
    postgres.prepare()
    supervisor.run(postgres.part())
    yield supervisor
    supervisor.stop_all()


def test_both_databases_are_made_once_and_survive_a_hard_kill(
    postgres: EmbeddedPostgres, supervisor: Supervisor
) -> None:
    postgres.create_databases()
    postgres.create_databases()
    execute(postgres, "intake", "CREATE TABLE kept AS SELECT 1 AS one")
    pid = supervisor.pid(NAME)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while supervisor.pid(NAME) in {None, pid} or not postgres.part().ready():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert execute(postgres, "intake", "SELECT one FROM kept") == [(1,)]
    assert execute(postgres, "prefect", "SHOW synchronous_commit") == [("off",)]
    assert execute(postgres, "intake", "SHOW synchronous_commit") == [("on",)]


def test_a_lock_file_of_a_process_that_is_something_else_is_cleared(
    postgres: EmbeddedPostgres, supervisor: Supervisor
) -> None:
    supervisor.stop(NAME)
    lock = postgres.folder / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{postgres.folder}\n")
    postgres.prepare()
    assert not lock.exists()
    supervisor.run(postgres.part())
    assert postgres.part().ready()


def test_what_outlived_a_killed_server_does_not_keep_the_next_from_starting(
    postgres: EmbeddedPostgres, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = supervisor.pid(NAME)
    assert pid is not None
    (checkpointer,) = (child for child in psutil.Process(pid).children() if "checkpointer" in child.cmdline()[0])
    checkpointer.suspend()
    with monkeypatch.context() as patched:
        patched.setattr("stack.part.RunningPart.kill_leftovers", lambda _: None)
        psutil.Process(pid).kill()
        supervisor.stop(NAME)
    assert checkpointer.is_running()
    monkeypatch.setattr("stack.postgres.ORPHAN_SECONDS", 1.0)
    postgres.prepare()
    assert not checkpointer.is_running() or checkpointer.status() == psutil.STATUS_ZOMBIE
    another = Supervisor()
    try:
        another.run(postgres.part())
    finally:
        another.stop_all()


def test_nobody_else_can_reach_the_socket(postgres: EmbeddedPostgres, supervisor: Supervisor) -> None:
    assert postgres.socket_folder.stat().st_mode & 0o077 == 0


def test_a_folder_too_deep_for_a_socket_gets_another_place_for_it(tmp_path: Path) -> None:
    deep = EmbeddedPostgres(tmp_path / ("x" * LONGEST_SOCKET_PATH) / "postgres", tmp_path / "log")
    assert len(str(deep.socket_folder / SOCKET_NAME)) <= LONGEST_SOCKET_PATH


def execute(postgres: EmbeddedPostgres, database: str, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(dbname=database, user="postgres", host=str(postgres.socket_folder))
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
        rows = list(cursor.fetchall()) if cursor.description else []
    connection.close()
    return rows


def test_the_log_holds_no_statement_and_no_value(postgres: EmbeddedPostgres, supervisor: Supervisor) -> None:
    """Neither of statements that fail, nor of those that a server process dies over."""
    secret = "ada@example.com"
    postgres.create_databases()
    execute(postgres, "intake", "CREATE TABLE people (email text PRIMARY KEY, born date CHECK (born > '1900-01-01'))")
    insert = f"INSERT INTO people VALUES ('{secret}', %s)"
    execute(postgres, "intake", insert % "now()")
    for value in ("now()", "'1800-01-01'", f"'{secret}'"):
        with pytest.raises(psycopg2.Error):
            execute(postgres, "intake", insert % value)
    with pytest.raises(psycopg2.Error):
        execute(postgres, "intake", f"DO $$ BEGIN RAISE 'not {secret}'; END $$")
    with pytest.raises(psycopg2.Error):
        execute(postgres, "intake", f"COPY people FROM PROGRAM 'kill -9 $PPID' -- {secret}")
    deadline = time.monotonic() + 20
    while "was terminated by signal 9" not in postgres.log.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert secret not in postgres.log.read_text()
