"""`python -m benchmarks.load`: concurrent clients that upload and ask how their uploads do."""

import argparse
import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from benchmarks.documents import documents
from benchmarks.figures import print_figures, print_table, quantile
from benchmarks.running import stack

FINAL = {"completed", "needs_review", "failed"}


@dataclass
class Seen:
    """What the clients measured, in milliseconds, and what went wrong."""

    uploads: list[float] = field(default_factory=list)
    states: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    jobs: set[str] = field(default_factory=set)
    final: set[str] = field(default_factory=set)


def main() -> None:
    arguments = _arguments()
    files = documents(arguments.clients * arguments.uploads + 2)
    with stack() as running:
        _warm_up(running.api_url, files)
        started = time.perf_counter()
        seen = asyncio.run(_drive(running.api_url, files, arguments))
        seconds = time.perf_counter() - started
    _print(seen, seconds, arguments)


def _warm_up(api_url: str, files: Iterator[tuple[str, bytes]]) -> None:
    with httpx.Client(base_url=api_url, timeout=30) as api:
        job = api.post("/api/v1/resumes/upload", files={"file": next(files)}).raise_for_status().json()["job_id"]
        while api.get(f"/api/v1/jobs/{job}").json()["status"] not in FINAL:
            time.sleep(0.1)


async def _drive(api_url: str, files: Iterator[tuple[str, bytes]], arguments: argparse.Namespace) -> Seen:
    seen = Seen()
    limits = httpx.Limits(max_connections=arguments.clients)
    async with httpx.AsyncClient(base_url=api_url, timeout=60, limits=limits) as api:
        await asyncio.gather(
            *(
                _client(api, [next(files) for _ in range(arguments.uploads)], arguments, seen)
                for _ in range(arguments.clients)
            )
        )
    return seen


async def _client(
    api: httpx.AsyncClient, files: list[tuple[str, bytes]], arguments: argparse.Namespace, seen: Seen
) -> None:
    """Uploads, then asks once, waits, and goes on; at the end asks until all its uploads are final."""
    mine: list[str] = []
    for file in files:
        await asyncio.sleep(arguments.pause * (0.5 + uuid4().int % 1000 / 1000))
        if job := await _upload(api, file, seen):
            mine.append(job)
            await _ask(api, [job], seen)
    deadline = time.perf_counter() + arguments.patience
    while (waiting := [job for job in mine if job not in seen.final]) and time.perf_counter() < deadline:
        await asyncio.sleep(1)
        await _ask(api, waiting, seen)


async def _upload(api: httpx.AsyncClient, file: tuple[str, bytes], seen: Seen) -> str | None:
    started = time.perf_counter()
    try:
        response = await api.post("/api/v1/resumes/upload", files={"file": file})
    except httpx.TransportError as error:
        seen.errors.append(type(error).__name__)
        return None
    seen.uploads.append((time.perf_counter() - started) * 1000)
    if response.status_code != 202:
        seen.errors.append(f"upload {response.status_code}")
        return None
    job: str = response.json()["job_id"]
    seen.jobs.add(job)
    return job


async def _ask(api: httpx.AsyncClient, jobs: list[str], seen: Seen) -> None:
    started = time.perf_counter()
    try:
        response = await api.get("/api/v1/jobs", params={"ids": ",".join(jobs)})
    except httpx.TransportError as error:
        seen.errors.append(type(error).__name__)
        return
    seen.states.append((time.perf_counter() - started) * 1000)
    if response.is_success:
        seen.final |= {job["job_id"] for job in response.json()["items"] if job["status"] in FINAL}
    else:
        seen.errors.append(f"state {response.status_code}")


def _print(seen: Seen, seconds: float, arguments: argparse.Namespace) -> None:
    print_table(
        f"{arguments.clients} clients, {len(seen.jobs)} resumes, {seconds:.0f} s until all were final; milliseconds",
        ("request", "count", "p50", "p95", "p99", "max"),
        [
            (name, len(times), *(quantile(times, share) for share in (0.5, 0.95, 0.99, 1.0)))
            for name, times in (("upload", seen.uploads), ("states", seen.states))
        ],
    )
    for error in sorted(set(seen.errors)):
        print(f"error: {error}, {seen.errors.count(error)} times")
    print_figures(
        {
            "upload_p50_ms": quantile(seen.uploads, 0.5),
            "upload_p99_ms": quantile(seen.uploads, 0.99),
            "status_p50_ms": quantile(seen.states, 0.5),
            "status_p99_ms": quantile(seen.states, 0.99),
            "errors": len(seen.errors),
            "lost": len(seen.jobs - seen.final),
            "resumes_per_s": len(seen.final) / seconds,
        }
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--clients", type=int, default=50, help="clients at once (default 50)")
    parser.add_argument("--uploads", type=int, default=12, help="uploads of each client (default 12)")
    parser.add_argument(
        "--pause", type=float, default=2.0, help="mean pause of a client before an upload, s (default 2)"
    )
    parser.add_argument(
        "--patience", type=float, default=300.0, help="how long to wait for the last ones, s (default 300)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
