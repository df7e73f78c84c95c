"""Telephone numbers: as written, and as E.164 through `phonenumbers`."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

PATTERN = re.compile(
    r"(?<![\w@/.-])(?:\+|00)?[^\S\t]?\(?\+?\d(?:[\d().\-–‑]|(?<=\d)·(?=\d)|[^\S\t](?![/|·])|(?<=\d)/(?=\d)){5,22}\d"
    r"(?:\s*(?:x|ext\.?|extension)\s*\d{1,5})?(?![\w@])",
    re.IGNORECASE,
)
_POSTCODE_IN_FRONT = re.compile(r"^\d{4,6}\s+(?=\()")
"""No number has a bracket behind so many digits: `54981 (715) 555-0184`."""
_FIRST_GROUP = re.compile(r"^\d{4,6}\s+(?=\d)")
_NORTH_AMERICAN = re.compile(r"\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\d{3}([-.])\d{3}\1\d{4}")
"""Grouped as in the United States and Canada, and hardly anywhere else."""
_EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*\d{1,5}$", re.IGNORECASE)
_YEARS = re.compile(
    r"\(?(?:19|20)\d\d\)?\s*[-–/. ]\s*\(?(?:(?:19|20)\d\d|\d{1,2})\)?(?:\s*[-–/. ]\s*\d{1,2})?$"
    r"|(?:\d{1,2}[-/.]){1,2}(?:19|20)\d\d(?!\d)"
)
"""Periods and dates in figures."""


@dataclass(frozen=True, slots=True)
class PhoneSpan:
    begin: int
    stop: int
    written: str


def clean(text: str, regions: tuple[str, ...] = ()) -> str | None:
    """E.164 of the number, or None.

    `regions` (ISO 3166 alpha-2, likeliest first) read a number without a country code. The likeliest also takes a number
    that is possible there but not given out, as those reserved for examples are, before the next is asked.
    """
    shaped = ("US",) if regions and _NORTH_AMERICAN.fullmatch(_EXTENSION.sub("", text).strip()) else ()
    for region in (None, *shaped, *regions):
        number = _parsed(text, region, strict=region != regions[0] if regions else True)
        if number is not None:
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return None


def without_first_group(written: str) -> str | None:
    """The number behind a first group of digits, which may be a postcode; None when too little is left."""
    rest = _FIRST_GROUP.sub("", written)
    return rest if rest != written and sum(map(str.isdigit, rest)) >= 8 else None


def find_phones(text: str) -> list[PhoneSpan]:
    """Runs of digits written like a telephone number: 7 to 15 digits that are no dates."""
    found = []
    for match in PATTERN.finditer(text):
        written = _POSTCODE_IN_FRONT.sub("", match.group().strip(" .-–/·"))
        if written.count("(") > written.count(")"):
            written = written.lstrip("( ")
        elif written.count(")") > written.count("("):
            written = written.rstrip(") ")
        digits = sum(character.isdigit() for character in _EXTENSION.sub("", written))
        if (
            7 <= digits <= 15
            and not _YEARS.match(written)
            and not (digits > 10 and written.isdigit() and written[0] != "0")
        ):
            begin = match.start() + match.group().index(written)
            found.append(PhoneSpan(begin, begin + len(written), written))
        elif 11 <= digits <= 13 and written.isdigit():
            found.append(PhoneSpan(match.start(), match.end(), written))
    return found


@lru_cache(maxsize=1024)
def _parsed(text: str, region: str | None, strict: bool) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(_international(text), region)
    except NumberParseException:
        return None
    if phonenumbers.is_valid_number(number):
        return number
    may_be_reserved = region is None or not strict
    return number if may_be_reserved and not _keeps_zero(number) and phonenumbers.is_possible_number(number) else None


def _keeps_zero(number: PhoneNumber) -> bool:
    """A zero in front that is no part of a number in this region: it was written for another one."""
    return bool(number.italian_leading_zero)


def _international(text: str) -> str:
    """`0049 …` and `+44 (0)20 …` written the way the library reads them."""
    compact = _EXTENSION.sub("", text).strip()
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    return re.sub(r"\(0\)", "", compact) if compact.startswith("+") else compact
