"""What was accepted comes to its end, whatever dies on the way."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

BATCH_OF_COPIES = 1000
BATCH_DURING_OUTAGE = 2000
BATCH_WITH_KILLED_WORKER = 3000
BATCH_AFTER_KILLED_WORKER = 5000


def test_changed_copies_make_no_new_candidates(
    ingested_samples: dict[str, Any],
    upload: Callable[..., list[str]],
    finish: Callable[..., list[Any]],
    count_candidates: Callable[[], int],
    make_copies: Callable[[int, int], Any],
) -> None:
    before = count_candidates()
    jobs = finish(upload(make_copies(60, BATCH_OF_COPIES)))
    assert Counter(job["status"] for job in jobs) == {"completed": 60}
    assert len({job["result"]["resume_id"] for job in jobs}) == 60
    assert count_candidates() == before


def test_upload_while_the_prefect_server_is_down(
    running_stack: RunningStack,
    upload: Callable[..., list[str]],
    finish: Callable[..., list[Any]],
    make_copies: Callable[[int, int], Any],
) -> None:
    running_stack.stop_prefect_server()
    try:
        job_ids = upload(make_copies(3, BATCH_DURING_OUTAGE))
    finally:
        running_stack.start_prefect_server()
    assert {job["status"] for job in finish(job_ids)} == {"completed"}


def test_worker_killed_during_a_batch(
    running_stack: RunningStack,
    upload: Callable[..., list[str]],
    finish: Callable[..., list[Any]],
    make_copies: Callable[[int, int], Any],
    stack_api: Any,
) -> None:
    killed = running_stack.worker_pid
    job_ids = upload(make_copies(50, BATCH_WITH_KILLED_WORKER))
    while not any(
        job["status"] == "processing"
        for job in stack_api.get("/api/v1/jobs", params={"ids": ",".join(job_ids)}).json()["items"]
    ):
        time.sleep(0.05)
    os.kill(killed, signal.SIGKILL)
    assert Counter(job["status"] for job in finish(job_ids)) == {"completed": 50}
    running_stack.wait_for_another_worker(killed)
    assert {job["status"] for job in finish(upload(make_copies(3, BATCH_AFTER_KILLED_WORKER)))} == {"completed"}
