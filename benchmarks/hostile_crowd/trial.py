"""Sends a crowd to the running stack and follows it to its end."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import psycopg2

from benchmarks.hostile_crowd.crowd import Sent, Sort
from stack.stack import Stack

POLL_SECONDS = 0.5
PATIENCE_SECONDS = 1800.0
PAGE = 200


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one file."""

    sort: Sort
    status: str
    reason: str | None
    seconds: float
    """From the first byte of the request on."""
    sendings: int
    """Flow runs that it was given to."""
    expected_sendings: int
    """One, one more when it was set aside, and one more when its process died."""


def send_and_follow(running: Stack, crowd: Sequence[Sent]) -> list[Fate]:
    """All in one request; returns when the last is final."""
    database = psycopg2.connect(running.database_url.replace("+psycopg2", ""))
    database.autocommit = True
    with database.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (started,) = cursor.fetchone() or ()
        files = [("files", (sent.name, sent.content)) for sent in crowd]
        response = httpx.post(f"{running.api_url}/api/v1/resumes/upload-batch", files=files, timeout=600)
        response.raise_for_status()
        refused = [
            Fate(sent.sort, "refused", answer["error"]["code"], 0.0, 0, 0)
            for sent, answer in zip(crowd, response.json(), strict=True)
            if answer["job_id"] is None
        ]
        sorts = {answer["job_id"]: sent.sort for sent, answer in zip(crowd, response.json(), strict=True)}
        sorts.pop(None, None)
        _wait(cursor, list(sorts))
        cursor.execute(
            """SELECT jobs.id::text, resumes.id, upload_status, status_reason, EXTRACT(EPOCH FROM finished_at - %s)::float,
                      1 + set_aside::int + dispatch_alone::int
               FROM jobs JOIN resumes ON resumes.id = jobs.resume_id WHERE jobs.id::text = ANY(%s)""",
            (started, list(sorts)),
        )
        sendings = _count_sendings(running)
        fates = [
            Fate(sorts[job_id], status, reason, seconds, sendings[resume_id], expected)
            for job_id, resume_id, status, reason, seconds, expected in cursor.fetchall()
        ]
    database.close()
    return refused + fates


def _wait(cursor: Any, job_ids: list[str]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        cursor.execute(
            """SELECT count(*) FROM jobs JOIN resumes ON resumes.id = jobs.resume_id
               WHERE jobs.id::text = ANY(%s) AND finished_at IS NULL""",
            (job_ids,),
        )
        if cursor.fetchone() == (0,):
            return
        if time.monotonic() > deadline:
            raise TimeoutError(f"Not done after {PATIENCE_SECONDS:.0f} s.")
        time.sleep(POLL_SECONDS)


def _count_sendings(running: Stack) -> Counter[int]:
    """By resume id, from the parameters of all runs that Prefect knows."""
    counts: Counter[int] = Counter()
    offset = 0
    with running.prefect.client() as client:
        while True:
            asked = {"flows": {"name": {"any_": ["ingest"]}}, "limit": PAGE, "offset": offset}
            answer = client.post("/flow_runs/filter", json=asked)
            answer.raise_for_status()
            runs = answer.json()
            for run in runs:
                counts.update(run["parameters"]["resume_ids"])
            if len(runs) < PAGE:
                return counts
            offset += PAGE
