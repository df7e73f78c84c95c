"""An entry's school as a whole: its campus with it, its short form not in its place, departments left out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part, index_of
from resume_parser.entries.school_names import names_school
from resume_parser.entries.scoring import UNIT
from resume_parser.entries.studies import names_degree
from resume_parser.vocabulary import is_country, is_place, is_us_state

_STATE_SYSTEM = re.compile(
    r"^(?:the )?(?:(?:state )?university of (?:the )?(?P<behind>[a-z ]+)|(?P<before>[a-z ]+) state university)$",
    re.IGNORECASE,
)
"""Universities of several towns, which are told apart by that of the campus."""
_UNSURE = 1.0


def complete_school(parts: Sequence[Part], filled: dict[str, Filled]) -> dict[str, Filled]:
    """The roles with the school's name whole."""
    school = filled.get("school")
    if school is None:
        return _named_like_place(parts, filled)
    before = _part_before_bracket(parts, school)
    if before is not None and names_degree(before.text) and not names_school(school.text):
        return {name: role for name, role in filled.items() if name != "school"}
    if before is not None:
        school = Filled(f"{before.text} ({school.text})", (before, *school.parts), school.margin)
    school = _without_unit(school)
    campus = _campus(parts, school)
    if campus is not None:
        school = replace(school, text=f"{school.text}, {campus.text}", parts=(*school.parts, campus))
    own = {id(part) for part in school.parts}
    others = {
        name: role
        for name, role in filled.items()
        if name != "school" and not any(id(part) in own for part in role.parts)
    }
    return {**others, "school": school}


def _named_like_place(parts: Sequence[Part], filled: dict[str, Filled]) -> dict[str, Filled]:
    """A town's name on a row of its own, beside a degree without a school, is the school's; less surely so."""
    place = filled.get("location")
    if place is None or "degree" not in filled or len(place.parts) > 1:
        return filled
    part = place.parts[0]
    beside = [other for other in parts if other.offset == part.offset]
    if len(beside) > 1 or "," in part.text or is_country(part.text):
        return filled
    return {
        **{name: role for name, role in filled.items() if name != "location"},
        "school": replace(place, margin=-_UNSURE),
    }


def _part_before_bracket(parts: Sequence[Part], school: Filled) -> Part | None:
    """`Fundação Vargas` before `(FGV)`, where the letters in brackets alone were known."""
    first = school.parts[0]
    place = index_of(parts, first)
    if first.mark != "bracket" or place == 0 or parts[place - 1].offset != first.offset:
        return None
    return parts[place - 1]


def _without_unit(school: Filled) -> Filled:
    """`Hill View University` of `Department of Zoology, Hill View University`."""
    rest = list(school.parts)
    while len(rest) > 1 and UNIT.match(rest[0].text):
        del rest[0]
    if len(rest) == len(school.parts):
        return school
    begin = school.text.find(rest[0].text)
    return Filled(school.text[begin:], tuple(rest), school.margin) if begin > 0 else school


def _campus(parts: Sequence[Part], school: Filled) -> Part | None:
    """The town right behind the name of a state's university, unless the state stands behind it: then it is the place."""
    named = _STATE_SYSTEM.match(school.text)
    if named is None or not is_us_state((named["behind"] or named["before"]).strip()):
        return None
    last = school.parts[-1]
    place = index_of(parts, last)
    behind = [part for part in parts[place + 1 : place + 3] if part.offset == last.offset and part.group == last.group]
    if not behind or behind[0].mark != "comma" or (len(behind) > 1 and _begins_with_place(behind[1].text)):
        return None
    town = behind[0].text
    return behind[0] if is_place(town) and not is_us_state(town) and not is_country(town) else None


def _begins_with_place(text: str) -> bool:
    return is_place(text) or is_us_state(text.split()[0])
