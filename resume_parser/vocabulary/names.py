"""First names and surnames of many cultures."""

import re
from functools import lru_cache

from resume_parser.vocabulary.files import read_items
from resume_parser.vocabulary.text import plain

_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "ter", "la", "le", "el", "al",
    "bin", "binti", "bint", "ben", "ibn", "abu", "y", "e", "zu", "af", "st", "st.", "o", "mac", "mc",
})  # fmt: skip
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?")
_FEWEST, _MOST = 2, 6


def is_first_name(word: str) -> bool:
    """Whether the word is a first name, in any case, with or without accents; of a double name one half is enough."""
    names = first_names()
    folded = _normal(word)
    return folded in names or any(half in names for half in folded.split("-"))


def is_surname(word: str) -> bool:
    known = surnames()
    folded = _normal(word)
    return folded in known or any(half in known for half in folded.split("-"))


def looks_like_name(text: str) -> float:
    """How much a text reads like a person's name, 0 to 1: by shape, more with known names, 0 with digits or signs."""
    parts = text.replace(",", " ").split()
    if not _FEWEST <= len(parts) <= _MOST or not all(_NAME_WORD.fullmatch(part) for part in parts):
        return 0.0
    main = [part for part in parts if plain(part) not in _PARTICLES]
    if not main or not all(part[0].isupper() or not part[0].islower() for part in main):
        return 0.0
    known = sum(is_first_name(part) or is_surname(part) for part in main)
    return min(1.0, 0.35 + 0.65 * known / len(main))


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    return frozenset(_normal(item.names[0]) for item in read_items("names/first_names.txt"))


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    return frozenset(_normal(item.names[0]) for item in read_items("names/surnames.txt"))


def _normal(word: str) -> str:
    return plain(word).replace("’", "'").strip(" .,")
