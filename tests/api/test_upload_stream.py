"""Uploads hold their limits while they arrive, and hold no file in memory."""

import errno
import os
import tracemalloc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import ASGITransport, AsyncClient
from starlette.types import Message

from api.app import create_app
from config import Settings, get_settings
from tests.api_client import RecordingOrchestration

UPLOAD = "/api/v1/resumes/upload"
BATCH = "/api/v1/resumes/upload-batch"
BOUNDARY = "frontier"
FORM = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
MEGABYTE = 1024 * 1024


END = f"--{BOUNDARY}--\r\n".encode()


def opening_of(field: str, file_name: str) -> bytes:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{file_name}"\r\n\r\n'.encode()


def part(field: str, file_name: str, content: bytes) -> bytes:
    return opening_of(field, file_name) + content + b"\r\n"


def stored_files() -> list[Path]:
    return [path for path in (get_settings().data_dir / "files").rglob("*") if path.is_file()]


@pytest.fixture(autouse=True)
def small_limits(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("INTAKE_MAX_UPLOAD_BYTES", "2000")
    monkeypatch.setenv("INTAKE_MAX_BATCH_FILES", "3")
    get_settings.cache_clear()
    return get_settings()


@pytest.fixture
def app(orchestration: RecordingOrchestration) -> FastAPI:
    return create_app(orchestration=orchestration)


@pytest.fixture
async def streaming_client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """Sends a body piece by piece, which the usual test client does not."""
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1") as client:
        yield client


def test_a_file_of_exactly_the_limit_passes_and_one_byte_more_does_not(client: TestClient) -> None:
    assert client.post(UPLOAD, files={"file": ("a.txt", b"a" * 2000)}).status_code == 202
    refused = client.post(UPLOAD, files={"file": ("b.txt", b"b" * 2001)})
    assert (refused.status_code, refused.json()["code"]) == (413, "too_large")
    assert refused.json()["detail"] == "The file is larger than 2,000 bytes."
    assert len(stored_files()) == 1


def test_a_large_file_in_a_batch_does_not_stop_the_others(client: TestClient) -> None:
    files = [("files", ("a.txt", b"small")), ("files", ("b.txt", b"b" * 3000)), ("files", ("c.txt", b"small too"))]
    items = client.post(BATCH, files=files).json()
    assert [item["status"] for item in items] == ["pending", "rejected", "pending"]
    assert items[1]["error"]["code"] == "too_large"
    assert len(stored_files()) == 2


def test_too_many_files_are_refused_and_none_is_kept(client: TestClient) -> None:
    refused = client.post(BATCH, files=[("files", (f"{n}.txt", f"file {n}".encode())) for n in range(4)])
    assert (refused.status_code, refused.json()["code"]) == (413, "too_many_files")
    assert stored_files() == []
    assert client.get("/api/v1/resumes").json()["items"] == []


async def test_a_declared_length_beyond_all_limits_is_refused_unread(streaming_client: AsyncClient) -> None:
    was_read = False

    async def body() -> AsyncIterator[bytes]:
        nonlocal was_read
        was_read = True
        yield b""

    refused = await streaming_client.post(UPLOAD, content=body(), headers={**FORM, "content-length": str(10**10)})
    assert (refused.status_code, refused.json()["code"]) == (413, "upload_too_large")
    assert not was_read


async def test_an_endless_body_is_cut_short(streaming_client: AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield opening_of("file", "a.txt") + b"start"
        while True:
            yield b"x" * 100_000

    refused = await streaming_client.post(UPLOAD, content=endless(), headers=FORM)
    assert (refused.status_code, refused.json()["code"]) == (413, "upload_too_large")
    assert stored_files() == []


async def test_a_large_upload_leaves_memory_flat(streaming_client: AsyncClient, app: FastAPI) -> None:
    size = 40 * MEGABYTE
    app.state.settings = Settings(max_upload_bytes=size)

    async def body() -> AsyncIterator[bytes]:
        yield opening_of("file", "big.txt")
        for _ in range(size // 65536):
            yield b"a" * 65536
        yield b"\r\n" + END

    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    answer = await streaming_client.post(UPLOAD, content=body(), headers=FORM)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.status_code == 202
    assert [path.stat().st_size for path in stored_files()] == [size]
    assert peak - before < 8 * MEGABYTE


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", {}),
        (b"{}", {"content-type": "application/json"}),
        (b"anything", {"content-type": "multipart/form-data"}),
        (b"not a form", FORM),
        (b"", FORM),
        (END, FORM),
        (part("other", "a.txt", b"text") + END, FORM),
        (part("file", "", b"") + END, FORM),
        (part("file", "a.txt", b"text"), FORM),
        (part("file", "a.txt", b"text")[:-20], FORM),
        (part("file", "a.txt", b"text") + END, {"content-type": f"multipart/form-data; boundary={'x' * 300}"}),
    ],
)
def test_what_is_no_form_with_a_file_is_a_bad_upload(client: TestClient, body: bytes, headers: dict[str, str]) -> None:
    refused = client.post(UPLOAD, content=body, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_upload")
    assert stored_files() == []


@pytest.mark.parametrize("step", [1, 7, 64])
async def test_a_form_may_arrive_in_any_pieces(streaming_client: AsyncClient, step: int) -> None:
    form = (
        part("note", "n.txt", b"no resume")
        + part("files", "a.txt", b"alpha\r\n--front")
        + part("files", "b.txt", b"beta")
    )
    form += END

    async def pieces() -> AsyncIterator[bytes]:
        for begin in range(0, len(form), step):
            yield form[begin : begin + step]

    items = (await streaming_client.post(BATCH, content=pieces(), headers=FORM)).json()
    assert [item["file_name"] for item in items] == ["a.txt", "b.txt"]
    assert sorted(path.read_bytes() for path in stored_files()) == [b"alpha\r\n--front", b"beta"]


async def test_a_form_that_cannot_be_kept_is_read_to_its_end(
    streaming_client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client that is cut off while it sends sees a broken connection, and not the answer."""

    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("services.file_store.os.fsync", fail)
    sent = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(20):
            yield part("files", "a.txt", b"Ada Example " * 100)
            sent += 1
        yield END

    answer = await streaming_client.post(BATCH, content=body(), headers=FORM)
    assert (answer.status_code, answer.json()["code"], sent) == (507, "storage_full", 20)
    assert stored_files() == []


async def test_a_sender_who_leaves_leaves_nothing(app: FastAPI) -> None:
    messages: list[Message] = [
        {"type": "http.request", "body": opening_of("file", "a.txt") + b"begun", "more_body": True},
        {"type": "http.disconnect"},
    ]
    answers: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        answers.append(message)

    headers = [(name.encode(), value.encode()) for name, value in FORM.items()] + [(b"host", b"localhost")]
    scope = {"type": "http", "method": "POST", "path": UPLOAD, "query_string": b"", "headers": headers}
    await app(scope, receive, send)
    assert answers[0]["status"] == 499
    assert stored_files() == []
