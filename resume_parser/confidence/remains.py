"""What no value took up: beside a value on its line, and on the lines beside an entry."""

import re
from collections.abc import Set
from functools import lru_cache

from resume_parser.confidence.clues import Clues, letters
from resume_parser.confidence.document_clues import DocumentClues
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import without_dates
from resume_parser.record import Field
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import is_place

_LEAST_LETTERS = 2
_WORDS = re.compile(rf"(?:[^\W_].*?){{{_LEAST_LETTERS}}}")
_A_PLACE = 0.5
_EDGES = " \t,.;:|()–—-·•/"
_MOST_WORDS = 9
"""Longer lines are text."""


@lru_cache(maxsize=4096)
def text_beside_dates(text: str) -> str:
    return without_dates(text, find_dates(text))


def clues_of_remains(found: Field[str], whole: DocumentClues) -> Clues:
    """Whether words stand right before or behind the value that neither it nor another value took."""
    before = behind = joined = 0.0
    for line in found.lines:
        text = whole.document.lines[line].text
        head, value, tail = text.partition(found.value)
        if not value:
            continue
        before = max(before, _left_of(head, line, found, whole))
        behind = max(behind, _left_of(tail, line, found, whole))
        joined = max(joined, float(tail[:1].isalnum() or head[-1:].isalnum()))
    return {
        "words before": float(before > 0),
        "words behind": float(behind > 0),
        "words beside that are no place": float(max(before, behind) > _A_PLACE),
        "cut inside a word": joined,
    }


def _left_of(text: str, line: int, found: Field[str], whole: DocumentClues) -> float:
    """0 where nothing is left, a half where a place is."""
    rest = text
    for other in whole.values_on.get(line, ()):
        if other is not found and other.value in rest:
            rest = rest.replace(other.value, " ")
    if not _has_words(rest):
        return 0.0
    rest = text_beside_dates(rest)
    if not _has_words(rest):
        return 0.0
    return _A_PLACE if is_place(rest.strip(_EDGES)) else 1.0


def _has_words(text: str) -> bool:
    return _WORDS.search(text) is not None


def has_unused_line(lines: Set[int], whole: DocumentClues) -> bool:
    """Whether a short line within the entry's header, or next to it, is part of no value."""
    if not lines:
        return False
    document = whole.document
    around = range(max(0, min(lines) - 1), min(len(document.lines), max(lines) + 2))
    return any(
        line not in lines and not whole.uses[line] and _is_header_like(document.lines[line].text) for line in around
    )


def _is_header_like(text: str) -> bool:
    return letters(text) > _LEAST_LETTERS and len(text.split()) <= _MOST_WORDS and not BULLET.match(text)
