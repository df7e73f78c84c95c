"""What the labels of rows and the names of a table's columns announce: `Employer: ...`, `Period | Employer | Position`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from resume_parser.vocabulary.files import read_items, read_words

BOARD = "BOARD"
"""Who examines: the school only in a table that has no column for it."""
DATE = "DATE"
OTHER = "OTHER"
LEVEL = "level"
OF_A_HEADER = frozenset({"TITLE", "COMPANY", "SCHOOL", "DEGREE", DATE})
"""What labels announce that belongs in an entry's header."""

_LONGEST_HEADING = 36
_LONGEST_LABEL = 100
"""In characters: what is longer need not be looked up."""
_BRACKETED = re.compile(r"\([^)]*\)")
_OR = re.compile(r"\s*[/&]\s*")
_JOINED = re.compile(r"\s(?:or|and|und|et|y|e|ed|en|i|og|och)\s")
_LABEL_WORDS = re.compile(r"[^\w%#]+")


@lru_cache(maxsize=2048)
def kind_of_label(text: str) -> str | None:
    """What a column's or row's label announces, in the scorer's labels; None for anything else."""
    if len(text) > _LONGEST_LABEL:
        return None
    if text.strip() in {"#", "%"}:
        return OTHER
    label = _plain(text)
    return _kinds().get(label) or _kind_of_joined(_JOINED.split(label))


def _kind_of_joined(labels: Sequence[str]) -> str | None:
    """Of labels in one, where but one of them says more than `OTHER`: `Functie en taken`."""
    kinds = {_kinds().get(label) for label in labels} if len(labels) > 1 else {None}
    return kinds.pop() if len(kinds := kinds - {OTHER}) == 1 else None


def is_form_label(text: str) -> bool:
    """Whether a form has the text beside or above its fields: a label, or one of its headings."""
    return len(text) <= _LONGEST_LABEL and (kind_of_label(text) is not None or _plain(text) in _form_labels())


def is_entry_heading(text: str) -> bool:
    """Whether a row is a small heading inside an entry, such as `Highlights`."""
    return len(text) <= _LONGEST_HEADING and _plain(text) in _entry_headings()


@lru_cache(maxsize=1)
def _entry_headings() -> frozenset[str]:
    return frozenset(_plain(name) for name in read_words("words/entry_headings.txt"))


@lru_cache(maxsize=1)
def _form_labels() -> frozenset[str]:
    return frozenset(_plain(name) for name in read_words("words/form_labels.txt"))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {_plain(name): item.section for item in read_items("work/labels.txt") for name in item.names}


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """The label's words: brackets do not count, nor which of `and`, `or`, `/` and `&` joins them."""
    joined = _OR.sub(" or ", _BRACKETED.sub(" ", text.casefold()))
    return " ".join(_LABEL_WORDS.sub(" ", joined).split()).replace(" and ", " or ")


def read_columns(text: str) -> tuple[str, ...]:
    """What the columns hold whose names the row gives; nothing when it is no such row."""
    if "\t" not in text:
        return ()
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    kinds = [kind_of_label(cell) for cell in cells]
    named = [kind for kind in kinds if kind]
    if len(named) < 2 or len(named) < len(cells) - 1 or not set(named) - {DATE, OTHER}:
        return ()
    return tuple(kind or OTHER for kind in kinds)


def read_skill_columns(text: str) -> tuple[str, ...]:
    """What the columns of a table of skills hold, `LEVEL` where they tell how well or how long; nothing for any other row."""
    if "\t" not in text:
        return ()
    kinds = [_skill_columns().get(cell.strip(" .:").casefold()) for cell in text.split("\t")]
    return () if None in kinds else tuple(filter(None, kinds))


@lru_cache(maxsize=1)
def _skill_columns() -> dict[str, str]:
    return {name.casefold(): item.section for item in read_items("words/skill_columns.txt") for name in item.names}
