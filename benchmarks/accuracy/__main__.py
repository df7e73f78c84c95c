"""How much of a resume the parser gets right: `python -m benchmarks.accuracy`."""

import argparse
import json
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.accuracy import report, unread
from benchmarks.accuracy.browser import find_browser
from benchmarks.accuracy.damage import DAMAGES, tell_damaged
from benchmarks.accuracy.documents import CACHE, Labelled, load_documents, plan
from benchmarks.accuracy.evaluate import evaluate
from benchmarks.accuracy.gallery import GALLERY_SPLITS, load_gallery
from benchmarks.accuracy.templates import BY_NAME
from resume_parser.entries.scoring import score_by_cues

SPLITS = ("tune", "held_out", *GALLERY_SPLITS)
TUNED = ("tune", "gallery_tune")
"""Splits whose errors may be read."""


def main() -> None:
    arguments = _arguments()
    console = Console(width=120)
    splits = SPLITS if arguments.split == "all" else (arguments.split,)
    documents = _documents(console, splits, arguments.templates)
    if not arguments.templates:
        documents += [one for split in GALLERY_SPLITS if split in splits for one in load_gallery(split)]
    scorer = score_by_cues if arguments.no_model else None
    results = [evaluate(one, scorer) for one in track(documents, "parsing", console=console, transient=True)]
    figures = {}
    for split in splits:
        own = [result for result in results if result.document.split == split]
        if not own:
            continue
        report.print_fields(console, split, own)
        report.print_templates(console, split, own)
        report.print_trust(console, split, own)
        if arguments.calibration:
            report.print_calibration(console, split, own)
        told = [result.told for result in own if result.told is not None]
        unread.print_told(console, f"{split}: what is missed is said to be missed", [("whole", told)])
        figures[split] = report.figures(own) | {"unread": unread.figures(told)}
    if arguments.damaged:
        _print_damaged(console, [one for one in documents if one.split in TUNED])
    report.write_errors(arguments.errors, [one for one in results if one.document.split in TUNED])
    console.print(f"Errors of the tuned splits: {arguments.errors}", soft_wrap=True)
    print(json.dumps(figures))


def _print_damaged(console: Console, documents: list[Labelled]) -> None:
    """The tuned documents once more, each damaged in ways that lose entries."""
    told = {name: [tell_damaged(one, name) for one in track(documents, name, console=console)] for name in DAMAGES}
    rows = [(name, [one for one in own if one is not None]) for name, own in told.items()]
    unread.print_told(console, "damaged documents of the tuned splits", rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--split", choices=(*SPLITS, "all"), default="all")
    parser.add_argument("--templates", nargs="+", choices=sorted(BY_NAME), help="only these templates, no gallery")
    parser.add_argument("--errors", type=Path, default=CACHE / "errors.txt", help="file for the tuned splits' errors")
    parser.add_argument("--calibration", action="store_true", help="show confidence against share of right values")
    parser.add_argument("--damaged", action="store_true", help="damage the tuned documents, so that more is missed")
    parser.add_argument("--no-model", action="store_true", help="judge the parts of entries by rules alone")
    return parser.parse_args()


def _documents(console: Console, splits: tuple[str, ...], names: list[str] | None) -> list[Labelled]:
    orders = [
        order for order in plan() if BY_NAME[order.template].split in splits and (not names or order.template in names)
    ]
    if find_browser() is None:
        skipped = [order for order in orders if BY_NAME[order.template].needs_browser]
        orders = [order for order in orders if not BY_NAME[order.template].needs_browser]
        if skipped:
            console.print(f"No Chromium is installed: {len(skipped)} documents made from HTML are left out.")
    with console.status("making documents"):
        return load_documents(orders)


if __name__ == "__main__":
    main()
