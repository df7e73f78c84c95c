"""Countries, states, regions and larger cities, and whether a text looks like a location."""

import re
from collections.abc import Sequence
from functools import lru_cache

from resume_parser.vocabulary.companies import has_company_cue, has_company_suffix
from resume_parser.vocabulary.education import has_school_cue
from resume_parser.vocabulary.files import read_items
from resume_parser.vocabulary.gazetteer import find_place, fold
from resume_parser.vocabulary.titles import has_title_word

_CODE = re.compile(r"[A-Z]{2,3}")
_POSTCODE = re.compile(
    r"\d{5}(?:-\d{3,4})?|\d{6}|\d{3}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|"
    r"[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{4}"
)
_POSTCODE_AT_END = re.compile(rf"\s(?:{_POSTCODE.pattern})$")
_CODED = re.compile(rf"([A-Z]{{2,3}})\s+(?:{_POSTCODE.pattern})\s+(\D+)")
"""`LA 70802 United States`"""
_NUMBER_IN_FRONT = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,6}\s+")
_STREET = re.compile(
    r"(?i)\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|close|crescent|terrace|way|square|"
    r"place|highway|apt|apartment|suite|flat|floor|p\.?o\.? box|rua|avenida|calle|rue|via|\w*stra(?:ß|ss)e|str|weg|"
    r"platz)\b"
)
_AREA_WORDS = re.compile(
    r"(?i)^(?:greater|metro|north|south|east|west|central|downtown|upper|lower|new)\s+|"
    r"\s+(?:area|metropolitan area|metro area|region|city|state|province|prefecture|county)$"
)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)?$")
_REMOTE = frozenset({"remote", "hybrid", "on-site", "onsite", "worldwide"})
_BRACKETS = " ()[]"


def is_country(text: str) -> bool:
    return country_code(text) is not None


def country_code(text: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country that the text as a whole names."""
    return _countries().get(fold(text))


def is_us_state(text: str) -> bool:
    """Whether the text is a state of the United States: its name in any case, or its postal code in capitals."""
    written = text.strip(" .,")
    states = _us_states()
    return written in states if _CODE.fullmatch(written) else fold(written) in states


def is_place(text: str) -> bool:
    """Whether the text as a whole names a place: city, region, state or country; codes only in capitals."""
    written = text.strip(" .,()")
    if _CODE.fullmatch(written) and written in _codes():
        return True
    if fold(written) in _places():
        return True
    place = find_place(_IN_BRACKETS.sub("", written)) if not written[:1].islower() else None
    return place is not None and not place.doubtful


def are_in_one_country(names: Sequence[str]) -> bool:
    """Whether all are names of places, be they words as well, of one country: `Halle`, `Deutschland`."""
    named = [set(_countries_named(name)) if not name[:1].islower() else set() for name in names]
    return bool(named) and bool(set.intersection(*named))


def countries_of(place: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes of the countries that a place's name can mean, likeliest first.

    Of several comma parts the last that is known decides, narrowed by those before: `London, Ontario` is CA. A name that
    is also a word counts only beside another of the same country.
    """
    parts = [part for part in (_tidy(part) for part in place.split(",")) if part and not part[0].islower()]
    named = [codes for part in parts if (codes := _countries_named(part))]
    if not named:
        return ()
    if len(parts) == 1:
        return named[0] if _part_score(parts[0]) == 1.0 else ()
    likeliest = named[-1]
    for codes in reversed(named[:-1]):
        likeliest = tuple(code for code in likeliest if code in codes) or likeliest
    return likeliest


def _countries_named(name: str) -> tuple[str, ...]:
    written = name.strip(" .,")
    if _CODE.fullmatch(written):
        return ("US",) if is_us_state(written) else (code,) if (code := country_code(written)) else ()
    for shorter in (written, _IN_BRACKETS.sub("", written), _AREA_WORDS.sub("", written)):
        if found := find_place(shorter):
            return found.countries
        if code := _regions().get(fold(shorter)) or country_code(shorter):
            return (code,)
    return ()


def looks_like_location(text: str) -> float:
    """How much a text reads like a location, 0 to 1.

    `Porto, Portugal` 1.0, `Springfield` 0.8, `Anytown, OH` 0.9, `Acme` 0.0: what no list knows can still be the city
    before a known state or country, unless it speaks of an employer, a school or a role.
    """
    parts = [part for part in (_tidy(part) for part in re.split(r"[,/|•·]|\s[-–—]\s", text)) if part]
    if not parts or len(parts) > _MOST_PARTS:
        return 0.0
    known = [_part_score(part) for part in parts]
    if len(parts) == 1:
        return 0.8 * known[0] if known[0] < 1.0 or not is_country(parts[0]) else 1.0
    if all(score >= _SURE for score in known):
        return 1.0
    if known[-1] >= _SURE and all(_may_be_name(part) for part in parts[:-1]):
        return 0.9 if len(parts) == _CITY_AND_STATE else 0.8
    if known[0] >= _SURE and _may_be_name(parts[-1]) and len(parts) == _CITY_AND_STATE:
        return 0.5
    return 0.0


def split_trailing_location(text: str) -> tuple[str, str | None]:
    """The text without the location at its end, and that location: `Mercy Hospital, Boston, MA` gives the two.

    Only whole comma parts are taken, and never the first one.
    """
    parts = [part.strip() for part in text.split(",")]
    taken = len(parts)
    while taken > 1 and _part_score(_tidy(parts[taken - 1])) >= _SURE:
        taken -= 1
    if taken == len(parts):
        return text, None
    return ", ".join(parts[:taken]), ", ".join(parts[taken:])


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """Every single word of the names of places, for the language model's features."""
    return frozenset(word for name in _places() for word in name.split() if len(word) > _SHORTEST) - _NOT_PLACE_WORDS


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Countries' names, and codes of states and provinces, in folded case."""
    return frozenset(_countries()) | frozenset(code.casefold() for code in _codes())


_MOST_PARTS = 5
_CITY_AND_STATE = 2
_SURE = 0.75
_MOST_WORDS = 4


def _part_score(part: str) -> float:
    if is_place(part):
        return 1.0
    if fold(part) in _REMOTE:
        return 1.0
    if _POSTCODE.fullmatch(part):
        return 0.75
    coded = _CODED.fullmatch(part)
    if coded and coded[1] in _codes() and is_country(coded[2]):
        return 1.0
    shorter = _AREA_WORDS.sub("", part)
    if shorter != part and is_place(shorter):
        return 1.0
    head, _, tail = part.rpartition(" ")
    if head and tail in _codes() and _CODE.fullmatch(tail) and _may_be_name(head):
        return 1.0 if is_place(head) else 0.75
    if _STREET.search(part) and any(character.isdigit() for character in part):
        return 0.75
    return 0.0


def _may_be_name(part: str) -> bool:
    """A few words that each begin large, or a street: what stands before a state or country."""
    words = part.split()
    if has_company_cue(part) or has_company_suffix(part) or has_school_cue(part) or has_title_word(part):
        return False
    if not 0 < len(words) <= _MOST_WORDS:
        return bool(_STREET.search(part))
    return all(word[0].isupper() or word.casefold() in _PARTICLES for word in words if word[0].isalpha())


_PARTICLES = frozenset(
    {
        "de",
        "do",
        "da",
        "dos",
        "del",
        "la",
        "le",
        "les",
        "of",
        "am",
        "an",
        "der",
        "upon",
        "on",
        "sur",
        "en",
        "the",
        "and",
    }
)


def _tidy(part: str) -> str:
    part = part.strip(_BRACKETS + ".;:")
    return _NUMBER_IN_FRONT.sub("", _POSTCODE_AT_END.sub("", part)).strip(_BRACKETS)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {fold(name): item.names[-1] for item in read_items("places/countries.txt") for name in item.names[:-1]}


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    return {fold(name): item.names[-1] for item in read_items("places/region_names.txt") for name in item.names[:-1]}


@lru_cache(maxsize=1)
def _us_states() -> frozenset[str]:
    items = list(read_items("places/us_states.txt"))
    return frozenset({fold(item.names[0]) for item in items} | {item.names[1] for item in items})


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Codes that stand after a city: of states and provinces, and of the few countries written short."""
    regions = {item.names[1] for item in read_items("places/regions.txt") if len(item.names) > 1}
    states = {item.names[1] for item in read_items("places/us_states.txt")}
    return frozenset(regions | states | {"UK", "US", "USA", "UAE", "KSA", "DRC"})


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    files = ("places/cities.txt", "places/regions.txt", "places/us_states.txt")
    names = {fold(item.names[0]) for name in files for item in read_items(name)}
    return frozenset(names | set(_countries()))


_SHORTEST = 2
_NOT_PLACE_WORDS = frozenset(
    {"the", "and", "des", "del", "city", "state", "area", "park", "green", "high", "bend", "mobile", "reading"}
)
