"""Telephone numbers as E.164, through `phonenumbers`."""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*\d{1,5}$", re.IGNORECASE)
NORTH_AMERICA = "US"
_NORTH_AMERICAN = re.compile(r"(?:\(\d{3}\)\s?|\d{3}([-. ]))\d{3}(?(1)\1|[-.\s])\d{4}")
"""Grouped as in the countries that share the code 1, and hardly anywhere else."""
_GROUPED_ALIKE = frozenset({"CO", "IR", "MX", "TR", "VE"})
"""Countries outside of these whose own numbers may be grouped so."""
_SHORTEST, _LONGEST_NATIONAL = 8, 13
_FIRST_GROUP = re.compile(r"^\d{2,6}\s+(?=[\d(])")


def clean(text: str, regions: tuple[str, ...] = (), *, lenient: bool = True) -> str | None:
    """E.164 of the number, or None.

    `regions` (ISO 3166 alpha-2, likeliest first) read a number without a country code. The likeliest also takes a number
    that is possible there but not given out, as those reserved for examples are, before the next is asked; not `lenient`,
    only numbers that are given out are read.
    """
    shaped = (NORTH_AMERICA,) if _is_north_american(text, regions) else ()
    for region in (None, *shaped, *regions):
        first = region in shaped or (lenient and region in regions[:1])
        number = _parsed(text, region, strict=region is not None and not first)
        if number is not None:
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return None


def without_postcode(written: str, regions: tuple[str, ...]) -> str:
    """The number without groups of digits before it that are a postcode's: too many for a number, or none with them."""
    rest = written
    while not is_valid(rest, regions) and (match := _FIRST_GROUP.match(rest)):
        shorter = rest[match.end() :]
        if count_digits(shorter) < _SHORTEST:
            break
        if is_valid(shorter, regions) or count_digits(rest) > _LONGEST_NATIONAL or _reads_alone(shorter):
            return without_postcode(shorter, regions)
        rest = shorter
    return written


def is_valid(written: str, regions: tuple[str, ...]) -> bool:
    """Whether the number is given out: in the country that it says, or in one of the regions."""
    asked = (None,) if is_international(written) else regions
    numbers = [_parsed(written, region, strict=True) for region in asked]
    return any(number is not None and phonenumbers.is_valid_number(number) for number in numbers)


def is_international(written: str) -> bool:
    return written.lstrip(" (").startswith(("+", "＋", "00"))


def count_digits(written: str) -> int:
    return sum(map(str.isdigit, EXTENSION.sub("", written)))


def _reads_alone(written: str) -> bool:
    return _NORTH_AMERICAN.fullmatch(written) is not None


def _is_north_american(text: str, regions: tuple[str, ...]) -> bool:
    """Whether the grouping tells the code 1; not where the number is a mobile, or is grouped alike, in the likeliest region."""
    if not _reads_alone(EXTENSION.sub("", text).strip()) or _parsed(text, NORTH_AMERICA, strict=False) is None:
        return False
    if not regions:
        return True
    number = _parsed(text, regions[0], strict=True)
    if number is None or number.country_code == 1:
        return True
    mobile = "(" not in text and phonenumbers.number_type(number) == PhoneNumberType.MOBILE
    return regions[0] not in _GROUPED_ALIKE and not mobile


@lru_cache(maxsize=1024)
def _parsed(text: str, region: str | None, strict: bool) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(_international(text), region)
    except NumberParseException:
        return None
    if phonenumbers.is_valid_number(number):
        return number
    if strict and region is not None:
        return None
    reserved = phonenumbers.is_possible_number(number) and not number.italian_leading_zero
    return number if reserved and (region is None or _is_written_as_in(region, text, number)) else None


def _is_written_as_in(region: str, text: str, number: PhoneNumber) -> bool:
    """Whether a number that is not given out is as long as those that are, with the zero in front that the region's have."""
    length = len(phonenumbers.national_significant_number(number))
    with_zero = (phonenumbers.ndd_prefix_for_region(region, True) or "").startswith("0")
    return length in _usual_lengths(region) and with_zero == text.lstrip(" (").startswith("0")


@lru_cache(maxsize=256)
def _usual_lengths(region: str) -> frozenset[int]:
    kinds = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
    examples = [phonenumbers.example_number_for_type(region, kind) for kind in kinds]
    return frozenset(len(phonenumbers.national_significant_number(example)) for example in examples if example)


def _international(text: str) -> str:
    """`0049 …` and `+44 (0)20 …` written the way the library reads them."""
    compact = EXTENSION.sub("", text).strip()
    if compact.startswith(("(+", "(00")):
        compact = compact.replace("(", "", 1).replace(")", " ", 1)
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    return re.sub(r"\(0\)", "", compact) if compact.startswith("+") else compact
