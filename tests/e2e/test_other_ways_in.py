"""The inbox folder, and parsing again what is stored."""

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from stack.runs import follow_run
from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

SWEPT = 4000


def test_files_in_the_inbox_are_taken_in(
    running_stack: RunningStack, stack_api: httpx.Client, make_copies: Callable[[int, int], Any]
) -> None:
    ((name, content),) = make_copies(1, SWEPT)
    (running_stack.inbox_dir / name).write_bytes(content)
    (running_stack.inbox_dir / "picture.pdf").write_bytes(b"GIF89a" + bytes(64))
    deadline = time.monotonic() + 120
    while True:
        listed = stack_api.get("/api/v1/resumes", params={"limit": 10}).json()["items"]
        swept = [item for item in listed if item["source"] == "sweep"]
        if swept and swept[0]["status"] == "completed":
            break
        assert time.monotonic() < deadline, f"not taken in: {listed[:3]}"
        time.sleep(0.5)
    assert [item["file_name"] for item in swept] == [name]
    inbox = running_stack.inbox_dir
    assert [path.name for path in (inbox / "done").rglob(f"*{name}")], "moved to done"
    assert len(list((inbox / "rejected").rglob("picture*"))) == 2, "the file and its reason"


def test_backfill_parses_all_again_to_the_same_records(
    running_stack: RunningStack, stack_api: httpx.Client, ingested_samples: dict[str, Any]
) -> None:
    completed = [job["result"] for job in ingested_samples.values() if job["status"] == "completed"]
    before = {result["candidate_id"]: _candidate(stack_api, result["candidate_id"]) for result in completed}
    progress: list[float] = []
    run = stack_api.post("/api/v1/backfills", json={"resume_ids": [result["resume_id"] for result in completed]}).json()
    assert follow_run(running_stack.prefect, run["flow_run_id"], progress.append) == "Completed"
    assert progress[-1] == 100.0
    assert {candidate_id: _candidate(stack_api, candidate_id) for candidate_id in before} == before


def _candidate(stack_api: httpx.Client, candidate_id: int) -> dict[str, Any]:
    candidate: dict[str, Any] = stack_api.get(f"/api/v1/candidates/{candidate_id}").json()
    for changing in ("updated_at", "resumes"):
        del candidate[changing]
    for entries in ("education", "work_experience"):
        candidate[entries] = sorted(candidate[entries], key=str)
    return candidate
