"""What reading and parsing cost beside bare text extraction: `python -m benchmarks.parser_speed`."""

import argparse
import json
import subprocess
import sys
from statistics import mean

from benchmarks.accuracy.browser import find_browser
from benchmarks.accuracy.documents import folder, load_documents, plan
from benchmarks.accuracy.templates import BY_NAME
from benchmarks.figures import print_figures, print_table, quantile
from benchmarks.parser_speed.measure import Times, same_after_storing, time_file
from benchmarks.parser_speed.profiling import profile
from resume_parser import load


def main() -> None:
    arguments = _arguments()
    files = load_files()
    load()
    if arguments.profile:
        profile(files)
    times = [time_file(data, arguments.repeats) for data in files]
    _print(times)
    fresh = measure_fresh()
    print_figures(
        {
            "files": len(files),
            "ratio_mean": mean(one.ratio for one in times),
            "ratio_of_means": mean(one.whole for one in times) / mean(one.bare for one in times),
            "bare_ms_mean": mean(one.bare for one in times) * 1000,
            "read_ms_mean": mean(one.read for one in times) * 1000,
            "parse_ms_mean": mean(one.parse for one in times) * 1000,
            "ms_mean": mean(one.whole for one in times) * 1000,
            "ms_p95": quantile([one.whole for one in times], 0.95) * 1000,
            **fresh,
            "same_from_store": same_after_storing(files),
        }
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.parser_speed", description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="rounds a file; the median counts")
    parser.add_argument("--profile", action="store_true", help="show first where the time goes")
    return parser.parse_args()


def load_files() -> list[bytes]:
    """The PDFs of the accuracy benchmark, without those from HTML where no browser is installed."""
    orders = [
        order
        for order in plan()
        if BY_NAME[order.template].suffix == ".pdf" and (find_browser() or not BY_NAME[order.template].needs_browser)
    ]
    return [document.path.read_bytes() for document in load_documents(orders)]


def measure_fresh() -> dict[str, float]:
    """`load_s`, `first_ms` and `peak_mb` of a new process that parses every file once."""
    command = [sys.executable, "-m", "benchmarks.parser_speed.fresh", str(folder())]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def _print(times: list[Times]) -> None:
    rows = [
        (name, mean(column) * 1000, quantile(column, 0.5) * 1000, quantile(column, 0.95) * 1000, max(column) * 1000)
        for name, column in (
            ("bare get_text", [one.bare for one in times]),
            ("read", [one.read for one in times]),
            ("parse", [one.parse for one in times]),
            ("read and parse", [one.whole for one in times]),
        )
    ]
    print_table(f"{len(times)} PDF resumes, ms", ("step", "mean", "median", "p95", "max"), rows)


if __name__ == "__main__":
    main()
