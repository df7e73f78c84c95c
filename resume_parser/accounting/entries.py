"""The record's jobs and schools as the accounting sees them: their evidence, their words, their years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from resume_parser.record import Education, Field, ParsedResume, WorkExperience
from resume_parser.values.date_patterns import YEAR
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary.text import key, words

_NAMES = {kind: [one.name for one in fields(kind)] for kind in (WorkExperience, Education)}
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry of the record."""

    is_job: bool
    lines: frozenset[int]
    """Evidence of its names and dates."""
    named: frozenset[int]
    """Evidence of its names alone."""
    told: frozenset[int]
    """Lines of its description."""
    words: frozenset[str]
    years: frozenset[str]

    def covers(self, text: str) -> bool:
        """Whether nearly every word, and every year, of the text is one of the entry's."""
        years = set(_YEAR.findall(text))
        own = {key(word) for word in words(_undated(text))} - {""}
        return bool(own or years) and years <= self.years and len(own - self.words) * 4 <= len(own)


def _undated(text: str) -> str:
    for span in reversed(find_dates(text)):
        text = f"{text[: span.begin]} {text[span.stop :]}"
    return text


def recorded_entries(parsed: ParsedResume) -> list[Recorded]:
    return [*map(_recorded, parsed.work_experience), *map(_recorded, parsed.education)]


def _recorded(entry: WorkExperience | Education) -> Recorded:
    names = (entry.company, entry.job_title) if isinstance(entry, WorkExperience) else (entry.institution, entry.degree)
    found = dict(_fields(entry))
    told = found.pop("description", None)
    text = " ".join(field.value for field in found.values())
    return Recorded(
        isinstance(entry, WorkExperience),
        frozenset(line for field in found.values() for line in field.lines),
        frozenset(line for field in names if field for line in field.lines),
        frozenset(told.lines if told else ()),
        frozenset(key(word) for word in words(text)),
        frozenset(_YEAR.findall(text)),
    )


def _fields(entry: WorkExperience | Education) -> Iterator[tuple[str, Field[str]]]:
    for name in _NAMES[type(entry)]:
        value = getattr(entry, name)
        if isinstance(value, Field):
            yield name, value
