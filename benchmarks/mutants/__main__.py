"""Whether anything breaks the parser: `python -m benchmarks.mutants`.

Takes the gallery's and the generated documents, changes them at random, parses each mutant. What breaks is shrunk and
kept in `tests/resume_parser/mutants`, where a test reads it ever after.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.accuracy.browser import find_browser
from benchmarks.accuracy.documents import load_documents, plan
from benchmarks.accuracy.gallery import load_gallery
from benchmarks.accuracy.templates import BY_NAME
from benchmarks.figures import print_figures, print_table, quantile
from benchmarks.mutants.shrink import keep, shrink
from benchmarks.mutants.trial import Share, Trial, mutant_of, prepare, try_all
from resume_parser import Document, ParserError, read_document

KEPT = Path("tests/resume_parser/mutants")
CHUNK = 50


def main() -> None:
    arguments = _arguments()
    documents = read_originals()
    shares = list(_shares(sorted(documents), arguments.first, arguments.count))
    trials: list[Trial] = []
    peak_mb = 0.0
    with ProcessPoolExecutor(
        arguments.processes, get_context("spawn"), initializer=prepare, initargs=(documents,)
    ) as pool:
        for done, megabytes in track(
            pool.map(try_all, shares), "mutants", total=len(shares), console=Console(stderr=True)
        ):
            trials += done
            peak_mb = max(peak_mb, megabytes)
    _print_faults(trials, documents)
    slowest = max(trials, key=lambda trial: trial.seconds)
    print_figures(
        {
            "mutants": len(trials),
            "originals": len(documents),
            "broken": sum(trial.fault is not None for trial in trials),
            "ms_median": quantile([trial.seconds for trial in trials], 0.5) * 1000,
            "ms_p99": quantile([trial.seconds for trial in trials], 0.99) * 1000,
            "ms_slowest": slowest.seconds * 1000,
            "slowest": f"{slowest.name}:{slowest.number}",
            "peak_mb": peak_mb,
        }
    )
    sys.exit(any(trial.fault for trial in trials))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="how many mutants")
    parser.add_argument("--first", type=int, default=0, help="number of the first; another one gives other mutants")
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


def read_originals() -> dict[str, Document]:
    """The documents that may be learnt from."""
    orders = [order for order in plan() if find_browser() or not BY_NAME[order.template].needs_browser]
    read = {}
    for labelled in [*load_documents(orders), *load_gallery("gallery_tune")]:
        try:
            read[labelled.name] = read_document(labelled.path.read_bytes())
        except ParserError:
            continue
    return read


def _shares(names: list[str], first: int, count: int) -> Iterator[Share]:
    wanted = [(names[place % len(names)], first + place // len(names)) for place in range(count)]
    return (tuple(wanted[start : start + CHUNK]) for start in range(0, count, CHUNK))


def _print_faults(trials: list[Trial], documents: Mapping[str, Document]) -> None:
    """Each fault once, with how often it came and where its smallest mutant is kept."""
    first_of = {trial.fault: trial for trial in reversed(trials) if trial.fault}
    counts = Counter(trial.fault for trial in trials if trial.fault)
    rows = []
    for fault, count in counts.most_common():
        trial = first_of[fault]
        document = shrink(mutant_of(documents, trial.name, trial.number), fault)
        rows.append((fault, count, f"{trial.name}:{trial.number}", str(keep(trial, document, KEPT))))
    print_table("what broke", ("fault", "mutants", "first", "kept as"), rows)


if __name__ == "__main__":
    main()
