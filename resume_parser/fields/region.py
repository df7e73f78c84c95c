"""The country that the person's own address names: what reads a telephone number without a country code."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phonenumbers import SUPPORTED_REGIONS

from resume_parser.values.email import find_emails
from resume_parser.values.phone_spans import find_phones
from resume_parser.values.url import PATTERN as URL
from resume_parser.vocabulary import countries_of, country_code, is_us_state
from resume_parser.vocabulary.contact_labels import label_before

_PIECES = re.compile(r"\t+|\s*[|·•●▪;]\s*|\s[–—/.-]\s|\n")
_PHONE_LABEL, _EMAIL_LABEL = label_before("mobile", "phone", "home", "fax"), label_before("email")
_LABEL = re.compile(r"^[^\W\d]{2,}(?:\s[^\W\d]+){0,3}\s?[:：]\s*")
_NOT_HOME = re.compile(
    r"\b(?:national|citizen|visa|permit|passport|born|birth|languages?|relocat|willing|nationalit|staatsang|geburt|geboren|n[ée]e?\b|"
    r"naciona|nacido|nascid|cittadin|obywatel|native of|origin)",
    re.IGNORECASE,
)
_STATE = re.compile(r"[a-z.],? ([A-Z]{2})(?:,? \d{5}(?:-\d{4})?)?$")
_POSTCODE_IN_FRONT = re.compile(r"(^|,\s*)(?:[A-Z]{1,2}-)?\d[\d -]{2,8}\s+(?=[^\W\d])")
_POSTCODES = {
    "GB": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    "CA": re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"),
    "IE": re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] [0-9AC-FHKNPRTV-Y]{4}\b"),
    "JP": re.compile(r"〒\s?\d{3}-?\d{4}"),
    "DE": re.compile(r"\bD-\d{5}\b"),
    "AT": re.compile(r"\bA-\d{4}\b"),
    "CH": re.compile(r"\bCH-\d{4}\b"),
    "AU": re.compile(r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b"),
}
_NATIONAL_DOMAIN = re.compile(r"\.([a-z]{2})$")
_NOT_NATIONAL = frozenset({"ai", "cc", "co", "fm", "gg", "io", "ly", "me", "sh", "to", "tv"})
"""Country codes that are bought for their letters."""
_COUNTRY_WEIGHT, _POSTCODE_WEIGHT, _TOWN_WEIGHT = 5, 3, 2
_MOST_REGIONS = 4
_LONGEST_PIECE = 90
"""Running text names the places of customers, not of the writer."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the person lives."""

    regions: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, likeliest first."""
    sure: bool = False
    """Whether the first is the likeliest by far, and told by more than the domain of an address."""


def home_of(address_lines: Iterable[str], email: str | None) -> Home:
    """What the lines of the person's own contact block name; without any place there, the country of the e-mail's domain."""
    weights: Counter[str] = Counter()
    doubtful: list[str] = []
    lines = [line for line in address_lines if not _NOT_HOME.search(line)]
    weights.update({region: _POSTCODE_WEIGHT for line in lines for region in _by_postcode(line)})
    for piece in _pieces(lines):
        certain, possible = _named(piece)
        weights.update(certain)
        doubtful.extend(possible)
    ranked = [region for region, _ in weights.most_common(_MOST_REGIONS)]
    domain = _of_domain(email)
    if ranked:
        return Home(tuple(ranked), sure=len(ranked) == 1 or weights[ranked[0]] > weights[ranked[1]])
    if domain and domain in doubtful:
        return Home((domain,), sure=True)
    return Home(tuple(dict.fromkeys([*doubtful[:_MOST_REGIONS], *([domain] if domain else [])])), sure=bool(doubtful))


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """Parts of the lines without what is no place: addresses, numbers, labels."""
    for line in lines:
        for piece in _PIECES.split(_without_contact_values(line)):
            place = _POSTCODE_IN_FRONT.sub(r"\1", _LABEL.sub("", piece.strip())).strip(" ,.()")
            if 1 < len(place) <= _LONGEST_PIECE:
                yield place


def _without_contact_values(text: str) -> str:
    for span in reversed(find_phones(text)):
        text = f"{_PHONE_LABEL.sub('', text[: span.begin])}|{text[span.stop :]}"
    if "@" in text:
        for found in reversed(find_emails(text)):
            text = f"{_EMAIL_LABEL.sub('', text[: found.begin])}|{text[found.stop :]}"
    return URL.sub("|", text) if "." in text else text


def _named(piece: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Regions with weights that the piece names for certain; and those that the town's name can mean, where there are several."""
    certain: dict[str, int] = {}
    last = piece.rpartition(",")[2].strip(" .")
    if (code := country_code(last)) and len(last) > 1:
        certain[code] = _COUNTRY_WEIGHT
    state = _STATE.search(piece)
    if state and is_us_state(state[1]):
        certain["US"] = certain.get("US", 0) + _POSTCODE_WEIGHT
    if certain:
        return certain, ()
    codes = countries_of(piece)
    return ({codes[0]: _TOWN_WEIGHT}, ()) if len(codes) == 1 else ({}, codes)


def _by_postcode(line: str) -> Iterator[str]:
    return (region for region, pattern in _POSTCODES.items() if pattern.search(line))


def _of_domain(email: str | None) -> str | None:
    """The country of the national domain that the address is in."""
    match = _NATIONAL_DOMAIN.search((email or "").lower())
    if match is None or match[1] in _NOT_NATIONAL:
        return None
    code = "GB" if match[1] == "uk" else match[1].upper()
    return code if code in SUPPORTED_REGIONS else None
