"""`python -m benchmarks.growth`: dedup, persist and pages with up to a million candidates; memory of a worker."""

import argparse
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import psycopg2
from fastapi.testclient import TestClient

from api.app import create_app
from benchmarks.figures import print_figures, print_table
from benchmarks.growth.database import database, fill
from benchmarks.growth.measure import dedup_and_persist_ms, page_times_ms, worker_memory_mb

STORED_PER_SIZE = 200


def main() -> None:
    arguments = _arguments()
    sizes: list[int] = arguments.candidates
    persist: list[float] = []
    pages: list[dict[str, float]] = []
    with (
        database() as url,
        TestClient(create_app(), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)) as client,
    ):
        for size in sizes:
            fill(url, size)
            dedup_and_persist_ms(_new_resumes(url, size, 20), size, 20)
            persist.append(dedup_and_persist_ms(_new_resumes(url, -size, STORED_PER_SIZE), size, STORED_PER_SIZE))
            pages.append(page_times_ms(client, size))
            print(f"  measured with {size:,} candidates", flush=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        memory = pool.submit(worker_memory_mb, arguments.documents).result()
    _print(sizes, persist, pages, arguments.documents, memory)


def _new_resumes(url: str, series: int, count: int) -> list[int]:
    """Rows to store the records for."""
    with psycopg2.connect(url.replace("+psycopg2", "")) as connection, connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO resumes (file_name, file_path, file_hash, upload_status)
               SELECT 'new', 'new', md5(%(series)s || 'a' || n) || md5(%(series)s || 'b' || n), 'processing'
               FROM generate_series(1, %(count)s) n RETURNING id""",
            {"series": str(series), "count": count},
        )
        return [row[0] for row in cursor.fetchall()]


def _print(
    sizes: list[int], persist: list[float], pages: list[dict[str, float]], documents: list[int], memory: list[float]
) -> None:
    print_table(
        "Milliseconds (median) by number of candidates",
        ("", *(f"{size:,}" for size in sizes)),
        [("dedup + persist", *persist), *((name, *(times[name] for times in pages)) for name in pages[0])],
    )
    print_table(
        "Resident megabytes of a worker process",
        ("after documents", "MB"),
        [(f"{count:,}", size) for count, size in zip(documents, memory, strict=True)],
    )
    print_figures(
        {
            "dedup_persist_ratio_1m_to_10k": persist[-1] / persist[0],
            "page_ms_1m": max(pages[-1].values()),
            "memory_ratio": memory[-1] / memory[0],
        }
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--candidates", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="table sizes")
    parser.add_argument("--documents", type=int, nargs="+", default=[500, 10_000], help="documents a worker has read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
