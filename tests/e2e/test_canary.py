"""An invented person is sent down every error path there is; afterwards no log and no record of Prefect's knows them."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

import httpx
import psycopg2
import pytest
from psycopg2 import sql

from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

NAME = "Quillon Vexworth"
EMAIL = "quillon.vexworth@harpsichords.example"
PHONE = "+49 1512 7788991"
PIECES = ("restored antique harpsichords beside lakes", "tuned seventeen carillons before breakfast")
TOWN = "Obernzell-Quastenberg"
CANARY = (NAME, "vexworth", EMAIL, PHONE, PHONE.replace(" ", ""), TOWN, *PIECES)
RESUME = f"{NAME}\n{EMAIL}\n{PHONE}\n{TOWN}\n\nExperience\nRestorer, Vexworth Works\n2019-01 - 2021-06\n{'. '.join(PIECES)}\n"
FILE_NAME = f"{NAME} {EMAIL}.txt"
PATIENCE_SECONDS = 90.0
REFUSED_BY_THE_DATABASE = """
    CREATE FUNCTION refuse_canary() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'not %', NEW.email; END $$;
    CREATE TRIGGER refuse_canary BEFORE INSERT ON candidates FOR EACH ROW
    WHEN (NEW.email LIKE '%@harpsichords.example') EXECUTE FUNCTION refuse_canary();
"""
REFUSED_BY_A_RULE = "ALTER TABLE candidates ADD CONSTRAINT no_canary CHECK (email NOT LIKE '%@harpsichords.example')"
TAKEN_BACK = """
    DROP TRIGGER IF EXISTS refuse_canary ON candidates;
    DROP FUNCTION IF EXISTS refuse_canary;
    ALTER TABLE candidates DROP CONSTRAINT IF EXISTS no_canary;
"""

Finish = Callable[[list[str]], list[dict[str, Any]]]


@pytest.fixture
def database(running_stack: RunningStack) -> Iterator[str]:
    """libpq's words for the application's database; the rules that a test made are taken back."""
    url = running_stack.database_url.replace("+psycopg2", "")
    yield url
    execute(url, TAKEN_BACK)


def test_no_log_and_no_record_of_prefect_tells_who_it_was(
    running_stack: RunningStack, stack_api: httpx.Client, finish: Finish, database: str
) -> None:
    send_requests_that_are_refused(stack_api)
    send_documents_that_break(stack_api, finish)
    for rule in (REFUSED_BY_THE_DATABASE, REFUSED_BY_A_RULE):
        execute(database, rule)
        store_what_the_database_refuses(stack_api, finish, rule)
        execute(database, TAKEN_BACK)
    sweep_what_cannot_be_moved(running_stack)
    crash_the_database(running_stack, stack_api, database)
    store_twice(stack_api, finish)

    assert [(log.name, found) for log in running_stack.logs.iterdir() for found in told_in(log.read_text())] == []
    assert told_by_database(database.replace("/intake?", "/prefect?")) == []
    metrics = stack_api.get("/metrics")
    assert told_in(metrics.text if metrics.is_success else "") == []


def send_requests_that_are_refused(api: httpx.Client) -> None:
    person = {"full_name": NAME, "email": EMAIL, "phone_number": PHONE}
    for changes in ({"full_name": "\x1b"}, {"full_name": f"{NAME}\x00"}, {"email": f"\x00{EMAIL}"}, {"email": NAME},
                    {"full_name": NAME * 100}, {"phone_number": PHONE * 100}):  # fmt: skip
        assert api.post("/api/v1/candidates", json=person | changes).status_code == 422
    assert api.post("/api/v1/candidates", content=json.dumps(person)[:-5]).status_code == 422
    for path in (f"/{EMAIL}", f"/api/v1/candidates/{NAME}", f"/api/v1/jobs?ids={EMAIL}", f"/candidates?cursor={NAME}"):
        assert api.get(path).status_code >= 400
    assert api.get("/api/v1/candidates", params={"q": f"{NAME}\x00", "email": EMAIL}).status_code == 422
    upload = "/api/v1/resumes/upload"
    multipart = {"Content-Type": "multipart/form-data; boundary=x"}
    assert api.post(upload, content=RESUME.encode(), headers=multipart).status_code == 400
    assert api.post(upload, files={NAME: (FILE_NAME, RESUME)}).status_code == 400
    assert api.post(upload, files={"file": (FILE_NAME, b"GIF89a" + RESUME.encode())}).status_code == 415
    assert api.post(upload, files={"file": (FILE_NAME, b"")}).status_code == 422
    assert api.post(upload, files={"file": (FILE_NAME, RESUME * 80_000)}).status_code == 413


def send_documents_that_break(api: httpx.Client, finish: Finish) -> None:
    text = RESUME.encode()
    broken = (b"%PDF-1.7\n" + text, b"PK\x03\x04word/document.xml" + text)
    answers = [api.post("/api/v1/resumes/upload", files={"file": (FILE_NAME, each)}) for each in broken]
    accepted = [answer.json()["job_id"] for answer in answers if answer.status_code == 202]
    assert accepted
    assert {job["status"] for job in finish(accepted)} <= {"failed", "needs_review"}


def store_what_the_database_refuses(api: httpx.Client, finish: Finish, rule: str) -> None:
    answer = api.post("/api/v1/candidates", json={"full_name": NAME, "email": EMAIL})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    uploaded = api.post("/api/v1/resumes/upload", files={"file": (FILE_NAME, f"{RESUME}\n{len(rule)}")}).json()
    (job,) = finish([uploaded["job_id"]])
    assert job["result"]["status_reason"] == "internal_error"


def sweep_what_cannot_be_moved(stack: RunningStack) -> None:
    """The system's error names the file."""
    done, aside = stack.inbox_dir / "done", stack.inbox_dir / ".aside"
    with suppress(FileNotFoundError):
        done.rename(aside)
    done.symlink_to(stack.inbox_dir / "nowhere" / "at all")
    waiting = stack.inbox_dir / FILE_NAME
    waiting.write_text(f"{RESUME}\nswept")
    try:
        wait_for(lambda: has_failed_run(stack))
    finally:
        done.unlink()
        with suppress(FileNotFoundError):
            aside.rename(done)
    wait_for(lambda: done.is_dir() and not waiting.exists())


def has_failed_run(stack: RunningStack) -> bool:
    failed = {"flow_runs": {"state": {"type": {"any_": ["FAILED"]}}}, "flows": {"name": {"any_": ["sweep"]}}}
    with stack.prefect.client() as prefect:
        return bool(prefect.post("/flow_runs/filter", json=failed).json())


def crash_the_database(stack: RunningStack, api: httpx.Client, database: str) -> None:
    """A server process dies over a statement, and then the server itself, while uploads come in."""
    with uploads_of(api):
        with closing(psycopg2.connect(database)) as connection, connection.cursor() as cursor:
            killer = threading.Timer(1.0, os.kill, (connection.info.backend_pid, signal.SIGKILL))
            killer.start()
            with pytest.raises(psycopg2.OperationalError):
                cursor.execute("SELECT pg_sleep(30), %s", (RESUME,))
        wait_for(lambda: api.get("/readyz").is_success)
        pid = stack.pid_of("PostgreSQL")
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: stack.pid_of("PostgreSQL") not in {None, pid} and api.get("/readyz").is_success)


@contextmanager
def uploads_of(api: httpx.Client) -> Iterator[None]:
    over = threading.Event()

    def send() -> None:
        count = 0
        while not over.wait(0.05):
            count += 1
            with suppress(httpx.TransportError):
                api.post("/api/v1/resumes/upload", files={"file": (FILE_NAME, f"{RESUME}\n{count} again")})
                api.post("/api/v1/candidates", json={"full_name": NAME, "email": f"{count}{EMAIL}"})

    sender = threading.Thread(target=send)
    sender.start()
    try:
        yield
    finally:
        over.set()
        sender.join()


def store_twice(api: httpx.Client, finish: Finish) -> None:
    uploaded = api.post("/api/v1/resumes/upload", files={"file": (FILE_NAME, RESUME)}).json()
    (job,) = finish([uploaded["job_id"]])
    assert job["status"] == "completed", "the rest of the test is about this person"
    assert api.post("/api/v1/candidates", json={"full_name": NAME, "email": EMAIL}).status_code == 409


def told_in(text: str) -> list[str]:
    folded = text.casefold()
    return [secret for secret in CANARY if secret.casefold() in folded]


def told_by_database(url: str) -> list[tuple[str, str, str]]:
    """Table, column and what is told, of all columns that can hold text."""
    columns = execute(
        url,
        """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'USER-DEFINED')
        """,
    )
    assert len(columns) > 50
    found = []
    for table, column in columns:
        query = sql.SQL("SELECT {}::text FROM {} WHERE {}::text ~* %s").format(
            sql.Identifier(column), sql.Identifier(table), sql.Identifier(column)
        )
        rows = execute(url, query, ("|".join(secret.replace("+", r"\+") for secret in CANARY),))
        found += [(table, column, secret) for (text,) in rows for secret in told_in(text)]
    return found


def execute(url: str, statement: str | sql.Composed, values: tuple[str, ...] | None = None) -> list[tuple[Any, ...]]:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall()) if cursor.description else []
    finally:
        connection.close()


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.3)
