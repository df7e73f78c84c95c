"""A record's education, work and skills as rows, and when two rows speak of the same thing."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic

from db.entries import EducationValues, Entry, Values, WorkValues
from services.stored_dates import PRESENT, StoredDate, as_columns, from_columns, read_date
from services.stored_text import fit

MOST_TEXT = 255
MOST_SKILL_TEXT = 100
_LEGAL_FORMS = frozenset(
    {"ag", "co", "corp", "corporation", "gmbh", "inc", "limited", "llc", "llp", "ltd", "plc", "sa"}
)


@dataclass(frozen=True, slots=True)
class Merge(Generic[Values]):
    """What joining rows to those that are there comes to."""

    rows: list[Entry[Values]]
    """All of them: those that were there, completed, then the added ones."""
    added: list[Entry[Values]]
    changed: list[Entry[Values]]


def education_of(record: Mapping[str, Any]) -> list[EducationValues]:
    """The record's education without repetitions."""
    rows = (
        EducationValues(
            fit(entry.get("institution"), MOST_TEXT),
            fit(entry.get("degree"), MOST_TEXT),
            *as_columns(read_date(entry.get("end_date"))),
            is_current=entry.get("end_date") == PRESENT,
        )
        for entry in record.get("education") or ()
    )
    return list(dict.fromkeys(row for row in rows if row.institution or row.degree))


def work_of(record: Mapping[str, Any]) -> list[WorkValues]:
    """The record's work experience without repetitions."""
    rows = (
        WorkValues(
            fit(entry.get("company"), MOST_TEXT),
            fit(entry.get("job_title"), MOST_TEXT),
            *as_columns(read_date(entry.get("start_date"))),
            *as_columns(read_date(entry.get("end_date"))),
            is_current=entry.get("end_date") == PRESENT,
        )
        for entry in record.get("work_experience") or ()
    )
    return list(dict.fromkeys(row for row in rows if row.company or row.job_title))


def skills_of(record: Mapping[str, Any]) -> list[str]:
    """The names for the `skills` table: the vocabulary's where the record has them, once each in whatever case."""
    written = record.get("canonical_skills") or record.get("skills") or ()
    names = (fit(skill, MOST_SKILL_TEXT) for skill in written)
    return list({name.lower(): name for name in names if name is not None}.values())


def merge_education(
    present: Sequence[Entry[EducationValues]], told: Iterable[Entry[EducationValues]]
) -> Merge[EducationValues]:
    return _merge(present, told, _is_same_education, _complete_education)


def merge_work(present: Sequence[Entry[WorkValues]], told: Iterable[Entry[WorkValues]]) -> Merge[WorkValues]:
    return _merge(present, told, _is_same_work, _complete_work)


def _merge(
    present: Sequence[Entry[Values]],
    told: Iterable[Entry[Values]],
    is_same: Callable[[Values, Values], bool],
    complete: Callable[[Values, Values], Values],
) -> Merge[Values]:
    """Each row stands for one told entry at most, so two stays at one employer remain two."""
    rows = list(present)
    free = list(range(len(rows)))
    added: list[Entry[Values]] = []
    for entry in told:
        place = _place_of(entry.values, rows, free, is_same)
        if place is None:
            added.append(entry)
        else:
            free.remove(place)
            rows[place] = replace(rows[place], values=complete(rows[place].values, entry.values))
    changed = [row for row, former in zip(rows, present, strict=True) if row != former]
    return Merge(rows + added, added, changed)


def _place_of(
    told: Values, rows: Sequence[Entry[Values]], free: Sequence[int], is_same: Callable[[Values, Values], bool]
) -> int | None:
    """Index of the row that speaks of the same thing, an equal one before any other."""
    equal = next((place for place in free if rows[place].values == told), None)
    return equal if equal is not None else next((place for place in free if is_same(rows[place].values, told)), None)


def _is_same_education(known: EducationValues, told: EducationValues) -> bool:
    return _same_text(known.institution, told.institution) and _same_text(known.degree, told.degree)


def _is_same_work(known: WorkValues, told: WorkValues) -> bool:
    return (
        _same_text(known.company, told.company)
        and _same_text(known.job_title, told.job_title)
        and _agree(_start_of(known), _start_of(told))
    )


def _complete_education(known: EducationValues, told: EducationValues) -> EducationValues:
    end, is_current = _later_knowledge(known, told)
    first_day, precision = as_columns(end)
    return replace(known, end_date=first_day, end_date_precision=precision, is_current=is_current)


def _complete_work(known: WorkValues, told: WorkValues) -> WorkValues:
    start_day, start_precision = as_columns(_finer(_start_of(known), _start_of(told)))
    end, is_current = _later_knowledge(known, told)
    end_day, end_precision = as_columns(end)
    return replace(
        known,
        start_date=start_day,
        start_date_precision=start_precision,
        end_date=end_day,
        end_date_precision=end_precision,
        is_current=is_current,
    )


def _later_knowledge(
    known: EducationValues | WorkValues, told: EducationValues | WorkValues
) -> tuple[StoredDate | None, bool]:
    """(end, is current) after both: what was going on may have ended since, but what has ended stays so."""
    end = _finer(_end_of(known), _end_of(told))
    return end, end is None and (known.is_current or told.is_current)


def _finer(known: StoredDate | None, told: StoredDate | None) -> StoredDate | None:
    """The known date, unless the other tells the same more precisely."""
    if known is None or told is None:
        return known or told
    return told if told.agrees_with(known) and told.is_finer_than(known) else known


def _start_of(work: WorkValues) -> StoredDate | None:
    return from_columns(work.start_date, work.start_date_precision)


def _end_of(values: EducationValues | WorkValues) -> StoredDate | None:
    return from_columns(values.end_date, values.end_date_precision)


def _agree(date: StoredDate | None, other: StoredDate | None) -> bool:
    return date is None or other is None or date.agrees_with(other)


def _same_text(text: str | None, other: str | None) -> bool:
    return _normal(text) == _normal(other)


def _normal(text: str | None) -> list[str]:
    """The words in lower case, without accents, punctuation and a company's legal form."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    words = re.findall(r"\w+", "".join(character for character in plain if not unicodedata.combining(character)))
    without_form = [word for word in words if word not in _LEGAL_FORMS]
    return without_form or words
