"""Entries as found to the record's entries."""

import math
import re

from resume_parser.entries.education import EducationEntry
from resume_parser.entries.filled import Filled
from resume_parser.entries.period import Period
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.record import Education, Field, WorkExperience
from resume_parser.vocabulary import degree_level

_EDGES = " \t,;:|–—-·•/*_"


def to_work(entry: WorkEntry) -> WorkExperience:
    start, end = _dates(entry.period, single_is_both=True)
    description = "\n".join(entry.description)
    lines = tuple(fact.row.index for fact in entry.block.body)
    return WorkExperience(
        _text(entry.company),
        _text(entry.title),
        start,
        end,
        _text(entry.location),
        Field(description, 0.8, lines) if description else None,
    )


def to_education(entry: EducationEntry) -> Education:
    start, end = _dates(entry.period, single_is_both=False)
    degree = None
    if entry.degree and entry.degree_text:
        degree = Field(entry.degree_text, _confidence(entry.degree), _lines(entry.degree))
    level = degree_level(entry.degree_text) if entry.degree_text else None
    return Education(_text(entry.school), degree, start, end, _text(entry.location), level)


def _text(filled: Filled | None) -> Field[str] | None:
    if filled is None:
        return None
    value = re.sub(r"\s+", " ", filled.text).strip(_EDGES)
    return Field(value, _confidence(filled), _lines(filled)) if value else None


def _confidence(filled: Filled) -> float:
    return 1 / (1 + math.exp(-(0.6 + 0.5 * filled.margin)))


def _lines(filled: Filled) -> tuple[int, ...]:
    return tuple(sorted({part.row.row.index for part in filled.parts}))


def _dates(period: Period | None, *, single_is_both: bool) -> tuple[Field[str] | None, Field[str] | None]:
    """Start and end. The only date of a job is both; that of a school is when it ended."""
    if period is None:
        return None, None
    start = period.start or (period.end if period.single and single_is_both else None)
    sure = 0.8 if period.single else 0.93
    return (
        Field(str(start), sure, period.lines) if start else None,
        Field(str(period.end), sure, period.lines) if period.end else None,
    )
