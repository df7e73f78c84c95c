"""Files to send, and the way of a batch through the running stack."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from resume_parser.readers.ocr import is_available

SAMPLES = Path(__file__).parents[2] / "samples"
FINAL = {"completed", "needs_review", "failed"}
PATIENCE_SECONDS = 240.0

Files = list[tuple[str, bytes]]
Job = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    path: Path
    expected: dict[str, Any]

    @property
    def reason(self) -> str | None:
        """Why it cannot become a candidate; None for a good one."""
        if "without_ocr" in self.expected and not is_available():
            return str(self.expected["without_ocr"]["status_reason"])
        return self.expected.get("error")


def samples() -> list[Sample]:
    return [
        Sample(path, json.loads((SAMPLES / "expected" / f"{path.stem}.json").read_text()))
        for path in sorted(SAMPLES.iterdir())
        if path.is_file()
    ]


def changed(name: str, content: bytes, number: int) -> tuple[str, bytes]:
    """A copy with other bytes and the same text."""
    mark = f"copy {number}"
    if name.endswith(".docx"):
        buffer = io.BytesIO(content)
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.comment = mark.encode()
        content = buffer.getvalue()
    elif name.endswith(".pdf"):
        content += f"\n% {mark}\n".encode()
    else:
        content += b"\n" * number
    return f"{number:03d}-{name}", content


def copies(count: int, first: int) -> Files:
    """Of the good samples in turn; `first` keeps the tests' files apart."""
    good = [sample.path for sample in samples() if sample.reason is None and "without_ocr" not in sample.expected]
    chosen = ((number, good[number % len(good)]) for number in range(first, first + count))
    return [changed(path.name, path.read_bytes(), number) for number, path in chosen]


@pytest.fixture
def upload(stack_api: httpx.Client) -> Callable[[Files], list[str]]:
    """Sends files as one batch; their job ids, in order."""

    def send(files: Files) -> list[str]:
        response = stack_api.post("/api/v1/resumes/upload-batch", files=[("files", file) for file in files])
        assert response.status_code == 202, response.text
        job_ids = [item["job_id"] for item in response.json()]
        assert all(job_ids), response.text
        return job_ids

    return send


@pytest.fixture
def finish(stack_api: httpx.Client) -> Callable[[Iterable[str]], list[Job]]:
    """Waits until all these jobs are final; the jobs, in order."""

    def wait(job_ids: Iterable[str]) -> list[Job]:
        ids = list(job_ids)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            jobs: list[Job] = stack_api.get("/api/v1/jobs", params={"ids": ",".join(ids)}).json()["items"]
            waiting = [job["status"] for job in jobs if job["status"] not in FINAL]
            if len(jobs) == len(set(ids)) and not waiting:
                by_id = {job["job_id"]: job for job in jobs}
                return [by_id[job_id] for job_id in ids]
            assert time.monotonic() < deadline, f"{len(waiting)} of {len(ids)} are not final: {sorted(set(waiting))}"
            time.sleep(0.3)

    return wait


@pytest.fixture(scope="session")
def all_samples() -> list[Sample]:
    return samples()


@pytest.fixture
def ingested_samples(
    all_samples: list[Sample],
    upload: Callable[[Files], list[str]],
    finish: Callable[[Iterable[str]], list[Job]],
) -> dict[str, Job]:
    """The samples' jobs, all final, by file name. Uploading them again costs nothing."""
    jobs = finish(upload([(sample.path.name, sample.path.read_bytes()) for sample in all_samples]))
    return {sample.path.name: job for sample, job in zip(all_samples, jobs, strict=True)}


@pytest.fixture
def count_candidates(stack_api: httpx.Client) -> Callable[[], int]:
    def count() -> int:
        total, cursor = 0, None
        while True:
            params = {"limit": 100} | ({"cursor": cursor} if cursor else {})
            page = stack_api.get("/api/v1/candidates", params=params).json()
            total, cursor = total + len(page["items"]), page["next_cursor"]
            if cursor is None:
                return total

    return count


@pytest.fixture
def make_copies() -> Callable[[int, int], Files]:
    return copies
