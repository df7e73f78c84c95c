"""Headings that were not seen as such, misspelt ones too, with what stands below them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from resume_parser.accounting.cues import look_at
from resume_parser.accounting.places import ENTRIES, OPEN, Lines, Place
from resume_parser.document import Document, Line
from resume_parser.record import Unread
from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase, kind_of_words, normalise_heading
from resume_parser.sections.style import is_caps
from resume_parser.vocabulary.files import read_words

_ALIKE = 0.84
_LONGEST = 5
_BELOW = 40
"""Lines that are looked at below a heading."""


def spot_unseen_headings(document: Document, lines: Lines) -> Iterator[Unread]:
    """Lines that by their words head work or education, stand alone, and have dated lines below which nothing took up."""
    for index, line in enumerate(document.lines):
        if lines.places[index] not in OPEN or lines.kind(index) is None or not _may_head_a_section(line):
            continue
        below = list(_lines_below(index, lines))
        looks = [look_at(document.lines[one].text) for one in below]
        if any(look.heads and look.dated and (look.job or look.study) for look in looks):
            yield Unread("section", (index, *below))


def _may_head_a_section(line: Line) -> bool:
    text = line.text.strip()
    if "\t" in text or len(text.split()) > _LONGEST or any(map(str.isdigit, text)):
        return False
    apart = is_caps(text) or text.endswith((":", ":-")) or line.bold or line.size > 1.05
    return apart and _names_entries(text)


@lru_cache(maxsize=1024)
def _names_entries(text: str) -> bool:
    kind = kind_of_phrase(text) or kind_of_words(text)
    if kind is not None:
        return kind in ENTRIES and not is_ambiguous(text)
    words = normalise_heading(text).split()
    return any(_is_like(word, known) for word in words for known in _known_words())


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    return read_words("words/heads_of_entries.txt")


def _is_like(word: str, known: str) -> bool:
    return abs(len(word) - len(known)) <= 2 and SequenceMatcher(None, word, known).ratio() >= _ALIKE


def _lines_below(index: int, lines: Lines) -> Iterator[int]:
    """Up to the next heading or value."""
    for one in range(index + 1, min(index + 1 + _BELOW, len(lines.places))):
        if lines.places[one] is Place.BLANK:
            continue
        if lines.places[one] not in OPEN:
            return
        yield one
