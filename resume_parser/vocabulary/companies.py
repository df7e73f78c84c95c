"""Words and legal forms that mark an organisation."""

import re
from functools import lru_cache

from resume_parser.vocabulary.files import read_items, read_words
from resume_parser.vocabulary.text import plain, words

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
_SHORTEST_COMPOUND = 8
"""Letters of a word that may name an employer by its ending: `Steuerkanzlei`."""
_LONGEST_SUFFIX = 48
"""Characters that a legal form and what stands right before it have at the most."""


@lru_cache(maxsize=8192)
def has_company_suffix(text: str) -> bool:
    """Whether the text ends in a legal form or a group word: Inc., GmbH, Pvt Ltd, & Sons, Holdings."""
    return _suffix_pattern().search(text[-_LONGEST_SUFFIX:]) is not None


def strip_company_suffix(text: str) -> str:
    """The name without its legal form: for comparing companies, not for showing them."""
    return _suffix_pattern().sub("", text).rstrip(" ,")


@lru_cache(maxsize=16384)
def has_company_cue(text: str) -> bool:
    """Whether a word of the text is one that employers' names are made of: hospital, bakery, logistics."""
    found = words(text)
    if not company_cues().isdisjoint(found):
        return True
    known, endings, in_scripts = _cues_of_languages()
    folded = [plain(word) for word in found]
    if any(word in known or (len(word) >= _SHORTEST_COMPOUND and word.endswith(endings)) for word in folded):
        return True
    return not text.isascii() and any(word in text for word in in_scripts)


@lru_cache(maxsize=1)
def _cues_of_languages() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Words, endings of compounds, and signs of scripts that do not part words; without accents."""
    listed: dict[str, set[str]] = {"word": set(), "ending": set(), "script": set()}
    for item in read_items("work/company_words_of_languages.txt"):
        listed[item.section].update(item.names if item.section == "script" else map(plain, item.names))
    return frozenset(listed["word"]), tuple(sorted(listed["ending"])), tuple(sorted(listed["script"]))


@lru_cache(maxsize=1)
def company_cues() -> frozenset[str]:
    return read_words("work/company_cues.txt")


@lru_cache(maxsize=1)
def _suffix_pattern() -> re.Pattern[str]:
    items = [*read_items("work/company_suffixes.txt"), *read_items("work/legal_forms_of_languages.txt")]
    suffixes = {name: name in _CASE_MATTERS or item.section == "as_written" for item in items for name in item.names}
    ordered = sorted(suffixes, key=len, reverse=True)
    forms = "|".join(_suffix_form(suffix, suffixes[suffix]) for suffix in ordered)
    return re.compile(rf"(?:(?<=[\w.)])[\s,]+|,)(?:{forms})\s*$")


def _suffix_form(suffix: str, as_written: bool) -> str:
    escaped = re.escape(suffix)
    return escaped if as_written else f"(?i:{escaped})"
