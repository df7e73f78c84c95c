"""`python -m benchmarks.throughput`: upload-batch, sweep and backfill against the bare parser and a Celery peer."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

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
RATIOS = (
    ("upload_batch", "bare_parser"),
    ("upload_batch", "celery"),
    ("sweep", "bare_parser"),
    ("sweep", "celery"),
    ("celery", "bare_parser"),
    ("backfill", "bare_backfill"),
)

Figures = dict[str, float | None]


class Spent(NamedTuple):
    """Processor seconds by part of the stack."""

    uploads: dict[str, float]
    sweep: dict[str, float]


def main() -> None:
    arguments = _arguments()
    count = arguments.resumes
    rounds: list[Figures] = []
    with tempfile.TemporaryDirectory(prefix="intake-bench-files-") as name:
        folder = Path(name)
        paths = write_documents(folder / "resumes", WARM_UP + 2 * count * arguments.rounds)
        for number in range(arguments.rounds):
            first = WARM_UP + 2 * count * number
            uploaded, swept = paths[first : first + count], paths[first + count : first + 2 * count]
            figures, spent = _round(paths[:WARM_UP], uploaded, swept, arguments.backfill, folder / f"peer-{number}")
            print_figures(figures)
            rounds.append(figures)
    _print_processor_time(spent, count)
    _print(rounds, count, arguments.backfill)


def _round(
    warm_up: list[Path], uploaded: list[Path], swept: list[Path], backfill: int, peer_folder: Path
) -> tuple[Figures, Spent]:
    """Every contender once, one after another: a machine that others use as well is not as quick all the time."""
    figures: Figures = {"bare_parser": bare.parse_files(uploaded)}
    peer_folder.mkdir()
    figures["celery"] = _celery(warm_up[:WARM_UP_FILES] + uploaded, peer_folder)
    with stack() as running:
        system = System(running)
        system.warm_up(warm_up)
        with processor_time() as spent_on_uploads:
            figures["upload_batch"] = system.upload_batch(uploaded)
        with processor_time() as spent_on_sweep:
            figures["sweep"] = system.sweep(swept)
        system.multiply_stored(backfill)
        figures["backfill"], _ = system.backfill()
        stored = system.stored()
    figures["bare_backfill"] = bare.parse_stored(stored)
    return figures, Spent(spent_on_uploads, spent_on_sweep)


def _celery(paths: list[Path], folder: Path) -> float | None:
    if not is_available():
        print("Redis is not installed: the Celery peer is left out.")
        return None
    with database() as url, celery_peer(url, folder) as peer:
        return peer.ingest(paths)


def _print_processor_time(spent: Spent, resumes: int) -> None:
    """Of the last round."""
    columns = {"upload-batch": spent.uploads, "sweep": spent.sweep}
    parts = {part for seconds in columns.values() for part in seconds}
    total = {part: sum(seconds[part] for seconds in columns.values()) for part in parts}
    print_table(
        "Processor milliseconds a resume",
        ("part", *columns),
        [
            (part, *(1000 * seconds[part] / resumes for seconds in columns.values()))
            for part in sorted(total, key=total.__getitem__, reverse=True)
        ]
        + [("all", *(1000 * sum(seconds.values()) / resumes for seconds in columns.values()))],
    )


def _print(rounds: Sequence[Figures], resumes: int, backfilled: int) -> None:
    """Medians of the rounds; a ratio is the median of each round's own."""
    figures = {name: _median([figures[name] for figures in rounds]) for name in rounds[0]}
    for name, against in RATIOS:
        figures[f"{name}_of_{against}"] = _median([_ratio(figures[name], figures[against]) for figures in rounds])

    def shown(name: str) -> str:
        value = figures.get(name)
        return "-" if value is None else f"{value:.2f}"

    def cells(title: str, name: str, bare_name: str) -> tuple[str, str, str, str]:
        return title, shown(name), shown(f"{name}_of_{bare_name}"), shown(f"{name}_of_celery")

    print_table(
        f"Resumes a second, medians of {len(rounds)} rounds: {resumes} by upload-batch and by sweep, {backfilled} by backfill",
        ("contender", "resumes/s", "of the bare parser", "of Celery"),
        [
            cells("upload-batch", "upload_batch", "bare_parser"),
            cells("sweep", "sweep", "bare_parser"),
            cells("Celery + Redis peer", "celery", "bare_parser"),
            cells("bare parser", "bare_parser", ""),
            cells("backfill", "backfill", "bare_backfill"),
            cells("bare parse of stored text", "bare_backfill", ""),
        ],
    )
    print_figures(figures)


def _ratio(own: float | None, other: float | None) -> float | None:
    return own / other if own and other else None


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    parser.add_argument(
        "--resumes", type=int, default=1000, help="resumes by upload-batch, and by sweep (default 1000)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each contender has its turn (default 3)")
    parser.add_argument("--backfill", type=int, default=10_000, help="stored resumes to parse again (default 10000)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
