"""Words and legal forms that mark an organisation."""

import re
from functools import lru_cache

from resume_parser.vocabulary.files import read_items, read_words
from resume_parser.vocabulary.text import words

_CASE_MATTERS = {
    "AS",
    "AB",
    "ME",
    "SE",
    "PC",
    "LP",
    "SL",
    "AG",
    "KK",
    "UG",
    "SA",
    "KG",
    "BV",
    "NV",
    "SCI",
    "SIA",
    "EPP",
}
"""Legal forms that are also words or common abbreviations: only in capitals, and only at the end of a name."""
_LONGEST_SUFFIX = 48
"""Characters that a legal form and what stands right before it have at the most."""


@lru_cache(maxsize=8192)
def has_company_suffix(text: str) -> bool:
    """Whether the text ends in a legal form or a group word: Inc., GmbH, Pvt Ltd, & Sons, Holdings."""
    return _suffix_pattern().search(text[-_LONGEST_SUFFIX:]) is not None


def strip_company_suffix(text: str) -> str:
    """The name without its legal form: for comparing companies, not for showing them."""
    return _suffix_pattern().sub("", text).rstrip(" ,")


def has_company_cue(text: str) -> bool:
    """Whether a word of the text is one that employers' names are made of: hospital, bakery, logistics."""
    return not company_cues().isdisjoint(words(text))


@lru_cache(maxsize=1)
def company_cues() -> frozenset[str]:
    return read_words("work/company_cues.txt")


@lru_cache(maxsize=1)
def _suffix_pattern() -> re.Pattern[str]:
    suffixes = [name for item in read_items("work/company_suffixes.txt") for name in item.names]
    ordered = sorted(suffixes, key=len, reverse=True)
    forms = "|".join(_suffix_form(suffix) for suffix in ordered)
    return re.compile(rf"(?:(?<=[\w.)])[\s,]+|,)(?:{forms})\s*$")


def _suffix_form(suffix: str) -> str:
    escaped = re.escape(suffix)
    return escaped if suffix in _CASE_MATTERS else f"(?i:{escaped})"
