"""After an erasure nothing of the person is in any database, file or log of a running system."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from stack.cli import app
from tests.personal_values import find_values
from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

NAME, MAIL, EMPLOYER = "Zenobia Quillfeather", "zenobia.quillfeather@example.com", "Quillfeather Lanterns"
RESUME = f"""{NAME}
{MAIL} | +1 201 555 0147

Experience
Lamplighter, {EMPLOYER}
2019-01 - 2021-06
""".encode()
FILE_NAME = "zenobia-lamplighter.txt"
VALUES = (NAME, MAIL, EMPLOYER, "2015550147", "zenobia-lamplighter")


def test_nothing_is_left_anywhere(
    running_stack: RunningStack,
    stack_api: httpx.Client,
    upload: Callable[[list[tuple[str, bytes]]], list[str]],
    finish: Callable[[Iterable[str]], list[dict[str, Any]]],
    tmp_path: Path,
) -> None:
    (job,) = finish(upload([(FILE_NAME, RESUME)]))
    assert job["status"] == "completed", job
    assert find_values(running_stack.database_url, VALUES)
    assert files_with(running_stack.data_dir, (NAME,)), "the stored file has the name"
    candidate_id = str(job["result"]["candidate_id"])
    out = tmp_path / "person.html"
    given = CliRunner().invoke(
        app, ["export-person", candidate_id, "--html", "--out", str(out), "--api", running_stack.api_url]
    )
    assert given.exit_code == 0, given.output
    assert NAME in out.read_text()
    assert out.stat().st_mode & 0o077 == 0
    receipt = stack_api.delete(f"/api/v1/candidates/{candidate_id}").raise_for_status().json()
    assert receipt["files_left"] == 0, receipt
    assert find_values(running_stack.database_url, VALUES) == {}
    assert find_values(prefect_database(running_stack.database_url), VALUES) == {}
    assert files_with(running_stack.data_dir, VALUES) == []
    assert stack_api.get(f"/api/v1/jobs/{job['job_id']}").status_code == 404


def test_the_retention_flow_runs_and_keeps_all_without_a_setting(running_stack: RunningStack) -> None:
    with running_stack.prefect.client() as prefect:
        deployment = prefect.get("/deployments/name/retain/retain").raise_for_status().json()
        run = prefect.post(f"/deployments/{deployment['id']}/create_flow_run", json={}).raise_for_status().json()
        deadline = time.monotonic() + 90
        while (state := prefect.get(f"/flow_runs/{run['id']}").json()["state_name"]) != "Completed":
            assert time.monotonic() < deadline, state
            time.sleep(0.5)


def prefect_database(database_url: str) -> str:
    """On the same server."""
    return database_url.replace("/intake?", "/prefect?")


def files_with(folder: Path, values: tuple[str, ...]) -> list[str]:
    """Below the data folder but for PostgreSQL's own files, which keep removed rows until they are vacuumed."""
    found = []
    for path in folder.rglob("*"):
        if "postgres" in path.relative_to(folder).parts[:1] or not path.is_file():
            continue
        text = f"{path.name}\n{path.read_bytes().decode('utf-8', 'replace')}".lower()
        if any(value.lower() in text for value in values):
            found.append(str(path))
    return found
