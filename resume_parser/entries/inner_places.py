"""Places without a separator of their own: `Cold Storage-Toledo, OH`, `Heron Surveys Boise, ID Field Surveyor`."""

import re

from resume_parser.vocabulary import has_company_suffix, is_place, is_us_state

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
        state = glued[2].rpartition(", ")[2]
        return f"{glued[1]}\t{text[glued.end() :]}" if is_us_state(state) or is_place(state) else text
    inside = _INSIDE.match(text)
    if inside is None or not is_us_state(inside[2]):
        return text
    words = inside[1].split()
    for count in range(min(_MOST_WORDS_OF_A_TOWN, len(words) - 1), 0, -1):
        if is_place(" ".join(words[-count:])):
            name, town = " ".join(words[:-count]), " ".join(words[-count:])
            return f"{name}\t{town}, {inside[2]}\t{text[inside.end() :]}"
    return text
