"""What can be seen on any value."""

import math
import re

from resume_parser.record import Field

Clues = dict[str, float]
"""Names of clues and how much of each there is: 0 or 1, or a small number."""

_LEAST, _MOST = 0.02, 0.98
_JOINER = (
    r"(?:and|of|in|at|for|the|with|to|by|or|on|from|as|und|et|y|e|i|en|de|der|die|für|im|bei|la|le|du|des|del|da|do)"
)
_DIGIT = re.compile(r"\d")
_DANGLING_FIRST = re.compile(rf"[&+/,.;:)\]–—-]|{_JOINER}\s", re.IGNORECASE)
_DANGLING_LAST = re.compile(rf"(?:[&+/,;:(\[–—-]|\s{_JOINER})$", re.IGNORECASE)
_REACH = 6
"""Characters that a joiner at the end takes up at most."""


def clues_of_value(found: Field[str]) -> Clues:
    value = found.value
    words = len(value.split())
    raw = min(_MOST, max(_LEAST, found.confidence))
    return {
        "raw": math.log(raw / (1 - raw)),
        "words": math.log1p(words),
        "digits": float(_DIGIT.search(value) is not None),
        "begins lower": float(value[:1].islower()),
        "dangling": float(_is_dangling(value)),
        "unbalanced": float(value.count("(") != value.count(")")),
        "sentence": float(words > 4 and value.endswith(".")),
    }


def _is_dangling(value: str) -> bool:
    """Whether it begins or ends with what joins it to something else."""
    return _DANGLING_FIRST.match(value) is not None or _DANGLING_LAST.search(value[-_REACH:]) is not None


def letters(text: str) -> int:
    """How many characters there are beside white space."""
    return len("".join(text.split()))
