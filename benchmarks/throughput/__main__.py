"""`python -m benchmarks.throughput`: upload-batch, sweep and backfill against the bare parser and a Celery peer."""

import argparse
import tempfile
from pathlib import Path
from statistics import fmean

from benchmarks.documents import write_documents
from benchmarks.figures import print_figures, print_table
from benchmarks.growth.database import database
from benchmarks.processor_time import processor_time
from benchmarks.running import stack
from benchmarks.throughput import bare
from benchmarks.throughput.celery_client import WARM_UP_FILES
from benchmarks.throughput.celery_peer import celery_peer, is_available
from benchmarks.throughput.system import System

WARM_UP = 60


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="intake-bench-files-") as name:
        folder = Path(name)
        count = arguments.resumes
        paths = write_documents(folder / "resumes", WARM_UP + 2 * count)
        uploaded, swept = paths[WARM_UP : WARM_UP + count], paths[WARM_UP + count :]
        figures: dict[str, float | None] = {}
        bare_before = bare.parse_files(uploaded)
        figures["celery"] = _celery(paths[:WARM_UP][:WARM_UP_FILES] + uploaded, folder)
        with stack() as running:
            system = System(running)
            system.warm_up(paths[:WARM_UP])
            with processor_time() as spent_on_uploads:
                figures["upload_batch"] = system.upload_batch(uploaded)
            with processor_time() as spent_on_sweep:
                figures["sweep"] = system.sweep(swept)
            system.multiply_stored(arguments.backfill)
            figures["backfill"], backfilled = system.backfill()
            stored = system.stored()
        figures["bare_backfill"] = bare.parse_stored(stored)
        # Twice, as a machine that others use as well is not as quick all the time.
        figures["bare_parser"] = fmean((bare_before, bare.parse_files(uploaded)))
    _print_processor_time({"upload-batch": spent_on_uploads, "sweep": spent_on_sweep}, count)
    _print(figures, count, backfilled)


def _celery(paths: list[Path], folder: Path) -> float | None:
    if not is_available():
        print("Redis is not installed: the Celery peer is left out.")
        return None
    with database() as url, celery_peer(url, folder) as peer:
        return peer.ingest(paths)


def _print_processor_time(spent: dict[str, dict[str, float]], resumes: int) -> None:
    parts = {part for seconds in spent.values() for part in seconds}
    total = {part: sum(seconds[part] for seconds in spent.values()) for part in parts}
    print_table(
        "Processor milliseconds a resume",
        ("part", *spent),
        [
            (part, *(1000 * seconds[part] / resumes for seconds in spent.values()))
            for part in sorted(total, key=total.__getitem__, reverse=True)
        ]
        + [("all", *(1000 * sum(seconds.values()) / resumes for seconds in spent.values()))],
    )


def _print(figures: dict[str, float | None], resumes: int, backfilled: int) -> None:
    def ratio(name: str, against: str) -> str:
        own, other = figures[name], figures[against]
        return f"{own / other:.2f}" if own and other else "-"

    print_table(
        f"Resumes a second: {resumes} by upload-batch and by sweep, {backfilled} by backfill",
        ("contender", "resumes/s", "of the bare parser", "of Celery"),
        [
            (
                "upload-batch",
                figures["upload_batch"],
                ratio("upload_batch", "bare_parser"),
                ratio("upload_batch", "celery"),
            ),
            ("sweep", figures["sweep"], ratio("sweep", "bare_parser"), ratio("sweep", "celery")),
            ("Celery + Redis peer", figures["celery"], ratio("celery", "bare_parser"), ""),
            ("bare parser", figures["bare_parser"], "", ""),
            ("backfill", figures["backfill"], ratio("backfill", "bare_backfill"), ""),
            ("bare parse of stored text", figures["bare_backfill"], "", ""),
        ],
    )
    print_figures(figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    parser.add_argument(
        "--resumes", type=int, default=1000, help="resumes by upload-batch, and by sweep (default 1000)"
    )
    parser.add_argument("--backfill", type=int, default=10_000, help="stored resumes to parse again (default 10000)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
