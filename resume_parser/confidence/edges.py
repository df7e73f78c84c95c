"""How a value was cut out of its line: at the line's end or a wide gap, at a separator, or between two words."""

from resume_parser.confidence.clues import Clues

_NOTHING = " \u00a0•·▪●○*"
_SOFT = frozenset(",-–—/(&+:")
"""Separators that values hold themselves, too."""


def clues_of_edges(value: str, texts: list[str]) -> Clues:
    """`texts`: the value's lines. A value that stands in none of them as it is, was put together."""
    soft = words = 0.0
    whole = False
    for text in texts:
        head, found, tail = text.partition(value)
        if found:
            whole = True
            for side in (_last(head), _first(tail)):
                soft = max(soft, float(side in _SOFT))
                words = max(words, float(side.isalnum()))
    return {"cut at a separator": soft, "cut between words": words, "put together": float(not whole)}


def _first(tail: str) -> str:
    rest = tail.lstrip(_NOTHING)
    return rest[:1]


def _last(head: str) -> str:
    rest = head.rstrip(_NOTHING)
    return rest[-1:]
