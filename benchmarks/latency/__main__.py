"""`python -m benchmarks.latency`: one upload at a time, from POST to its final status."""

import argparse
import random
import time
from collections.abc import Iterator

import httpx

from benchmarks.documents import documents
from benchmarks.figures import print_figures, print_table, quantile
from benchmarks.latency.stock import stock_worker
from benchmarks.running import stack

FINAL = {"completed", "needs_review", "failed"}
POLL_SECONDS = 0.02
GIVE_UP_SECONDS = 120.0


def main() -> None:
    arguments = _arguments()
    files = documents(arguments.runs + arguments.stock_runs + 4)
    with stack() as running, httpx.Client(base_url=running.api_url, timeout=30) as api:
        for _ in range(2):
            _time_one(api, next(files))
        warm = _measure(api, files, arguments.runs)
        with stock_worker(running):
            _time_one(api, next(files))
            stock = _measure(api, files, arguments.stock_runs)
    print_table(
        "Seconds from POST to final status, one at a time",
        ("worker", "runs", "min", "p50", "p95", "max"),
        [
            (name, len(times), min(times), quantile(times, 0.5), quantile(times, 0.95), max(times))
            for name, times in (("warm-process", warm), ("process (stock)", stock))
        ],
    )
    p50, stock_p50 = quantile(warm, 0.5), quantile(stock, 0.5)
    print_figures({"p50_s": p50, "p95_s": quantile(warm, 0.95), "stock_p50_s": stock_p50, "ratio": stock_p50 / p50})


def _measure(api: httpx.Client, files: Iterator[tuple[str, bytes]], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        # A person's upload falls anywhere between two polls of the worker.
        time.sleep(1 + random.random())
        times.append(_time_one(api, next(files)))
    return times


def _time_one(api: httpx.Client, file: tuple[str, bytes]) -> float:
    started = time.perf_counter()
    answer = api.post("/api/v1/resumes/upload", files={"file": file}).raise_for_status().json()
    while time.perf_counter() - started < GIVE_UP_SECONDS:
        job = api.get(f"/api/v1/jobs/{answer['job_id']}").raise_for_status().json()
        if job["status"] in FINAL:
            return time.perf_counter() - started
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"Job {answer['job_id']} is still {job['status']} after {GIVE_UP_SECONDS:.0f} s.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.latency", description=__doc__)
    parser.add_argument("--runs", type=int, default=40, help="uploads with the warm worker (default 40)")
    parser.add_argument("--stock-runs", type=int, default=7, help="uploads with the stock worker (default 7)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
