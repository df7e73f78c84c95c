"""Skills that are told rather than listed: sentences, and names with an explanation behind them."""

import re

from resume_parser.fields.skill_items import split_list, strip_lead

_FIRST_PERSON = re.compile(r"^(?:I|I['’]m|My|As an?|Ich|Je|Yo)\s")
_EXPLANATION = re.compile(r"^((?:(?!\s[–—-]\s).){2,45})\s[–—-]\s+((?:(?!\s[–—-]\s).)+)$")
_LONG_NAME, _LONG_PIECE, _LONGEST_PIECE = 4, 6, 10
"""In words: no name of a skill behind a colon, no item before a full stop, no item at all is longer."""


def is_prose(text: str) -> bool:
    """Sentences rather than items."""
    if _FIRST_PERSON.match(text):
        return True
    longest = max((len(piece.split()) for piece in split_list(text)), default=0)
    ends_sentence = text.rstrip().endswith(".") and len(text.split()) > _LONG_PIECE + 1
    return longest > (_LONG_PIECE if ends_sentence else _LONGEST_PIECE)


def explains(text: str) -> bool:
    """Whether the text behind a skill's name tells what it was used for."""
    pieces = [strip_lead(piece).split() for piece in split_list(text)]
    return is_prose(text) or sum(map(len, pieces)) > _LONG_NAME * len(pieces)


def split_explanation(text: str) -> tuple[str, str]:
    """What stands before the only dash of the text and what behind it; nothing before where there is no such dash."""
    match = _EXPLANATION.match(text)
    return (match[1], match[2]) if match and len(split_list(match[1])) == 1 else ("", text)
