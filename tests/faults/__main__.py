"""Random faults to the whole stack: `python -m tests.faults --runs 25 --uploads 300 --seed 1`.

Exit code 1 if anything did not hold; the seed that is named then repeats the order of the faults.
"""

import argparse
import json
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from tests.faults.run import Result, run_on_own_stack

console = Console(width=160) if not sys.stdout.isatty() else Console()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--uploads", type=int, default=300, help="in each run")
    parser.add_argument("--faults", type=int, default=0, help="in each run; every kind once unless said otherwise")
    parser.add_argument("--seed", type=int, default=1, help="of the first run; the next has the next")
    options = parser.parse_args()
    results = []
    for seed in range(options.seed, options.seed + options.runs):
        results.append(run_on_own_stack(seed, options.uploads, options.faults, console.print))
        show(results[-1])
    console.print(summary_table(results))
    print(json.dumps(summary(results)))
    return int(any(result.violations for result in results))


def show(result: Result) -> None:
    console.print(
        f"seed {result.seed}: {result.uploads} uploads, {result.faults.total()} faults, {result.seconds:.0f} s,"
        f" final {result.seconds_until_final:.0f} s after the last; ended: {dict(result.statuses)};"
        f" refused meanwhile: {dict(result.refusals)};"
        f" {len(result.violations)} violations"
    )
    for violation in result.violations:
        console.print(f"  {violation}", markup=False)


def summary_table(results: list[Result]) -> Table:
    table = Table("Fault", "Times", title="Faults by kind")
    for kind, times in sorted(_total(results).items()):
        table.add_row(kind, str(times))
    return table


def summary(results: list[Result]) -> dict[str, object]:
    return {
        "runs": len(results),
        "uploads": sum(result.uploads for result in results),
        "faults": dict(sorted(_total(results).items())),
        "slowest_final_seconds": round(max((result.seconds_until_final for result in results), default=0.0), 1),
        "violations": {result.seed: result.violations for result in results if result.violations},
    }


def _total(results: list[Result]) -> Counter[str]:
    return sum((result.faults for result in results), Counter())


if __name__ == "__main__":
    sys.exit(main())
