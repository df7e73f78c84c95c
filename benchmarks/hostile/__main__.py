"""Whatever the file, a named outcome within limits: `python -m benchmarks.hostile`.

Takes the gallery's, the corpus' and the sample documents, changes them at random, adds the crafted files, and has each of
them read under the full limits by the process that reads.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.figures import print_figures, print_table, quantile
from benchmarks.hostile.bombs import BOMBS
from benchmarks.hostile.trial import Readers, Trial

FOLDERS = ("samples", "tests/corpus", "benchmarks/accuracy/gallery")
SUFFIXES = {".pdf", ".docx", ".txt"}
SLOWEST = 8


def main() -> None:
    arguments = _arguments()
    originals = read_originals()
    trials, peak_mb = run(originals, arguments.count, arguments.first, arguments.processes)
    _print(trials)
    faults = [trial for trial in trials if trial.outcome.startswith("FAULT")]
    print_figures(
        {
            "files": len(trials),
            "crafted": len(BOMBS),
            "faults": len(faults),
            "seconds_median": quantile([trial.seconds for trial in trials], 0.5),
            "seconds_p99": quantile([trial.seconds for trial in trials], 0.99),
            "seconds_slowest": max(trial.seconds for trial in trials),
            "peak_mb": peak_mb,
        }
    )
    sys.exit(bool(faults))


def read_originals() -> dict[str, bytes]:
    found = (path for folder in FOLDERS for path in sorted(Path(folder).rglob("*")) if path.suffix in SUFFIXES)
    return {str(path): path.read_bytes() for path in found}


def run(originals: Mapping[str, bytes], count: int, first: int, processes: int) -> tuple[list[Trial], float]:
    """`count` mutants, spread evenly over the originals, and all crafted files; and the most memory, in MB."""
    names = sorted(originals)
    mutants = [(names[number % len(names)], number // len(names)) for number in range(first, first + count)]
    readers = Readers()
    try:
        with ThreadPoolExecutor(processes) as pool:
            tried = pool.map(lambda mutant: readers.try_mutant(originals, *mutant), mutants)
            trials = list(track(tried, "mutants", total=count, console=Console(stderr=True)))
            trials += pool.map(readers.try_bomb, BOMBS)
    finally:
        readers.stop()
    return trials, readers.peak_mb


def _print(trials: Sequence[Trial]) -> None:
    kinds = sorted({trial.kind for trial in trials})
    counts = Counter((trial.outcome, trial.kind) for trial in trials)
    outcomes = Counter(trial.outcome for trial in trials)
    print_table(
        "Outcomes",
        ["outcome", *kinds, "all"],
        [
            [outcome, *(str(counts[outcome, kind]) for kind in kinds), str(total)]
            for outcome, total in outcomes.most_common()
        ],
    )
    slowest = sorted(trials, key=lambda trial: trial.seconds, reverse=True)[:SLOWEST]
    print_table(
        "The slowest",
        ["file", "outcome", "seconds", "allowed of the processor"],
        [
            [Path(trial.name).name, trial.outcome, f"{trial.seconds:.2f}", f"{trial.allowed_seconds:.2f}"]
            for trial in slowest
        ],
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--count", type=int, default=3_500, help="mutants; the crafted files come on top")
    parser.add_argument("--first", type=int, default=0, help="number of the first mutant, to go on from an earlier run")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
