"""What is down or full is said so, with a time to try again, and nothing of what was refused stays."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from psycopg2.errors import DiskFull
from sqlalchemy.exc import OperationalError

from api.v1 import health
from config import get_settings
from db.engine import dispose_engine
from services.file_store import get_file_store
from tests.factories import RESUME_TEXT

RESUME = ("resume.txt", RESUME_TEXT)
PERSON = {"full_name": "Ada Example", "email": "ada@example.com"}
ASKED: dict[str, Callable[[TestClient], Response]] = {
    "upload": lambda client: client.post("/api/v1/resumes/upload", files={"file": RESUME}),
    "batch": lambda client: client.post("/api/v1/resumes/upload-batch", files=[("files", RESUME)] * 3),
    "page": lambda client: client.post("/", files={"file": RESUME}, headers={"accept": "text/html"}),
    "create": lambda client: client.post("/api/v1/candidates", json=PERSON),
    "list": lambda client: client.get("/api/v1/candidates"),
    "show": lambda client: client.get("/candidates", headers={"accept": "text/html"}),
    "jobs": lambda client: client.get("/api/v1/jobs/00000000-0000-4000-8000-000000000000"),
}
UPLOADS = ("upload", "batch", "page")


@pytest.fixture
def without_database(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("DATABASE_URL", "postgresql+psycopg2://postgres@127.0.0.1:9/nowhere")
        get_settings.cache_clear()
        dispose_engine()
        yield
    get_settings.cache_clear()
    dispose_engine()


@pytest.fixture
def database_full(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own disk: the statement that extends a table fails."""

    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise OperationalError("INSERT", {}, _DiskFull("could not extend file: No space left on device"))

    monkeypatch.setattr("services.resume_service.claim_by_hash", refuse)
    monkeypatch.setattr("db.candidates.insert_candidates", refuse)


class _DiskFull(DiskFull):
    pgcode = "53100"


def stored_files() -> list[Path]:
    return [path for path in get_settings().data_dir.rglob("*") if path.is_file()]


def assert_told(answer: Response, status: int, code: str) -> None:
    assert answer.status_code == status, answer.text
    assert int(answer.headers["retry-after"]) > 0
    if answer.headers["content-type"] == "application/problem+json":
        assert answer.json()["code"] == code
    assert "psycopg2" not in answer.text


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize("asked", ASKED)
def test_without_the_database(client: TestClient, asked: str) -> None:
    assert_told(ASKED[asked](client), 503, "database_unavailable")
    assert stored_files() == []


@pytest.mark.usefixtures("database_full")
@pytest.mark.parametrize("asked", [*UPLOADS, "create"])
def test_with_a_database_that_is_full(client: TestClient, asked: str) -> None:
    assert_told(ASKED[asked](client), 507, "database_full")
    assert stored_files() == []


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [(errno.ENOSPC, 507, "storage_full"), (errno.EDQUOT, 507, "storage_full"), (errno.EIO, 503, "storage_unavailable")],
)
@pytest.mark.parametrize("step", ["fsync", "replace", "makedirs"])
@pytest.mark.parametrize("asked", UPLOADS)
def test_with_a_store_that_fails(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, asked: str, step: str, code: int, status: int, told: str
) -> None:
    def fail(*_arguments: Any, **_options: Any) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as failing:
        failing.setattr(f"services.file_store.os.{step}", fail)
        assert_told(ASKED[asked](client), status, told)
    assert stored_files() == []
    assert client.get("/api/v1/resumes").json()["items"] == []


def test_readiness_tells_of_the_store(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_MIN_FREE_BYTES", str(2**60))
    get_settings.cache_clear()
    get_file_store.cache_clear()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["storage"]) == (503, "full")
    assert_told(ASKED["upload"](client), 507, "storage_full")
    monkeypatch.setenv("INTAKE_MIN_FREE_BYTES", "0")
    monkeypatch.setenv("INTAKE_STORAGE_URL", "file:///proc/nowhere")
    get_settings.cache_clear()
    get_file_store.cache_clear()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["storage"]) == (503, "unavailable")
    assert_told(ASKED["upload"](client), 503, "storage_unavailable")


def test_readiness_does_not_hang_with_what_hangs(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(health, "is_database_ready", lambda: time.sleep(1.0))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"], answer.json()["storage"]) == (503, "unreachable", "ok")
