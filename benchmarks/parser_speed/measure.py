"""Times of reading and parsing beside the time of bare text extraction from the same bytes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from statistics import median
from typing import TypeVar

import pymupdf

from resume_parser import Document, parse, read_document

T = TypeVar("T")
TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Times:
    """Medians for one file, in seconds."""

    bare: float
    read: float
    parse: float

    @property
    def whole(self) -> float:
        return self.read + self.parse

    @property
    def ratio(self) -> float:
        return self.whole / self.bare


def extract_bare(data: bytes) -> None:
    """What any reader pays: opening the file and `get_text("dict")` of each page."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            page.get_text("dict")


def time_file(data: bytes, repeats: int) -> Times:
    """The three steps in turn, `repeats` times, so that a slow moment of the machine meets all of them."""
    rounds = []
    for _ in range(repeats):
        bare, _ = _timed(partial(extract_bare, data))
        read, document = _timed(partial(read_document, data))
        parsing, _ = _timed(partial(parse, document, TODAY))
        rounds.append((bare, read, parsing))
    bare, read, parsing = (median(column) for column in zip(*rounds, strict=True))
    return Times(bare, read, parsing)


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = action()
    return time.perf_counter() - started, result


def same_after_storing(files: Sequence[bytes]) -> int:
    """How many files give the identical record from `raw_text` and `layout` alone."""
    return sum(_same(read_document(data)) for data in files)


def _same(document: Document) -> bool:
    stored = Document.from_stored(document.raw_text, document.layout)
    return parse(stored, TODAY).to_record() == parse(document, TODAY).to_record()
