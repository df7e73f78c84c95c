"""The order that most entries of a section keep, held against the words of the few that seem to break it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.vocabulary import (
    has_company_cue,
    has_company_suffix,
    has_school_cue,
    has_title_word,
    looks_like_location,
    names_several,
)

_AGREEING = 2
"""Entries that make a habit, at the least."""
_MOSTLY = 0.6
_PLACE = 0.5
_PULL = 2.5
"""What a role gains in the place where it stands in nearly all other entries, and loses elsewhere (natural log)."""
Place = tuple[int, int, int, str, bool, float, bool, bool]


def habitual_places(entries: Sequence[Mapping[str, Filled]], names: Sequence[str]) -> dict[str, Place]:
    """Where each role stands in most of the entries that fill it; roles without such a place are left out."""
    found: dict[str, Place] = {}
    for name in names:
        counts = Counter(place_of(entry[name].parts[0]) for entry in entries if name in entry)
        if not counts:
            continue
        place, count = counts.most_common(1)[0]
        if count >= _AGREEING and count >= _MOSTLY * counts.total():
            found[name] = place
    return found if len(set(found.values())) == len(found) else {}


def place_of(part: Part) -> Place:
    """Row, group, place in a list, separator and look, as far as another entry's words can share them."""
    offset, group, position, mark, style, italic, caps = part.slot
    return offset, group, position, mark, style.bold, style.size, italic, caps


def breaks_habit(parts: Sequence[Part], filled: Mapping[str, Filled], habits: Mapping[str, Place]) -> bool:
    """Whether a part stands where a role does elsewhere and plays another or none, by words that do not settle it."""
    broken = False
    for name, place in habits.items():
        there = next((part for part in parts if place_of(part) == place), None)
        if there is None or (name in filled and filled[name].parts[0] is there):
            continue
        broken = True
        if _says_otherwise(there.text, name) or (name in filled and _outweighs(filled[name].parts[0].text, there.text)):
            return False
    return broken


def _says_otherwise(text: str, role: str) -> bool:
    """Whether the words settle that it is no title, or no employer."""
    if looks_like_location(text) > _PLACE:
        return True
    names_a_post = has_title_word(text) and not names_several(text)
    if role == "company":
        return names_a_post
    return not names_a_post and _is_marked(text)


def _outweighs(text: str, other: str) -> bool:
    """Whether the one bears a firm's or school's mark, and the other none."""
    return _is_marked(text) and not _is_marked(other)


def _is_marked(text: str) -> bool:
    return has_company_suffix(text) or has_company_cue(text) or has_school_cue(text)


def pulled(
    parts: Sequence[Part], evidence: Sequence[list[float]], names: Sequence[str], habits: Mapping[str, Place]
) -> list[list[float]]:
    """The evidence with the weight of the other entries' order."""
    present = {place_of(part) for part in parts}
    pulls = [(number, habits[name]) for number, name in enumerate(names) if habits.get(name) in present]
    result = [list(row) for row in evidence]
    for part, row in zip(parts, result, strict=True):
        for number, place in pulls:
            row[number] += _PULL if place_of(part) == place else -_PULL
    return result
