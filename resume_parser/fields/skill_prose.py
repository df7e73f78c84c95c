"""Skills that are told rather than listed: sentences, and names with an explanation behind them."""

import re

from resume_parser.fields.skill_items import split_list, strip_lead

_FIRST_PERSON = re.compile(r"^(?:I|I['’]m|My|As an?|Ich|Je|Yo)\s")
_EXPLANATION = re.compile(r"^((?:(?!\s[–—-]\s).){2,45})\s[–—-]\s+((?:(?!\s[–—-]\s).)+)$")
_INTRODUCTION = re.compile(
    r"^(?:I|I['’]m|My)\b[^,;]{0,50}?\b(?:users? of|proficient (?:in|with)|skilled (?:in|at|with)|experienced? (?:in|of|with)|"
    r"knowledge of|familiar with|competent (?:in|with)|comfortable with|use|include|are)\s+",
    re.IGNORECASE,
)
_LAST = re.compile(r",?\s+(?:and|und|et|y|e|&)\s+")
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


def introduced_list(text: str) -> list[str]:
    """The items of `I am a user of A, B and C.`; none where the sentence is no such list."""
    introduction = _INTRODUCTION.match(text)
    if introduction is None:
        return []
    *items, last = split_list(text[introduction.end() :].rstrip(". "))
    items += [item for item in _LAST.split(last) if item]
    return items if len(items) > 1 and all(len(item.split()) <= _LONG_NAME for item in items) else []


def split_explanation(text: str) -> tuple[str, str]:
    """What stands before the only dash of the text and what behind it; nothing before where there is no such dash."""
    match = _EXPLANATION.match(text)
    return (match[1], match[2]) if match and len(split_list(match[1])) == 1 else ("", text)
