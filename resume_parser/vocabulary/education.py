"""Degrees with their level, fields of study, and words that mark a school."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from resume_parser.vocabulary.alternation import alternation
from resume_parser.vocabulary.files import Item, list_files, read_items, read_words
from resume_parser.vocabulary.text import key, plain, words

_AS_WRITTEN = "_as_written"
"""Ends the name of a section whose names count only in this case."""
_COURSE_SIGNS = ("学部", "学科", "専攻", "研究科", "专业", "專業", "课程", "コース", "전공", "학과", "학부")
"""What courses of study end in where words are not parted."""
_WRITTEN = re.compile(r"\w+(?:\.\w+)*")

_CASE_MATTERS = frozenset({
    "AA", "AB", "AS", "BA", "BE", "BIT", "BL", "BM", "BN", "BS", "BAS", "CAP", "DC", "DEA", "DEC", "DO", "GDL", "HSC",
    "ISC", "ITI", "JD", "MA", "MAT", "MD", "ME", "MIS", "MIT", "MM", "MS", "OD", "S1", "S2", "SSC", "MSA", "XII",
    "SPM", "STPM", "BJ", "DBA", "MiM", "AOS", "BEP", "Dip", "12th", "10th", "Promotion", "Intermediate", "Master", "Bachelor",
    "Associates", "Associate's", "Certificate", "Licence", "Meister", "Lic.", "S.M.", "Técnico",
})  # fmt: skip
"""Short forms that are also words or endings: taken only as written here."""


_LONGEST_ACRONYM = 4


def degree_level(text: str) -> str | None:
    """secondary, vocational, associate, bachelor, master or doctorate; None where the text names no degree.

    Of several degrees in a text the one that stands first decides.
    """
    found = find_degree(text)
    return found[2] if found else None


def find_degree(text: str) -> tuple[int, int, str] | None:
    """Where the first degree's name stands, (start, end), and its level; the longest name at that place counts."""
    match = _degree_pattern().search(text)
    if match is None:
        return None
    return match.start(), match.end(), _degree_levels()[key(match.group())]


def find_degrees(text: str) -> list[tuple[int, int, str]]:
    """As `find_degree`, all of them in order."""
    return [
        (match.start(), match.end(), _degree_levels()[key(match.group())]) for match in _degree_pattern().finditer(text)
    ]


def find_other_studies(text: str) -> list[tuple[int, int, str]]:
    """Where words stand that take a degree's place: `Visiting Student`, `Exchange Semester`, `Continuing Education`."""
    return [(match.start(), match.end(), "other") for match in _other_pattern().finditer(text)]


@lru_cache(maxsize=8)
def name_words(kind: str) -> frozenset[str]:
    """Words that decide where a school's name begins and ends: those of a section of `name_words.txt`."""
    return frozenset(item.names[0] for item in read_items("education/name_words.txt") if item.section == kind)


def begins_with_degree(text: str) -> bool:
    return _degree_pattern().match(text) is not None


@lru_cache(maxsize=8192)
def has_degree_word(text: str) -> bool:
    return _degree_pattern().search(text) is not None


def is_degree(text: str) -> bool:
    """Whether the text as a whole is the name of a degree."""
    return key(text) in _degree_levels()


def is_field_of_study(text: str) -> bool:
    return key(text) in _fields() or (not text.isascii() and text.rstrip().endswith(_COURSE_SIGNS))


@lru_cache(maxsize=16384)
def has_school_cue(text: str) -> bool:
    """Whether a word of the text marks a place of education: University, Lycée, Faculdade, IIT, Szkoła."""
    found = words(text)
    known, cues = _school_words(), _school_cues()
    if any(part.rstrip(".") in known for word in found for part in (word, *_long_parts(word))):
        return True
    folded = [plain(word).rstrip(".") for word in found]
    if any(word in cues.words or word.endswith(cues.endings) for word in folded):
        return True
    if any(pair in known or pair in cues.words for pair in (f"{first} {second}" for first, second in pairwise(folded))):
        return True
    return not cues.as_written.isdisjoint(_WRITTEN.findall(text)) or (
        not text.isascii() and any(word in text for word in cues.in_scripts)
    )


def _long_parts(word: str) -> list[str]:
    """The parts of `Hohenstaufen-Gymnasium`; short ones are acronyms of something else."""
    return [part for part in word.split("-") if len(part) > _LONGEST_ACRONYM] if "-" in word else []


@lru_cache(maxsize=1)
def _degree_levels() -> dict[str, str]:
    levels: dict[str, str] = {}
    for item in _degrees():
        for name in item.names:
            levels.setdefault(key(name), item.section.removesuffix(_AS_WRITTEN))
    return levels


def _degrees() -> Iterator[Item]:
    """English first: where a name means two levels, the first counts."""
    for name in ("education/degrees.txt", *list_files("education/degrees_of_languages")):
        yield from read_items(name)


@lru_cache(maxsize=1)
def _degree_pattern() -> re.Pattern[str]:
    names = {name for item in _degrees() for name in item.names}
    written = _CASE_MATTERS.union(
        name for item in _degrees() if item.section.endswith(_AS_WRITTEN) for name in item.names
    )
    any_case, as_written = alternation(names - written), alternation(names & written)
    return re.compile(rf"(?<![\w.&+])(?:(?i:{any_case})|{as_written})(?![\w+#]|\.\w|['’]\w)")


@lru_cache(maxsize=1)
def _other_pattern() -> re.Pattern[str]:
    names = alternation(name for item in read_items("education/other_studies.txt") for name in item.names)
    return re.compile(rf"(?<![\w.&+-])(?i:{names})(?![\w+#-]|\.\w|['’]\w)")


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    return frozenset(key(item.names[0]) for item in read_items("education/fields.txt"))


@lru_cache(maxsize=1)
def _school_words() -> frozenset[str]:
    return read_words("education/school_cues.txt")


class _SchoolCues(NamedTuple):
    """Words of many languages, in folded case without accents, save those that count as written."""

    words: frozenset[str]
    endings: tuple[str, ...]
    as_written: frozenset[str]
    in_scripts: tuple[str, ...]


@lru_cache(maxsize=1)
def _school_cues() -> _SchoolCues:
    listed: dict[str, set[str]] = {"word": set(), "ending": set(), "as_written": set(), "script": set()}
    for item in read_items("education/schools_of_languages.txt"):
        listed[item.section].update(item.names)
    return _SchoolCues(
        frozenset(map(plain, listed["word"])),
        tuple(sorted(map(plain, listed["ending"]))),
        frozenset(listed["as_written"]),
        tuple(sorted(listed["script"])),
    )
