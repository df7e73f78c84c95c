"""A broken mutant made small, and kept as a file that a test reads."""

import json
import re
from dataclasses import replace
from pathlib import Path

from benchmarks.mutants.trial import Trial, fault_of
from resume_parser import Document

_MOST_TRIES = 400


def shrink(document: Document, fault: str) -> Document:
    """As few lines as break the parser in the same way."""
    lines = document.lines
    size, tries = max(1, len(lines) // 2), 0
    while tries < _MOST_TRIES:
        first = 0
        while first < len(lines) and tries < _MOST_TRIES:
            fewer = lines[:first] + lines[first + size :]
            tries += 1
            if fewer and fault_of(replace(document, lines=fewer)) == fault:
                lines = fewer
            else:
                first += size
        if size == 1:
            break
        size = max(1, size // 2)
    return replace(document, lines=lines)


def keep(trial: Trial, document: Document, folder: Path) -> Path:
    """`raw_text`, `layout` and what it was that broke, as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^a-z0-9]+', '-', (trial.fault or '').lower()).strip('-')}.json"
    kept = {"fault": trial.fault, "raw_text": document.raw_text, "layout": document.layout}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
