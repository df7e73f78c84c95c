"""Words that job titles are made of, in English and other languages."""

from functools import lru_cache
from typing import NamedTuple

from resume_parser.vocabulary.files import list_files, read_items, read_words
from resume_parser.vocabulary.names import is_surname
from resume_parser.vocabulary.text import plain, words

_SHORTEST_COMPOUND = 8
"""Letters of a word that may be a title by its ending: `Vertriebsleiter`, `beleidsmedewerker`."""
_NO_ROLES = frozenset({"halbleiter", "wellenleiter", "lichtwellenleiter", "stundenplaner", "terminplaner"})
"""Things that end like roles."""


class _Roles(NamedTuple):
    """Words of many languages, in folded case without accents."""

    heads: frozenset[str]
    endings: tuple[str, ...]
    modifiers: frozenset[str]
    wholes: frozenset[str]
    in_scripts: tuple[str, ...]
    """Those of languages that do not part words, or bend them in front."""


@lru_cache(maxsize=1)
def title_heads() -> frozenset[str]:
    """English words, and a few others, that name a role by themselves: engineer, nurse, foreman."""
    return read_words("work/title_heads.txt")


@lru_cache(maxsize=1)
def title_modifiers() -> frozenset[str]:
    """English words that stand before the head of a title: senior, regional, software."""
    return read_words("work/title_modifiers.txt")


@lru_cache(maxsize=16384)
def has_title_word(text: str) -> bool:
    """Whether a word of the text names a role in any language; a plural counts as its singular.

    Both forms of `Verkäufer/in` and `técnico(a)` count, and compounds by their ending.
    """
    if any(_is_head(word) for word in words(text)):
        return True
    if plain(text).strip(" .,") in _roles().wholes:
        return True
    return not text.isascii() and any(role in text for role in _roles().in_scripts)


def names_several(text: str) -> bool:
    """Whether the text ends in the plural of a role and names none in the singular: firms are called `Rowan Builders`."""
    *before, last = words(text) or ("",)
    heads = title_heads()
    plural = last not in heads and last.endswith("s") and last.removesuffix("s") in heads
    return plural and bool(before) and not any(word in heads for word in before)


def has_title_modifier(text: str) -> bool:
    found = words(text)
    return any(word in title_modifiers() or plain(word) in _roles().modifiers for word in found)


def _is_head(word: str) -> bool:
    heads = title_heads()
    if word in heads or word.removesuffix("s") in heads or word.rpartition("-")[2] in heads:
        return True
    folded, roles = plain(word), _roles()
    if any(
        form in roles.heads
        for form in (folded, folded.removesuffix("s"), folded.rpartition("-")[2], folded.partition(".")[0])
    ):
        return True
    compound = len(folded) >= _SHORTEST_COMPOUND and folded.endswith(roles.endings)
    return compound and folded not in _NO_ROLES and not is_surname(folded)


@lru_cache(maxsize=1)
def _roles() -> _Roles:
    listed: dict[str, set[str]] = {"head": set(), "ending": set(), "modifier": set(), "whole": set(), "script": set()}
    for name in list_files("work/titles"):
        for item in read_items(name):
            listed[item.section].update(item.names if item.section == "script" else map(plain, item.names))
    return _Roles(
        frozenset(listed["head"]),
        tuple(sorted(listed["ending"])),
        frozenset(listed["modifier"]),
        frozenset(listed["whole"]),
        tuple(sorted(listed["script"])),
    )
