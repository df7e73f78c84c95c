"""The parser's command line: a file to its record on the screen, or many files to a folder of records."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from resume_parser.errors import ParserBroke, ParserError
from resume_parser.explain import explain
from resume_parser.json_resume import to_json_resume
from resume_parser.parse import parse
from resume_parser.readers import read_document


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 when every file was read, 1 when any was not, 2 for a wrong call."""
    options = _read_options(arguments)
    if options.draw:
        return _draw(options.files[0], options.draw, options.page)
    if options.out:
        return _write_all(options.files, options.out, options)
    return _print_all(options.files, options)


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m resume_parser", description="Resumes (PDF, DOCX, text) to records."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--explain", action="store_true", help="add confidence, evidence and sections")
    parser.add_argument("--format", choices=("record", "json-resume"), default="record", help="shape of the output")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write DIR/<file name without its last suffix>.json each"
    )
    parser.add_argument("--draw", type=Path, metavar="PNG", help="draw the lines and columns found onto a page of FILE")
    parser.add_argument("--page", type=int, default=1, help="the page to draw, from 1")
    options = parser.parse_args(arguments)
    if options.draw and len(options.files) != 1:
        parser.error("--draw takes one FILE")
    return options


def _record_of(path: Path, options: argparse.Namespace) -> dict[str, Any]:
    try:
        return _read_record(path, options)
    except (ParserError, OSError):
        raise
    except Exception as error:
        raise ParserBroke(error) from error


def _read_record(path: Path, options: argparse.Namespace) -> dict[str, Any]:
    document = read_document(path.read_bytes())
    parsed = parse(document, _today())
    if options.format == "json-resume":
        return to_json_resume(parsed)
    record = parsed.to_record()
    if options.explain:
        record["explain"] = explain(document, parsed)
    return record


def _today() -> date:
    return datetime.now(UTC).date()


def _print_all(files: Sequence[Path], options: argparse.Namespace) -> int:
    failed = 0
    for path in files:
        try:
            record = _record_of(path, options)
        except (ParserError, OSError) as error:
            failed += 1
            _say(f"{path}: {_reason(error)}")
        else:
            sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    return 1 if failed else 0


def _write_all(files: Sequence[Path], folder: Path, options: argparse.Namespace) -> int:
    """One JSON file each. Folders among the files are passed over, so that `samples/*` works."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    folder.mkdir(parents=True, exist_ok=True)
    failures: list[str] = []
    wanted = [path for path in files if not path.is_dir()]
    for path in track(wanted, description="Parsing", console=console):
        try:
            record = _record_of(path, options)
            target = folder / f"{path.stem}.json"
            target.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except (ParserError, OSError) as error:
            failures.append(f"{path}: {_reason(error)}")
    for failure in failures:
        _say(failure)
    return 1 if failures else 0


def _draw(path: Path, target: Path, page: int) -> int:
    from resume_parser.draw import draw_document

    try:
        target.write_bytes(draw_document(path.read_bytes(), page - 1))
    except (ParserError, OSError) as error:
        _say(f"{path}: {_reason(error)}")
        return 1
    return 0


def _reason(error: ParserError | OSError) -> str:
    if isinstance(error, ParserError):
        return f"{error} ({error.code})"
    return error.strerror or str(error)


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")
