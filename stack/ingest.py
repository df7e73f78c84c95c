"""Sends files to the API and follows them to their final status."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stack.client import ApiClient
from stack.errors import StackError

FINAL = frozenset({"completed", "needs_review", "failed", "rejected"})
UNSUCCESSFUL = frozenset({"failed", "rejected"})
FILES_PER_REQUEST = 50
BYTES_PER_REQUEST = 32 * 1024 * 1024
FIRST_POLL_SECONDS = 0.2
LONGEST_POLL_SECONDS = 2.0
NOTHING_TOLD: Mapping[str, str] = {}


@dataclass(frozen=True)
class Outcome:
    """What became of one file so far."""

    file: Path
    status: str
    job_id: str | None = None
    resume_id: int | None = None
    candidate_id: int | None = None
    matched_by: str | None = None
    reason: str | None = None
    message: str | None = None

    @property
    def is_final(self) -> bool:
        return self.status in FINAL


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files named and those in the folders named, hidden ones left out. StackError if one is missing."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            shown = (file for file in inside if not any(part.startswith(".") for part in file.relative_to(path).parts))
            found.update(dict.fromkeys(sorted(shown)))
        elif path.is_file():
            found[path] = None
        else:
            raise StackError(f"There is no file or folder {path}.")
    return list(found)


def send(
    client: ApiClient, files: Sequence[Path], sent: Callable[[int], None], told: Mapping[str, str] = NOTHING_TOLD
) -> list[Outcome]:
    """Uploads all in batches; `sent` is told how many went with each. `told` is what is said of them."""
    outcomes = []
    for batch in batches(files):
        answers = client.upload(batch, told)
        outcomes += [_received(file, answer) for file, answer in zip(batch, answers, strict=True)]
        sent(len(batch))
    return outcomes


def batches(files: Sequence[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for file in files:
        file_size = file.stat().st_size
        if batch and (len(batch) == FILES_PER_REQUEST or size + file_size > BYTES_PER_REQUEST):
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += file_size
    if batch:
        yield batch


def follow(
    client: ApiClient, outcomes: Sequence[Outcome], seen: Callable[[int], None], seconds: float | None = None
) -> list[Outcome]:
    """Asks until all are final, or the seconds are over; `seen` is told how many are final. In the order given."""
    deadline = None if seconds is None else time.monotonic() + seconds
    latest = list(outcomes)
    pause = FIRST_POLL_SECONDS
    while True:
        latest = _updated(client, latest)
        final = sum(outcome.is_final for outcome in latest)
        seen(final)
        if final == len(latest) or (deadline is not None and time.monotonic() > deadline):
            return latest
        time.sleep(pause)
        pause = min(pause * 1.2, LONGEST_POLL_SECONDS)


def _received(file: Path, answer: dict[str, Any]) -> Outcome:
    error = answer.get("error") or {}
    return Outcome(
        file,
        "rejected" if answer["job_id"] is None else "pending",
        answer["job_id"],
        reason=error.get("code"),
        message=error.get("detail"),
    )


def _updated(client: ApiClient, outcomes: Sequence[Outcome]) -> list[Outcome]:
    open_jobs = {outcome.job_id for outcome in outcomes if not outcome.is_final and outcome.job_id}
    answers = {job["job_id"]: job for job in client.jobs(sorted(open_jobs))}
    return [
        _with_answer(outcome, answers[outcome.job_id]) if outcome.job_id in answers else outcome for outcome in outcomes
    ]


def _with_answer(outcome: Outcome, job: dict[str, Any]) -> Outcome:
    result = job["result"]
    return replace(
        outcome,
        status=job["status"],
        resume_id=result["resume_id"],
        candidate_id=result["candidate_id"],
        matched_by=result["matched_by"],
        reason=result["status_reason"],
        message=result["status_message"],
    )
