"""Whether what was missed is said to be missed, and what was read well raises no alarm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from rich.console import Console
from rich.table import Table
from scipy.optimize import linear_sum_assignment

from benchmarks.accuracy.scoring import compare
from benchmarks.accuracy.scoring.prediction import Entry, predict
from resume_parser import Document, ParsedResume

LOW_CONFIDENCE = 0.6
"""A value below it is one that a person looks at."""
REACH = 2
"""Lines between a report and what it is about."""
_NEAR = 3
_ALIKE = 90
NAMES = {"education": ("institution", "degree"), "work_experience": ("company", "job_title")}
DATES = ("start_date", "end_date")
Truth = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """Of one document: the jobs and degrees missed, and how many of them are reported as unread or, else, unsure."""

    missed: int
    reported: int
    unsure: int
    reports: int

    @property
    def is_right(self) -> bool:
        return not self.missed


def tell(parsed: ParsedResume, document: Document, truth: dict[str, Any]) -> Told:
    """What the record says about its own gaps."""
    prediction = predict(parsed)
    found = {"education": prediction.education, "work_experience": prediction.work}
    missed = [
        (entry, true, names)
        for section, names in NAMES.items()
        for entry, true in _pair(found[section], truth[section], names)
        if _is_missed(entry, true, names)
    ]
    reported = [one for one in missed if _is_reported(parsed, document, one[1], one[2])]
    unsure = [one for one in missed if one not in reported and _is_unsure(one[0], one[2])]
    return Told(len(missed), len(reported), len(unsure), len(parsed.unread))


def print_told(console: Console, title: str, rows: Iterable[tuple[str, Sequence[Told]]]) -> None:
    table = Table(title=title)
    for column in ("documents", "missed", "reported", "unsure", "told", "right records", "false reports"):
        table.add_column(column, justify="left" if column == "documents" else "right")
    for name, told in rows:
        one = figures(told)
        shares = (f"{one[key]:.2f}" for key in ("reported", "unsure", "told"))
        table.add_row(name, str(one["missed"]), *shares, str(one["right"]), f"{one['false']:.2f}")
    console.print(table)


def figures(told: Sequence[Told]) -> dict[str, float]:
    """`told`: share of the missed that is reported or unsure; `false`: share of the right records with a report."""
    missed, right = sum(one.missed for one in told), [one for one in told if one.is_right]
    reported, unsure = (sum(getattr(one, name) for one in told) / max(1, missed) for name in ("reported", "unsure"))
    false = sum(bool(one.reports) for one in right) / max(1, len(right))
    shares = {"reported": reported, "unsure": unsure, "told": reported + unsure, "false": false}
    return {"missed": missed, "right": len(right)} | {name: round(share, 4) for name, share in shares.items()}


def _pair(found: Sequence[Entry], wanted: Sequence[Truth], names: Sequence[str]) -> list[tuple[Entry | None, Truth]]:
    """Each true entry with the one of the record that is likest to it, one to one."""
    likeness = np.array([[_likeness(entry, true, names) for true in wanted] for entry in found])
    rows, columns = linear_sum_assignment(-likeness.reshape(len(found), len(wanted)))
    matched = {int(column): found[int(row)] for row, column in zip(rows, columns, strict=True)}
    return [(matched.get(place), true) for place, true in enumerate(wanted)]


def _likeness(entry: Entry, true: Truth, names: Sequence[str]) -> float:
    shared = [name for name in (*names, *DATES) if name in entry and true.get(name)]
    return sum(
        (compare.date_similarity if name in DATES else compare.text_similarity)(entry[name].value, true[name])
        for name in shared
    )


def _is_missed(entry: Entry | None, true: Truth, names: Sequence[str]) -> bool:
    """In no entry of the record, or with neither of its names right."""
    shown = [name for name in names if true.get(name)]
    return bool(shown) and not (
        entry and any(name in entry and compare.same_text(entry[name].value, true[name]) for name in shown)
    )


def _is_unsure(entry: Entry | None, names: Sequence[str]) -> bool:
    return entry is not None and any(entry[name].confidence < LOW_CONFIDENCE for name in names if name in entry)


def _is_reported(parsed: ParsedResume, document: Document, true: Truth, names: Sequence[str]) -> bool:
    places = _places_of(document, true, names)
    return any(abs(line - place) <= REACH for one in parsed.unread for line in one.lines for place in places)


def _places_of(document: Document, true: Truth, names: Sequence[str]) -> set[int]:
    """Lines that hold the names; where both are found, only those where they stand together."""
    first, second = (
        {line for value in true.get(name, [])[:1] for line in _lines_with(document, value)} for name in names
    )
    both = {line for one in first for other in second if abs(one - other) <= _NEAR for line in (one, other)}
    return both or first | second


def _lines_with(document: Document, value: str) -> list[int]:
    texts = [line.text.casefold() for line in document.lines]
    wrapped = [f"{text} {below}" for text, below in zip(texts, [*texts[1:], ""], strict=True)]
    sought = value.casefold()
    return [
        place
        for place, text in enumerate(wrapped)
        if len(text) >= 0.9 * len(sought) and fuzz.partial_ratio(sought, text) >= _ALIKE
    ]
