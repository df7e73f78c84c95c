"""`python -m benchmarks.hostile_crowd`: bombs and honest resumes sent together, then scans while all cores are busy."""

import argparse
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from benchmarks.documents import documents
from benchmarks.figures import print_figures, print_table
from benchmarks.hostile_crowd.crowd import Sent, mixed_crowd, scans
from benchmarks.hostile_crowd.trial import Fate, send_and_follow
from benchmarks.running import stack
from resume_parser.readers.ocr import is_available

WARM_UP = 20
PAGES = 4


def main() -> None:
    arguments = _arguments()
    crowd = mixed_crowd(arguments.bombs, arguments.honest)
    with stack() as running:
        warm_up = documents(arguments.honest + WARM_UP)
        send_and_follow(running, [Sent("honest", *each) for each in list(warm_up)[arguments.honest :]])
        fates = send_and_follow(running, crowd)
        _print_outcomes("A hostile crowd", fates)
        scanned: list[Fate] = []
        if is_available():
            with busy_cores():
                scanned = send_and_follow(running, scans(arguments.scans, PAGES))
            _print_outcomes(f"Scans of {PAGES} pages while all cores are busy", scanned)
        else:
            print("No engine of OCR is installed: the scans are left out.")
    print_figures(
        {
            "slowest_honest_seconds": _last(fates, "honest"),
            "bombs_final_seconds": _last(fates, "bomb"),
            "sent_out_too_often": sum(fate.sendings > fate.expected_sendings for fate in fates + scanned),
            "scans_final_seconds": _last(scanned, "scan"),
            "scans_poison": sum(fate.reason == "poison" for fate in scanned),
        }
    )


@contextmanager
def busy_cores() -> Iterator[None]:
    """As many processes that do nothing but count as there are cores."""
    burners = [multiprocessing.Process(target=_burn, daemon=True) for _ in range(os.cpu_count() or 1)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.terminate()
            burner.join()


def _burn() -> None:
    while True:
        sum(range(100_000))


def _last(fates: Sequence[Fate], sort: str) -> float | None:
    return max((fate.seconds for fate in fates if fate.sort == sort), default=None)


def _print_outcomes(title: str, fates: Sequence[Fate]) -> None:
    kinds = Counter((fate.sort, fate.status, fate.reason or "") for fate in fates)
    rows = []
    for (sort, status, reason), count in sorted(kinds.items()):
        same = [fate for fate in fates if (fate.sort, fate.status, fate.reason or "") == (sort, status, reason)]
        often = Counter(fate.sendings for fate in same)
        rows.append(
            (
                *(sort, status, reason, count),
                max(fate.seconds for fate in same),
                ", ".join(f"{number} x {times}" for times, number in sorted(often.items())),
            )
        )
    print_table(title, ("sort", "status", "reason", "files", "last after s", "sent out"), rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile_crowd", description=__doc__)
    parser.add_argument("--bombs", type=int, default=100)
    parser.add_argument("--honest", type=int, default=100)
    parser.add_argument("--scans", type=int, default=12)
    return parser.parse_args()


if __name__ == "__main__":
    main()
