"""How much of a resume survives the scanner: `python -m benchmarks.scans`, for each engine that is at hand."""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.accuracy.documents import Labelled
from benchmarks.accuracy.evaluate import Result, evaluate
from benchmarks.accuracy.gallery import load_gallery
from benchmarks.accuracy.report import all_outcomes
from benchmarks.accuracy.scoring.score import Scores
from benchmarks.scans.pictures import MAKINGS, Making, scan_of
from resume_parser.readers import ocr

ENGINES = (ocr.RAPID, ocr.TESSERACT)
CONTACT = ("email", "full_name")


def main() -> None:
    arguments = _arguments()
    console = Console(width=120)
    documents = {one.name: one for one in load_gallery("gallery_tune")}
    makings = [making for making in MAKINGS if not arguments.only or making.name in arguments.only]
    typed = [evaluate(documents[making.name]) for making in makings]
    with tempfile.TemporaryDirectory() as folder:
        scans = [
            _scanned(documents[making.name], making, number, Path(folder)) for number, making in enumerate(makings)
        ]
        figures = {"text": _figures(typed)}
        for engine in arguments.engines:
            with _reading_by(engine):
                figures[engine] = _measure(console, engine, scans, typed)
    print(json.dumps(figures))


def _measure(console: Console, engine: str, scans: Sequence[Labelled], typed: Sequence[Result]) -> dict[str, float]:
    before = time.process_time()
    read = [evaluate(scan) for scan in track(scans, engine, console=console, transient=True)]
    seconds = time.process_time() - before
    _print(console, engine, read, typed)
    pages = sum(_pages(scan.path) for scan in scans)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {**_figures(read), "seconds_a_page": round(seconds / pages, 2), "peak_mb": peak_mb}


def _print(console: Console, engine: str, read: Sequence[Result], typed: Sequence[Result]) -> None:
    table = Table("document", "made", "e-mail", "name", "macro F1", "of the text's", title=engine)
    for scan, text, making in zip(read, typed, _makings_of(read), strict=True):
        right = ["yes" if _is_right(scan, field) else f"[red]{_found(scan, field)}" for field in CONTACT]
        macro, typed_macro = (Scores.of(one.outcomes).macro for one in (scan, text))
        table.add_row(scan.document.name, _in_words(making), *right, f"{macro:.2f}", f"{typed_macro:.2f}")
    console.print(table)


def _makings_of(results: Sequence[Result]) -> Iterator[Making]:
    by_name = {making.name: making for making in MAKINGS}
    return (by_name[result.document.name] for result in results)


def _in_words(making: Making) -> str:
    words = [
        f"{making.dpi} dpi",
        "photo" if making.photographed else "",
        f"turned {making.turned}" * bool(making.turned),
    ]
    return ", ".join(word for word in [*words, f"skewed {making.skewed}" * bool(making.skewed)] if word)


def _figures(results: Sequence[Result]) -> dict[str, float]:
    right = {f"{field}_right": sum(_is_right(result, field) for result in results) for field in CONTACT}
    return {**right, "of": len(results), "macro": round(Scores.of(all_outcomes(results)).macro, 3)}


def _is_right(result: Result, field: str) -> bool:
    own = [outcome for outcome in result.outcomes if outcome.field == field]
    return all(outcome.right for outcome in own)


def _found(result: Result, field: str) -> str:
    return next((outcome.found for outcome in result.outcomes if outcome.field == field and outcome.found), "none")


def _scanned(document: Labelled, making: Making, seed: int, folder: Path) -> Labelled:
    path = folder / f"{document.name}.pdf"
    path.write_bytes(scan_of(document.path, making, seed))
    return replace(document, path=path)


def _pages(path: Path) -> int:
    import pymupdf

    with pymupdf.open(path) as pdf:
        return int(pdf.page_count)


@contextmanager
def _reading_by(engine: str) -> Iterator[None]:
    usual = ocr.engine
    ocr.engine = lambda: engine  # type: ignore[assignment]
    try:
        yield
    finally:
        ocr.engine = usual


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans", description=__doc__)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--only", nargs="+", choices=[making.name for making in MAKINGS], help="only these documents")
    return parser.parse_args()


if __name__ == "__main__":
    main()
