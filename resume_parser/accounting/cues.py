"""What a line looks like by its own words, whatever section it stands in and whoever read it."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.scoring import is_career_break
from resume_parser.entries.sentences import first_sentence
from resume_parser.sections.content import SCHOOL_OR_DEGREE
from resume_parser.values.date_patterns import YEAR
from resume_parser.values.date_words import PRESENT_WORDS
from resume_parser.values.dates import DateSpan, find_dates
from resume_parser.vocabulary import (
    find_degree,
    has_company_cue,
    has_company_suffix,
    has_school_cue,
    has_title_word,
)
from resume_parser.vocabulary.alternation import alternation
from resume_parser.vocabulary.labels import OTHER, kind_of_label, read_columns
from resume_parser.vocabulary.society import names_an_office

_PIECES = re.compile(r"\t+|\s+[|•·–—-]\s+|,\s+(?=[A-ZÀ-Ý])|\s*\(|\)\s*")
_UNIT = rf"(?<![\d.,$€£]){YEAR}(?![\d%])"
_TWO_YEARS = re.compile(rf"{_UNIT}[^\w,;&]{{0,4}}(?:[^\W\d_]{{1,12}}\W{{1,4}}){{0,3}}(?:[\d./]{{1,6}}\W?)?{_UNIT}")
_YEAR_TO_NOW = re.compile(rf"{_UNIT}\W{{1,8}}(?:\w{{1,6}}\W)?\s*(?:{alternation(PRESENT_WORDS)})(?!\w)", re.IGNORECASE)
_LISTING = re.compile(r"\b(?:and|und|et|y|e)\b|[&,;•·|]", re.IGNORECASE)
"""Between two years that are no two ends of a period."""
_SINCE = re.compile(r"^\W*(?:since|from|seit|depuis|desde|dal|as of)\b", re.IGNORECASE)
_ACTION = re.compile(
    r"^(?:I|[A-Z][a-z]+(?:ed|ing)|Led|Built|Ran|Wrote|Won|Made|Set|Sold|Grew|Kept|Held|Taught|Gave)\s+(?:[a-z]|\d)"
)
_SPACED_DIGITS = re.compile(r"(?<=\b\d) (?=\d\b)")
"""`2 0 1 3`, as letter-spaced dates come out."""
_LABEL = re.compile(r"^([^:\t]{2,40}):(?=\s)")
_LABEL_END = re.compile(r"[\t:]")
_STUDY_LABELS = frozenset({"DEGREE", "SCHOOL", "FIELD"})
_OF_A_DEGREE = re.compile(r"\b(?:dissertation|thesis|(?:first|second) class|coursework)\b", re.IGNORECASE)
"""What is said about a degree that stands elsewhere."""
_MOST_WORDS = 16
_LONGEST = 160
"""Characters of a line that heads an entry."""
_EDGES = " \t,.;:|()–—-·•/"


@dataclass(frozen=True)
class Look:
    """Cue words and dates of one line; a cue is looked up when it is first asked for, and only in lines that head something."""

    heads: bool = False
    """Whether the line could head an entry: short, no sentence, nothing that somebody did."""
    marked: bool = False
    """Begins with a bullet."""
    words: str = ""
    """The line without its bullet."""
    dates: tuple[DateSpan, ...] = ()
    rest: str = ""
    """The words without the dates."""

    @property
    def dated(self) -> bool:
        return bool(self.dates)

    @property
    def bare(self) -> bool:
        """Nothing but dates."""
        return self.heads and self.dated and not self.rest

    @cached_property
    def period(self) -> bool:
        """From one date to another, or until now, at the edge of the line or of one of its cells."""
        return self.heads and _has_period(self.words, self.dates)

    @cached_property
    def title(self) -> bool:
        return self._says and self._label not in _STUDY_LABELS and has_title_word(self._beside)

    @cached_property
    def firm(self) -> bool:
        """A legal form at the end of one of its parts."""
        return self._says and any(has_company_suffix(piece) for piece in _PIECES.split(self.rest))

    @cached_property
    def employer(self) -> bool:
        """A legal form, or a word that employers' names are made of."""
        return self.firm or (self._says and has_company_cue(self.rest))

    @cached_property
    def school(self) -> bool:
        if not self._says:
            return False
        if self._label == "SCHOOL" or has_school_cue(self._beside):
            return True
        return self._degree is None and SCHOOL_OR_DEGREE.search(self.rest) is not None

    @cached_property
    def degree(self) -> bool:
        if not self._says:
            return False
        named = self._label != "SCHOOL" and self._degree is not None
        return self._label == "DEGREE" or (named and not _OF_A_DEGREE.search(self.rest))

    @cached_property
    def office(self) -> bool:
        """A club, a committee, a voluntary office: none of a person's jobs."""
        return self._says and names_an_office(self.rest)

    @property
    def job(self) -> bool:
        return self.title or self.employer

    @property
    def study(self) -> bool:
        return self.school or self.degree

    @property
    def _says(self) -> bool:
        return self.heads and bool(self.rest)

    @cached_property
    def _label(self) -> str | None:
        return kind_of_label(_LABEL_END.split(self.words, maxsplit=1)[0])

    @cached_property
    def _degree(self) -> tuple[int, int, str | None] | None:
        found = find_degree(self.rest)
        if found and found[2] == "secondary" and has_title_word(_around(self.rest, found)):
            return None  # a teacher's high school
        return found

    @cached_property
    def _beside(self) -> str:
        """The rest without the degree."""
        return _around(self.rest, self._degree) if self._degree else self.rest


def _around(text: str, found: tuple[int, int, str | None]) -> str:
    return f"{text[: found[0]]}\t{text[found[1] :]}"


@lru_cache(maxsize=2048)
def look_at(text: str) -> Look:
    """The look of a line."""
    mark = BULLET.match(text)
    words = (text[mark.end() :] if mark else text).strip()
    if not words or len(words) > _LONGEST or ("\t" in words and read_columns(words)):
        return Look(marked=bool(mark))
    words = _SPACED_DIGITS.sub("", words)
    dates = find_dates(words)
    rest = _without(words, dates)
    return Look(not rest or _may_head(rest), bool(mark), words, dates, rest)


def _without(words: str, dates: tuple[DateSpan, ...]) -> str:
    for span in reversed(dates):
        words = f"{words[: span.begin]}\t{words[span.stop :]}"
    return words.strip(_EDGES)


def _has_period(words: str, dates: tuple[DateSpan, ...]) -> bool:
    for span in dates:
        written = words[span.begin : span.stop]
        if not span.single and not _LISTING.search(_comma_free(written)) and not _SINCE.match(written):
            return _at_edge(words, span.begin, span.stop)
    found = _TWO_YEARS.search(words) or _YEAR_TO_NOW.search(words)
    return found is not None and not _LISTING.search(found.group()) and _at_edge(words, found.start(), found.end())


def _comma_free(written: str) -> str:
    """`June 1, 2019` and `May, 2020` are dates with a comma of their own."""
    return re.sub(r"(?<=[^\W\d_]),|(?<=\b\d),|(?<=\b\d\d),", "", written)


def _at_edge(words: str, begin: int, stop: int) -> bool:
    before, behind = words[:begin].rstrip(" ("), words[stop:].lstrip(" )")
    return not before.strip(_EDGES) or not behind.strip(_EDGES) or before[-1] in "\t|,;:·•–—-(" or behind[0] in "\t|,;:"


def _may_head(words: str) -> bool:
    """`words`: the line without its dates."""
    count = len(words.split())
    if count > _MOST_WORDS or words[:1].islower() or _ACTION.match(words) or is_career_break(words):
        return False
    label = _LABEL.match(words)
    if label and kind_of_label(label[1]) in {None, OTHER}:
        return False
    lower = sum(word[:1].islower() for word in words.split())
    sentence = first_sentence(words) != words or (words.endswith(".") and count > 5 and lower * 2 > count)
    return not sentence and not (count > 8 and lower * 3 > count * 2)
