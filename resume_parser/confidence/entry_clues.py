"""What speaks for and against a value of a job or a degree: its words, its neighbours, its likeness to the other entries."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from resume_parser.confidence.clues import Clues, clues_of_value, letters
from resume_parser.confidence.document_clues import DocumentClues
from resume_parser.confidence.remains import clues_of_remains, has_unused_line, text_beside_dates
from resume_parser.record import Education, Field, ParsedResume, WorkExperience
from resume_parser.values.dates import PRESENT
from resume_parser.vocabulary import (
    begins_with_degree,
    has_company_cue,
    has_company_suffix,
    has_degree_word,
    has_school_cue,
    has_title_word,
    is_field_of_study,
    is_place,
)

BESIDE_UNREAD = "beside unread"
_BESIDE = 1
"""Lines between an entry and what went nowhere."""
_WORDS: Mapping[str, Callable[[str], bool]] = {
    "company cue": has_company_cue,
    "legal form": has_company_suffix,
    "title word": has_title_word,
    "school cue": has_school_cue,
    "degree word": has_degree_word,
    "begins with degree": begins_with_degree,
    "field of study": is_field_of_study,
    "place": is_place,
}


def clues_of_work(entry: WorkExperience, parsed: ParsedResume, whole: DocumentClues) -> dict[str, Clues]:
    parts = {"company": entry.company, "job_title": entry.job_title}
    siblings = [(other.company, other.job_title) for other in parsed.work_experience]
    shared = (
        whole.shared
        | _of_header(parts, (entry.location,), (entry.start_date, entry.end_date), whole)
        | _of_order((entry.company, entry.job_title), siblings)
        | _of_period(entry.start_date, entry.end_date)
        | {"out of order": float(_is_out_of_order(entry, parsed.work_experience))}
        | {"only entry": float(len(parsed.work_experience) == 1), "no text": float(entry.description is None)}
    )
    return _of_each({**parts, "start_date": entry.start_date, "end_date": entry.end_date}, shared, whole)


def clues_of_education(entry: Education, parsed: ParsedResume, whole: DocumentClues) -> dict[str, Clues]:
    parts = {"institution": entry.institution, "degree": entry.degree}
    siblings = [(other.institution, other.degree) for other in parsed.education]
    shared = (
        whole.shared
        | _of_header(parts, (entry.location,), (entry.end_date,), whole)
        | _of_order((entry.institution, entry.degree), siblings)
        | _of_period(entry.start_date, entry.end_date)
        | {"only entry": float(len(parsed.education) == 1), "no level": float(entry.level is None)}
    )
    return _of_each({**parts, "end_date": entry.end_date}, shared, whole)


def _of_each(values: Mapping[str, Field[str] | None], shared: Clues, whole: DocumentClues) -> dict[str, Clues]:
    return {
        name: {**clues_of_value(found), **shared}
        if name.endswith("date")
        else {**clues_of_value(found), **shared, **_of_words(found.value), **clues_of_remains(found, whole)}
        for name, found in values.items()
        if found is not None
    }


@lru_cache(maxsize=4096)
def _of_words(value: str) -> Clues:
    return {word: float(says(value)) for word, says in _WORDS.items()}


def _of_header(
    parts: Mapping[str, Field[str] | None],
    others: Sequence[Field[str] | None],
    dates: Sequence[Field[str] | None],
    whole: DocumentClues,
) -> Clues:
    """Which parts lack, and how much of their lines no value took up."""
    found = [part for part in (*parts.values(), *others) if part is not None]
    lines = {line for part in (*found, *dates) if part is not None for line in part.lines}
    taken = sum(letters(part.value) for part in found)
    written = sum(letters(text_beside_dates(whole.document.lines[line].text)) for line in lines)
    return {f"no {name}": float(part is None) for name, part in parts.items()} | {
        "no dates": float(not any(dates)),
        "leftover": min(1.0, max(0, written - taken) / max(1, written)),
        "shared lines": float(len(lines) == 1),
        "far apart": float(bool(lines) and max(lines) - min(lines) > 3),
        "unused line beside": float(has_unused_line(lines, whole)),
        BESIDE_UNREAD: float(any(abs(line - own) <= _BESIDE for line in whole.unread for own in lines)),
    }


def _of_order(
    own: tuple[Field[str] | None, Field[str] | None],
    siblings: Sequence[tuple[Field[str] | None, Field[str] | None]],
) -> Clues:
    """Whether the two parts stand in the order that they have in most entries."""
    orders = [_order(pair) for pair in siblings if pair[0] and pair[1]]
    usual = max(set(orders), key=orders.count) if orders else None
    return {"unusual order": float(own[0] is not None and own[1] is not None and _order(own) != usual)}


def _order(pair: tuple[Field[str] | None, Field[str] | None]) -> int:
    first, second = pair
    if first is None or second is None or not first.lines or not second.lines:
        return 0
    return (first.lines[0] > second.lines[0]) - (first.lines[0] < second.lines[0])


def _of_period(start: Field[str] | None, end: Field[str] | None) -> Clues:
    return {
        "one date": float(start is None or end is None or (start.value == end.value)),
        "reversed": float(bool(start and end and end.value != PRESENT and end.value[:4] < start.value[:4])),
        "unequal dates": float(bool(start and end and end.value != PRESENT and len(start.value) != len(end.value))),
        "ongoing": float(bool(end and end.value == PRESENT)),
    }


def _is_out_of_order(entry: WorkExperience, entries: Sequence[WorkExperience]) -> bool:
    """Whether the entries run backwards in time but for this one."""
    starts = [(other, other.start_date.value) for other in entries if other.start_date is not None]
    return any(
        newer[:4] < older[:4] and entry in (first, second) for (first, newer), (second, older) in pairwise(starts)
    )
