"""Where degrees stand in a line, and what takes the place of one."""

import re
from functools import lru_cache

from resume_parser.vocabulary import (
    find_degrees,
    find_other_studies,
    has_school_cue,
    is_field_of_study,
    is_place,
    is_us_state,
)

Stretch = tuple[int, int]

_MOST_FIELD_WORDS = 4
_MOST_WORDS_OF_ONE = 3
_NAME_BEFORE = re.compile(r"(?<!\S)([^\W\d_][\w.'’&-]*) +$")
_TOWN_BEFORE = re.compile(r"(?:^|[,|\t])(?:[^\w,|\t]|[\d_])*([^\W\d_][^,|\t]*)$")
_BEFORE_FIELD = re.compile(r"[\s,:(–-]*(?:(?i:in|of|en|em|im)\s+)?")
_PARTS = re.compile(r"[,(–-]")
_NAME_BEHIND = re.compile(r" +[^\W\d_a-z]")
LEAD_IN = frozenset(["from", "at", "completed", "passed", "pursuing", "attended"])
"""Words that lead to a school or degree, written large or small."""


@lru_cache(maxsize=4096)
def names_degree(text: str) -> bool:
    """Whether a degree stands in the text outside of a school's name: not in `Hill View High School`."""
    return bool(degrees_and_fields(text))


def first_degree(text: str) -> Stretch | None:
    """Where the first degree stands, with its field of study; None where there is none, or only a school named for one."""
    return next(iter(degrees_and_fields(text)), None)


def degrees_and_fields(text: str) -> list[Stretch]:
    """The degrees, each with a field of study that the lists know right behind it; a `High School` with a name before it is a school."""
    return [(begin, _end_of_field(text, end)) for begin, end, _ in find_studies(text)]


def find_studies(text: str) -> list[tuple[int, int, str]]:
    """Where degrees stand, and at the edge of a stretch what takes their place, with their level; states and schools named for a degree left out."""
    found = [
        (begin, end, level)
        for begin, end, level in find_degrees(text)
        if not _is_of_school(text, begin, end, level) and not _is_state(text, begin, end)
    ]
    others = [
        (begin, end, level)
        for begin, end, level in find_other_studies(text)
        if _stands_apart(text, begin, end)
        and all(end <= first or last <= begin or (begin <= first and last < end) for first, last, _ in found)
    ]
    kept = [one for one in found if not any(begin <= one[0] and one[1] <= end for begin, end, _ in others)]
    return sorted([*kept, *others])


def holds_field(text: str) -> bool:
    """Whether the text begins or ends with a field of study: `Law with French`, `International Commercial Law`."""
    words = text.split()
    return any(
        is_field_of_study(" ".join(words[:count])) or is_field_of_study(" ".join(words[-count:]))
        for count in range(1, min(len(words), _MOST_WORDS_OF_ONE) + 1)
    )


def _stands_apart(text: str, begin: int, end: int) -> bool:
    before = text[:begin].rstrip(" ")
    opens = not before or before[-1] in ",;:|\t(–—-"
    return opens and (text[:end].rpartition(" ")[2].islower() or not _NAME_BEHIND.match(text, end))


def _is_of_school(text: str, begin: int, end: int, level: str) -> bool:
    before = _NAME_BEFORE.search(text[:begin])
    if before is None or before[1].casefold() in LEAD_IN:
        return False
    named_for_one = has_school_cue(text[begin:end].split()[-1])
    return named_for_one or (level == "secondary" and has_school_cue(before[1]))


def _is_state(text: str, begin: int, end: int) -> bool:
    """`Boston, MA`: what is also the short form of a degree."""
    before = text[:begin].rstrip(" ")
    if not before.endswith(",") or not is_us_state(text[begin:end]):
        return False
    town = _TOWN_BEFORE.search(before[:-1])
    return town is not None and is_place(town[1])


def _end_of_field(text: str, end: int) -> int:
    lead = _BEFORE_FIELD.match(text, end)
    start = lead.end() if lead else end
    parted = lead is not None and _PARTS.search(lead.group()) is not None
    words = list(re.finditer(r"[^\s,;:()]+", text[start:]))[:_MOST_FIELD_WORDS]
    for match in reversed(words):
        stop = start + match.end()
        if is_field_of_study(text[start:stop]) and not (parted and _NAME_BEHIND.match(text, stop)):
            return stop
    return end
