"""The bare parser in a process pool on the same cores: what there would be without any system around it."""

import json
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import resume_parser
from resume_parser import Document, ParserError

CHUNK = 25
TODAY = datetime.now(UTC).date()


def parse_files(paths: Sequence[Path]) -> float:
    """Files read and parsed a second."""
    return _rate(_parse_files, paths)


def parse_stored(stored: Sequence[tuple[str, Any]]) -> float:
    """(raw_text, layout) parsed a second."""
    return _rate(_parse_stored, stored)


def _rate(work: Callable[[Sequence[Any]], int], items: Sequence[Any]) -> float:
    chunks = [items[first : first + CHUNK] for first in range(0, len(items), CHUNK)]
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=resume_parser.load) as pool:
        list(pool.map(work, [items[:2]] * processes * 2))  # until every process is warm
        started = time.perf_counter()
        done = sum(pool.map(work, chunks))
        return done / (time.perf_counter() - started)


def _parse_files(paths: Sequence[Path]) -> int:
    documents = []
    for path in paths:
        try:
            documents.append(resume_parser.read_document(path.read_bytes()))
        except ParserError:
            continue
    return _records(documents, len(paths))


def _parse_stored(stored: Sequence[tuple[str, Any]]) -> int:
    return _records([Document.from_stored(text, layout) for text, layout in stored], len(stored))


def _records(documents: Sequence[Document], count: int) -> int:
    for parsed in resume_parser.parse_batch(documents, TODAY):
        if isinstance(parsed, ParserError):
            raise parsed
        json.dumps(parsed.to_record())
    return count
