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
_DANGLING = re.compile(rf"^(?:[&+/,.;:)\]–—-]|{_JOINER}\s)|(?:[&+/,;:(\[–—-]|\s{_JOINER})$", re.IGNORECASE)


def clues_of_value(found: Field[str]) -> Clues:
    value = found.value
    raw = min(_MOST, max(_LEAST, found.confidence))
    return {
        "raw": math.log(raw / (1 - raw)),
        "words": math.log1p(len(value.split())),
        "digits": float(_DIGIT.search(value) is not None),
        "begins lower": float(value[:1].islower()),
        "dangling": float(_DANGLING.search(value) is not None),
        "unbalanced": float(value.count("(") != value.count(")")),
        "sentence": float(value.endswith(".") and len(value.split()) > 4),
    }


def letters(text: str) -> int:
    """How many characters there are beside white space."""
    return len("".join(text.split()))
