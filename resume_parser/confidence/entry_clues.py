"""What speaks for and against a value of a job or a degree: its words, its neighbours, its likeness to the other entries."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from resume_parser.confidence.clues import Clues, clues_of_value, letters
from resume_parser.confidence.document_clues import DocumentClues
from resume_parser.confidence.edges import clues_of_edges
from resume_parser.confidence.form_clues import parts_of
from resume_parser.confidence.remains import clues_of_remains, has_unused_line, text_beside_dates
from resume_parser.record import Education, Field, ParsedResume, WorkExperience
from resume_parser.values.dates import PRESENT
from resume_parser.vocabulary import (
    begins_with_degree,
    find_degree,
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
_SHORT = 4
"""Letters."""
_MANY = 7
_EMPLOYER = ("company cue", "legal form", "school cue")
_BOTH = 2
_EDGE = 2
"""Characters around a degree that are none of it."""
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
        _of_header(parts, (entry.location,), (entry.start_date, entry.end_date), whole)
        | _of_order((entry.company, entry.job_title), siblings)
        | _of_period(entry.start_date, entry.end_date)
        | {"out of order": float(_is_out_of_order(entry, parsed.work_experience))}
        | {"only entry": float(len(parsed.work_experience) == 1), "no text": float(entry.description is None)}
        | whole.jobs.clues_of(parts_of(entry))
        | _of_words_apart(entry.job_title, entry.company, ("title word",), _EMPLOYER)
    )
    return _of_each({**parts, "start_date": entry.start_date, "end_date": entry.end_date}, shared, whole)


def clues_of_education(entry: Education, parsed: ParsedResume, whole: DocumentClues) -> dict[str, Clues]:
    parts = {"institution": entry.institution, "degree": entry.degree}
    siblings = [(other.institution, other.degree) for other in parsed.education]
    shared = (
        _of_header(parts, (entry.location,), (entry.end_date,), whole)
        | _of_order((entry.institution, entry.degree), siblings)
        | _of_period(entry.start_date, entry.end_date)
        | {"only entry": float(len(parsed.education) == 1), "no level": float(entry.level is None)}
        | whole.studies.clues_of(parts_of(entry))
        | _of_words_apart(entry.degree, entry.institution, ("degree word",), ("school cue",))
    )
    clues = _of_each({**parts, "end_date": entry.end_date}, shared, whole)
    if entry.degree is not None:
        own = clues["degree"]
        left = max(own["words beside that are no place"], own["unused line beside"])
        own["bare degree beside words"] = float(left > 0 and _is_bare_degree(entry.degree.value))
    return clues


def _of_each(values: Mapping[str, Field[str] | None], shared: Clues, whole: DocumentClues) -> dict[str, Clues]:
    return {
        name: {**clues_of_value(found), **shared, **({} if name.endswith("date") else _of_part(found, whole))}
        for name, found in values.items()
        if found is not None
    }


def _of_part(found: Field[str], whole: DocumentClues) -> Clues:
    texts = [text_beside_dates(whole.document.lines[line].text) for line in found.lines]
    own = {**_of_words(found.value), **clues_of_remains(found, whole), **clues_of_edges(found.value, texts)}
    return own | {"parted from words": own["words beside that are no place"] * own["cut at a separator"]}


def _of_words_apart(
    first: Field[str] | None, second: Field[str] | None, of_first: Sequence[str], of_second: Sequence[str]
) -> Clues:
    """Whether words tell an entry's two parts apart, or only their order does, or words stand against it."""
    own, other = (_of_words(part.value) if part else {} for part in (first, second))
    told = _has_any(own, of_first) + _has_any(other, of_second)
    denied = _has_any(own, of_second) or _has_any(other, of_first)
    return {
        "no word tells": float(told == 0),
        "both words tell": float(told == _BOTH),
        "a word denies": float(denied and told < _BOTH),
    }


def _has_any(clues: Clues, names: Sequence[str]) -> bool:
    return any(clues.get(name) for name in names)


@lru_cache(maxsize=4096)
def _of_words(value: str) -> Clues:
    return {word: float(says(value)) for word, says in _WORDS.items()} | {
        "short": float(letters(value) < _SHORT),
        "many words": float(len(value.split()) > _MANY),
    }


def _is_bare_degree(value: str) -> bool:
    """A level and nothing of what was studied."""
    found = find_degree(value)
    return found is not None and found[1] - found[0] + _EDGE >= len(value)


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
