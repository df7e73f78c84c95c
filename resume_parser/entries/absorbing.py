"""Names take in what is left over beside them and belongs to them."""

import re
from collections.abc import Sequence

from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part, index_of
from resume_parser.entries.scoring import LATER_TITLE, UNIT
from resume_parser.vocabulary import has_company_cue, has_company_suffix, has_school_cue, is_degree

_ORGANISATIONS = ("company", "school")
_WORDS_OF_A_TOWN = 2
_CLEAR = 1.5
_LETTERS_OF_A_SHORT_FORM = 6
_PLACE_OF_WORK = re.compile(
    r"\b(?:lab|laborator(?:y|ies)|cent(?:er|re)|clinic|hospital|section|inc|ltd|llc|gmbh)\b\.?$", re.IGNORECASE
)
"""What a title is not followed by as a part of itself, unlike a department or a specialty."""


def absorb(
    parts: Sequence[Part], own: Sequence[list[float]], blended: Sequence[list[float]], filled: dict[str, Filled]
) -> dict[str, Filled]:
    """Names take in the comma parts left over beside them: `Okafor, Lawal & Co.`; a school also what a dash parts from it."""
    taken = {id(part) for role in filled.values() for part in role.parts}
    for name in ("company", "school", "title", "degree"):
        role = filled.get(name)
        if role is None:
            continue
        for part in _followers(parts, role.parts[-1], dash=name in {"school", "degree"}):
            place = index_of(parts, part)
            short_form = name == "degree" and part.mark in {"bracket", "dash"} and _is_short_form(part.text)
            later = name == "title" and LATER_TITLE.match(part.text)
            separate = part.mark == "bracket" or (part.mark == "dash" and name == "degree")
            plain = later or (not separate and _is_plain(own[place], blended[place]))
            if id(part) in taken or not (plain or short_form) or _stands_for_itself(name, role, part, parts):
                break
            role = _joined(role, part)
            taken.add(id(part))
        before = index_of(parts, role.parts[0]) - 1
        if (
            name != "title"
            and before >= 0
            and (
                (_keeps_units(name, role) and _is_unit_of(parts[before], role.parts[0]))
                or _is_first_partner(parts[before], role)
            )
            and id(parts[before]) not in taken
        ):
            role = Filled(f"{parts[before].text}, {role.text}", (parts[before], *role.parts), role.margin - 0.3)
            taken.add(id(parts[before]))
        filled[name] = role
    return filled


def _joined(role: Filled, part: Part) -> Filled:
    before, after = {"dash": (" – ", ""), "bracket": (" (", ")")}.get(part.mark, (", ", ""))
    return Filled(f"{role.text}{before}{part.text}{after}", (*role.parts, part), role.margin - 0.3)


def _is_short_form(text: str) -> bool:
    """`MSc` in brackets, or `MS` after a dash, behind a Master of Science."""
    return is_degree(text) or (text.isupper() and len(text) <= _LETTERS_OF_A_SHORT_FORM)


def _stands_for_itself(name: str, role: Filled, part: Part, parts: Sequence[Part]) -> bool:
    """Whether the part is a name of its own: a place of work behind a title, a town behind an employer or school."""
    if name == "title":
        return is_place_of_work(part.text)
    if name == "company" and part.mark == "comma" and any(map(str.isdigit, part.text)):
        # A street with its number.
        return True
    return name in _ORGANISATIONS and part.mark == "comma" and _may_be_town(part, role, parts)


def is_place_of_work(text: str) -> bool:
    """A laboratory, a school, a firm by its legal form: behind a title no part of it."""
    return bool(_PLACE_OF_WORK.search(text)) or has_school_cue(text) or has_company_suffix(text)


def _may_be_town(part: Part, role: Filled, parts: Sequence[Part]) -> bool:
    """A word or two behind a name, without a firm's or school's mark in all that follows.

    Behind one that is named for a wider place they are its campus: `University of Lagos, Akoka`.
    """
    if role.text.casefold().startswith(("university of", "college of")):
        return False
    following = [
        other for other in parts[index_of(parts, part) :] if (other.offset, other.group) == (part.offset, part.group)
    ]
    marked = any(
        has_company_suffix(one.text) or has_company_cue(one.text) or has_school_cue(one.text) or "&" in one.text
        for one in following
    )
    return not marked and len(part.text.split()) <= _WORDS_OF_A_TOWN


def _is_first_partner(part: Part, role: Filled) -> bool:
    """`Okafor` before `Lawal & Co.`"""
    first = role.parts[0]
    beside = (part.offset, part.group) == (first.offset, first.group) and first.mark == "comma"
    return beside and "&" in role.text and part.text.istitle() and len(part.text.split()) == 1


def _keeps_units(name: str, role: Filled) -> bool:
    """A department belongs to the name of a school or an office; who works at a university's is employed by that."""
    return name == "school" or not has_school_cue(role.text)


def _is_unit_of(part: Part, following: Part) -> bool:
    """`Department of Zoology` before its university in the same list."""
    return (part.offset, part.group) == (following.offset, following.group) and bool(UNIT.match(part.text))


def _followers(parts: Sequence[Part], last: Part, dash: bool) -> list[Part]:
    """The parts behind one in its group, and with `dash` those that a dash parts from it."""
    found = []
    for part in parts[index_of(parts, last) + 1 :]:
        beyond_dash = dash and part.mark == "dash" and part.group == last.group + 1
        if part.offset != last.offset or not (part.group == last.group or beyond_dash):
            break
        found.append(part)
        last = part
    return found


def _is_plain(own: Sequence[float], blended: Sequence[float]) -> bool:
    """No place by its words nor, unless the words speak clearly, by its slot; and not rather a note than anything else."""
    return own[-1] < 1.0 and max(own) > 0.0 and (blended[-1] < 1.0 or max(own[:-1]) > _CLEAR)
