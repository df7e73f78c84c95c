"""Degrees with their level, fields of study, and words that mark a school."""

import re
from functools import lru_cache
from itertools import pairwise

from resume_parser.vocabulary.files import read_items, read_words
from resume_parser.vocabulary.text import key, words

_CASE_MATTERS = frozenset({
    "AA", "AB", "AS", "BA", "BE", "BIT", "BL", "BM", "BN", "BS", "BAS", "CAP", "DC", "DEA", "DEC", "DO", "GDL", "HSC",
    "ISC", "ITI", "JD", "MA", "MAT", "MD", "ME", "MIS", "MIT", "MM", "MS", "OD", "S1", "S2", "SSC", "MSA", "XII",
    "BJ", "DBA", "MiM", "AOS", "BEP", "Dip", "12th", "10th", "Promotion", "Intermediate", "Master", "Bachelor",
    "Associates", "Associate's", "Certificate", "Licence", "Meister", "Lic.", "S.M.", "Técnico",
})  # fmt: skip
"""Short forms that are also words or endings: taken only as written here."""


def degree_level(text: str) -> str | None:
    """secondary, vocational, associate, bachelor, master or doctorate; None where the text names no degree.

    Of several degrees in a text the one that stands first decides.
    """
    found = find_degree(text)
    return found[2] if found else None


def find_degree(text: str) -> tuple[int, int, str] | None:
    """Where the first degree's name stands, (start, end), and its level; the longest name at that place counts."""
    match = _degree_pattern().search(text)
    if match is None:
        return None
    return match.start(), match.end(), _degree_levels()[key(match.group())]


def begins_with_degree(text: str) -> bool:
    return _degree_pattern().match(text) is not None


@lru_cache(maxsize=8192)
def has_degree_word(text: str) -> bool:
    return _degree_pattern().search(text) is not None


def is_degree(text: str) -> bool:
    """Whether the text as a whole is the name of a degree."""
    return key(text) in _degree_levels()


def is_field_of_study(text: str) -> bool:
    return key(text) in _fields()


def has_school_cue(text: str) -> bool:
    """Whether a word of the text marks a place of education: University, Lycée, Faculdade, IIT."""
    found = words(text)
    return any(word.rstrip(".") in _school_words() or word in _school_words() for word in found) or any(
        f"{first} {second}" in _school_words() for first, second in pairwise(found)
    )


@lru_cache(maxsize=1)
def _degree_levels() -> dict[str, str]:
    levels: dict[str, str] = {}
    for item in read_items("education/degrees.txt"):
        for name in item.names:
            levels.setdefault(key(name), item.section)
    return levels


@lru_cache(maxsize=1)
def _degree_pattern() -> re.Pattern[str]:
    names = {name for item in read_items("education/degrees.txt") for name in item.names}
    forms = [_degree_form(name) for name in sorted(names, key=lambda name: (-len(name), name))]
    return re.compile(rf"(?<![\w.&+])(?:{'|'.join(forms)})(?![\w+#]|\.\w|['’]\w)")


def _degree_form(name: str) -> str:
    escaped = re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")
    return escaped if name in _CASE_MATTERS else f"(?i:{escaped})"


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    return frozenset(key(item.names[0]) for item in read_items("education/fields.txt"))


@lru_cache(maxsize=1)
def _school_words() -> frozenset[str]:
    return read_words("education/school_cues.txt")
