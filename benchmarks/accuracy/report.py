"""The tables, the errors to read, and the figures as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.accuracy.evaluate import Result
from benchmarks.accuracy.scoring.calibration import (
    AREAS,
    bins_of,
    errors_by_area,
    expected_calibration_error,
    sure_and_wrong,
)
from benchmarks.accuracy.scoring.score import FIELDS, Outcome, Scores


def all_outcomes(results: Iterable[Result]) -> list[Outcome]:
    return [outcome for result in results for outcome in result.outcomes]


def print_fields(console: Console, split: str, results: list[Result]) -> None:
    outcomes = all_outcomes(results)
    scores = Scores.of(outcomes)
    table = Table(title=f"{split}: {len(results)} documents, macro F1 {scores.macro:.3f}")
    for column in ("field", "precision", "recall", "F1", "wanted", "found", "ECE"):
        table.add_column(column, justify="left" if column == "field" else "right")
    for name in FIELDS:
        counts = scores.by_field[name]
        error = expected_calibration_error(one for one in outcomes if one.field == name)
        figures = (f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}")
        table.add_row(name, *figures, str(counts.wanted), str(counts.found), f"{error:.3f}")
    console.print(table)


def print_templates(console: Console, split: str, results: list[Result]) -> None:
    """Macro F1 and the two weakest fields of each template."""
    table = Table("template", "documents", "macro F1", "weakest fields", title=f"{split}: templates")
    for template in sorted({result.document.template for result in results}):
        own = [result for result in results if result.document.template == template]
        scores = Scores.of(all_outcomes(own))
        weakest = sorted((counts.f1, name) for name, counts in scores.by_field.items())[:2]
        shown = ", ".join(f"{name} {f1:.2f}" for f1, name in weakest if f1 < 1)
        table.add_row(template, str(len(own)), f"{scores.macro:.3f}", shown)
    console.print(table)


def print_trust(console: Console, split: str, results: list[Result]) -> None:
    """By area: calibration error, and how many of the values that need no look are wrong."""
    outcomes = all_outcomes(results)
    table = Table("area", "values", "ECE", "sure", "sure and wrong", title=f"{split}: confidence")
    for area, error in errors_by_area(outcomes).items():
        own = [one for one in outcomes if one.field in AREAS[area] and one.found is not None]
        sure, wrong = sure_and_wrong(own)
        table.add_row(area, str(len(own)), f"{error:.3f}", str(sure), f"{wrong} ({wrong / max(1, sure):.1%})")
    console.print(table)


def print_calibration(console: Console, split: str, results: list[Result]) -> None:
    outcomes = all_outcomes(results)
    table = Table("confidence", "right", "values", title=f"{split}: ECE {expected_calibration_error(outcomes):.3f}")
    for one in bins_of(outcomes):
        table.add_row(f"{one.mean_confidence:.2f}", f"{one.share_right:.2f}", str(one.count))
    console.print(table)


def write_errors(path: Path, results: list[Result]) -> None:
    """Every wrong value, worst documents first, each with the text that the parser read."""
    ranked = sorted(results, key=lambda result: Scores.of(result.outcomes).macro)
    path.write_text("\n\n".join(_errors_of(result) for result in ranked if _wrong(result)) + "\n", encoding="utf-8")


def _wrong(result: Result) -> list[Outcome]:
    return [outcome for outcome in result.outcomes if not outcome.right]


def _errors_of(result: Result) -> str:
    head = f"=== {result.document.name} ({result.document.path.name}) macro {Scores.of(result.outcomes).macro:.3f}"
    lines = [head + (f" ERROR {result.error}" if result.error else "")]
    lines += [f"  {one.field}: found {one.found!r}, wanted {one.wanted!r}" for one in _wrong(result)]
    return "\n".join([*lines, "  ---", *(f"  | {line}" for line in result.raw_text.splitlines())])


def figures(results: list[Result]) -> dict[str, Any]:
    outcomes = all_outcomes(results)
    scores = Scores.of(outcomes)
    sure, sure_wrong = sure_and_wrong(outcomes)
    return {
        "documents": len(results),
        "macro": round(scores.macro, 4),
        "fields": {name: round(scores.by_field[name].f1, 4) for name in FIELDS},
        "ece": round(expected_calibration_error(outcomes), 4),
        "ece_by_area": {area: round(error, 4) for area, error in errors_by_area(outcomes).items()},
        "sure": sure,
        "sure_and_wrong": sure_wrong,
        "unreadable": sum(result.error is not None for result in results),
        "differs_from_store": sum(not result.same_from_store for result in results),
    }
