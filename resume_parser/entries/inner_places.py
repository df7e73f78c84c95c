"""Places without a separator of their own: `Cold Storage-Toledo, OH`, `Heron Surveys Boise, ID Field Surveyor`."""

import re

from resume_parser.vocabulary import (
    are_in_one_country,
    has_company_cue,
    has_company_suffix,
    has_school_cue,
    is_place,
    is_us_state,
)

_GLUED = re.compile(r"^(.*[\w.)])[-–](?=([A-Z][^\W\d_][\w .'’-]*?, (?:[A-Z]{2}|[A-Z]\w+))$)")
_INSIDE = re.compile(r"^([^,\t]+), ([A-Z]{2})\s+(?=[A-Z][a-z])")
_SEATED = re.compile(r"^(.*\S)\s+(?:te|in|à|w|de|en)\s+([A-ZÀ-Þ]\S*(?:\s[A-ZÀ-Þ]\S*)?)$")
"""`Waddenwarmte B.V. te Leeuwarden`"""
_MOST_WORDS_OF_A_TOWN = 3


def set_places_apart(text: str) -> str:
    """The text with a tab where such a place begins and ends."""
    seated = _SEATED.match(text)
    if seated and has_company_suffix(seated[1]) and is_place(seated[2]):
        return f"{seated[1]}\t{seated[2]}"
    if ", " not in text:
        return text
    glued = _GLUED.match(text)
    if glued:
        return f"{glued[1]}\t{text[glued.end() :]}" if _is_town(*glued[2].rsplit(", ", 1)) else text
    inside = _INSIDE.match(text)
    if inside is None or not is_us_state(inside[2]):
        return text
    words = inside[1].split()
    for count in range(min(_MOST_WORDS_OF_A_TOWN, len(words) - 1), 0, -1):
        if is_place(" ".join(words[-count:])):
            name, town = " ".join(words[:-count]), " ".join(words[-count:])
            return f"{name}\t{town}, {inside[2]}\t{text[inside.end() :]}"
    return text


def _is_town(name: str, state: str) -> bool:
    """Whether the name is a town's: known as one, or any before a state that is no word of a school or employer."""
    if is_us_state(state):
        return is_place(name) or not (has_school_cue(name) or has_company_cue(name))
    return is_place(state) and (is_place(name) or are_in_one_country((name, state)))
