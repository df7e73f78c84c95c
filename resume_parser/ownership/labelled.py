"""Contact values that a label says to be another person's: a consultant's, a supervisor's, a referee's."""

import re
from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.ownership.foreign import is_apart
from resume_parser.vocabulary.contact_labels import label_at_start
from resume_parser.vocabulary.correspondence import finder

_MARK = re.compile(r"\s*(?:\([^)]*\))?\s*(?:[:：\t]|[–—-]\s)")
_BEFORE_LABEL = re.compile(r"(?:^|[|•·;,(\t]\s*|\s{2,})(?:the\s+|my\s+|your\s+)?$", re.IGNORECASE)
_ABOVE = 2
"""Lines above that may tell whose number stands below."""


def is_labelled_as_others(lines: Sequence[Line], index: int, before: str) -> bool:
    """Whether the text before the value, or the lines above it in its block, name another person's role."""
    if _has_label(before, "others") or _has_label(before, "relatives"):
        return True
    if label_at_start("name").match(lines[index].text):
        return False
    place = index
    while place > 0 and index - place < _ABOVE and not is_apart(lines, place):
        place -= 1
        if label_at_start("name").match(lines[place].text):
            return False
        if _begins_with_label(lines[place].text):
            return True
    return False


def _has_label(text: str, section: str) -> bool:
    return any(
        _MARK.match(text, match.end()) and _BEFORE_LABEL.search(text, 0, match.start())
        for match in finder(section).finditer(text)
    )


def _begins_with_label(text: str) -> bool:
    match = finder("others").match(text.lstrip("•*- "))
    return match is not None and _MARK.match(text.lstrip("•*- "), match.end()) is not None
