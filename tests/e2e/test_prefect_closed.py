"""Who knows the Prefect server's password may run code through it, so nobody else gets anything from it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
import websockets
from websockets.asyncio.client import connect

from stack.data_folder import AUTH_STRING_NAME
from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

MARKER = "a-stranger-was-here"


@pytest.fixture
def stranger(running_stack: RunningStack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running_stack.prefect.url, timeout=60, trust_env=False) as client:
        yield client


def deployment(flow_id: str, marker: Path) -> dict[str, Any]:
    """What ran any command as the worker's user."""
    return {
        "name": MARKER,
        "flow_id": flow_id,
        "work_pool_name": "resumes",
        "entrypoint": "flows/maintain.py:maintain",
        "pull_steps": [{"prefect.deployments.steps.run_shell_script": {"script": f"touch {marker}"}}],
    }


@pytest.mark.parametrize("authorization", [None, "Basic aW50YWtlOg==", "Basic !", "Bearer x", "Basic"])
def test_without_the_password_nothing_is_made(
    stranger: httpx.Client, running_stack: RunningStack, authorization: str | None, tmp_path: Path
) -> None:
    headers = {"Authorization": authorization} if authorization else {}
    with running_stack.prefect.client() as prefect:
        flow_id = prefect.post("/flows/", json={"name": "maintain"}).json()["id"]
        refused = stranger.post("/deployments/", json=deployment(flow_id, tmp_path / "marker"), headers=headers)
        assert refused.status_code == 401
        assert prefect.get(f"/deployments/name/maintain/{MARKER}").status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/flow_runs/filter"), ("POST", "/work_pools/filter"), ("GET", "/admin/settings"), ("GET", "/version")],
)
def test_without_the_password_nothing_is_read(stranger: httpx.Client, method: str, path: str) -> None:
    assert stranger.request(method, path, json={}).status_code == 401


@pytest.mark.parametrize("path", ["/events/in", "/events/out", "/logs/out", "/task_runs/subscriptions/scheduled"])
async def test_sockets_ask_for_the_password_too(running_stack: RunningStack, path: str) -> None:
    address = running_stack.prefect.url.replace("http", "ws", 1) + path
    async with connect(address, subprotocols=[websockets.Subprotocol("prefect")]) as socket:
        await socket.send(json.dumps({"type": "auth", "token": "wrong"}))
        with pytest.raises(websockets.ConnectionClosed):
            await socket.recv()


def test_another_name_for_this_machine_is_not_answered(running_stack: RunningStack) -> None:
    with running_stack.prefect.client() as prefect:
        assert prefect.get("/version", headers={"Host": "evil.example"}).status_code == 400
        port = prefect.base_url.port
        assert prefect.get("/version", headers={"Host": f"localhost:{port}"}).status_code == 200


def test_scripts_of_other_pages_may_not_read_answers(running_stack: RunningStack) -> None:
    ui = running_stack.prefect_ui_url
    with running_stack.prefect.client() as prefect:
        foreign = prefect.get("/version", headers={"Origin": "https://evil.example"})
        own = prefect.get("/version", headers={"Origin": ui})
    assert "access-control-allow-origin" not in foreign.headers
    assert own.headers["access-control-allow-origin"] == ui


def test_the_password_is_in_one_private_file_and_nowhere_to_be_seen(running_stack: RunningStack) -> None:
    auth_string = running_stack.prefect.auth_string
    assert auth_string is not None
    password = auth_string.partition(":")[2]
    file = running_stack.data_dir / AUTH_STRING_NAME
    assert file.read_text() == auth_string
    assert file.stat().st_mode & 0o777 == 0o600
    processes = (process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"]))
    assert not any(password in word for words in processes for word in words)
    logs = running_stack.data_dir / "logs"
    assert [log.name for log in logs.iterdir() if password in log.read_text(errors="replace")] == []
    with running_stack.prefect.client() as prefect:
        kept = [
            prefect.post(f"/{what}/filter", json={}).text
            for what in ("flow_runs", "deployments", "work_pools", "block_documents", "variables")
        ]
    assert password not in "".join(kept)


def test_others_on_the_machine_cannot_read_resumes_or_logs(running_stack: RunningStack) -> None:
    for name in ("files", "inbox", "logs", "postgres", "prefect"):
        assert (running_stack.data_dir / name).stat().st_mode & 0o077 == 0, name
