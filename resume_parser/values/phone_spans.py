"""Where telephone numbers stand in a text, as they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.values.phone import EXTENSION, count_digits
from resume_parser.vocabulary.contact_labels import label_before

DASHES = "‐‑‒–—−－-"
"""The hyphen stands last, as in a class of characters it would else make a range."""
_PLUS = "[+＋]"
_AREA = rf"(?:\(?0\d{{1,5}}\)?|(?:{_PLUS}|00)\d{{1,3}}[^\S\t]?(?:\(0\)[^\S\t]?)?\(?\d{{2,5}}\)?)[^\S\t]?/[^\S\t]?(?=\d)"
"""As Germans part the area's code: `0221 / 550143`."""
_BODY = rf"(?:[\d().{DASHES}]|(?<=\d)·(?=\d)|[^\S\t](?![/|·.,])|(?<=\d)/(?=\d))"
PATTERN = re.compile(
    rf"(?<![\d@])(?:{_AREA}{_BODY}{{3,18}}\d|(?:{_PLUS}|00)?[^\S\t]?\(?{_PLUS}?\d{_BODY}{{5,26}}\d)"
    r"(?:\s*(?:x|ext\.?|extension)\s*\d{1,5})?(?![\d@])",
    re.IGNORECASE,
)
CUT_AT_END = re.compile(rf"(?<![\w@/.])[+＋(]?\d[\d()./ {DASHES}]{{0,16}}$")
"""What may be the first part of a number that a line's end broke."""
REST_AT_START = re.compile(rf"\(?\d[\d()./ {DASHES}]{{1,14}}(?<=\d)(?=\s*$|\s*[|·•,;\t(]|\s{{2,}}|\s[^\W\d_])")
_POSTCODE_IN_FRONT = re.compile(r"^\d{4,6}\s+(?=\()")
"""No number has a bracket behind so many digits: `54981 (715) 555-0184`."""
_YEAR = r"(?:19[4-9]|20[0-4])\d"
_DATE = (
    rf"(?:{_YEAR}(?:[-/.]\d{{1,2}}){{0,2}}(?!\d)|\d{{1,2}}[-/.](?:\d{{1,2}}[-/.])?{_YEAR}(?!\d)|{_YEAR}(?:0[1-9]|1[0-2])(?!\d)"
    rf"|\d{{1,2}}/\d{{1,2}}/\d\d(?!\d))"
)
_DATES = re.compile(rf"\(?{_DATE}\)?(?:[\s/.{DASHES}]+\(?(?:{_DATE}|\d{{1,2}})\)?)*[\s/.{DASHES}]*")
_LEADING_DATE = re.compile(rf"(?:\d{{1,2}}[-/.]){{1,2}}{_YEAR}(?!\d)[\s/.{DASHES}]*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,3}")
_RUN_OF_DASHES = re.compile(rf"[{DASHES}]{{2,}}")
_GLUED_BEHIND = re.compile(r"(?:e-?mail|mail|linked|www|http|mob|phone|tel|address|skype|github|[A-Z][a-z]{2})")
_DIGIT = re.compile(r"\d")
_FEWEST, _MOST = 7, 15
_MOST_PLAIN = 13
_LABEL_REACH = 40


@dataclass(frozen=True, slots=True)
class PhoneSpan:
    begin: int
    stop: int
    written: str
    """With broken dashes made one."""


def find_phones(text: str) -> list[PhoneSpan]:
    """Runs of digits written like a telephone number, with a postcode that may stand before them: 7 to 15 digits or a few more, no dates."""
    if len(_DIGIT.findall(text)) < _FEWEST:
        return []
    return list(_find(text))


@lru_cache(maxsize=256)
def _find(text: str) -> tuple[PhoneSpan, ...]:
    return tuple(span for match in PATTERN.finditer(text) for span in _span(text, match))


def _span(text: str, match: re.Match[str]) -> Iterator[PhoneSpan]:
    first = match.start() + len(match.group()) - len(match.group().lstrip())
    if not (_may_begin(text, first) and _may_end(text, match.end())):
        return
    written = _trimmed(match.group())
    if (date := _LEADING_DATE.match(written)) and count_digits(written[date.end() :]) >= _FEWEST:
        written = _trimmed(written[date.end() :])
    digits = count_digits(written)
    plain = EXTENSION.sub("", written).isdigit() and not written.startswith("00")
    most = _MOST_PLAIN if plain else _MOST + 6
    if _FEWEST <= digits <= most and not any(kind.fullmatch(written) for kind in (_DATES, _THOUSANDS)):
        begin = match.start() + match.group().index(written)
        yield PhoneSpan(begin, begin + len(written), _RUN_OF_DASHES.sub("-", written))


def _trimmed(written: str) -> str:
    written = _POSTCODE_IN_FRONT.sub("", written.strip(f" ./·{DASHES}"))
    if written.count("(") > written.count(")"):
        return written.lstrip("( ")
    if written.count(")") > written.count("("):
        return written.rstrip(") ")
    return written


def _may_begin(text: str, begin: int) -> bool:
    """Not within a word, an address or a longer number, unless it is a label that the number is glued to."""
    before = text[begin - 1 : begin]
    if not before or (not (before.isascii() and before.isalnum()) and before not in "_./-"):
        return True
    return label_before("mobile", "phone", "home", "fax").search(text[max(0, begin - _LABEL_REACH) : begin]) is not None


def _may_end(text: str, end: int) -> bool:
    behind = text[end : end + 1]
    return not (behind.isascii() and (behind.isalnum() or behind == "_")) or _GLUED_BEHIND.match(text, end) is not None
