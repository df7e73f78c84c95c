"""Precision, recall and F1 of the twelve fields."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.accuracy.scoring import compare
from benchmarks.accuracy.scoring.prediction import Entry, Guess, Prediction

CONTACT: dict[str, Callable[[str, Any], bool]] = {
    "full_name": lambda found, wanted: any(compare.same_name(found, one) for one in wanted),
    "email": compare.same_email,
    "phone_number": compare.same_phone,
    "linkedin_url": compare.same_profile,
}
SECTIONS = {
    "education": ("institution", "degree", "end_date"),
    "work_experience": ("company", "job_title", "start_date", "end_date"),
}
FIELDS = (*CONTACT, *(f"{section}.{name}" for section, names in SECTIONS.items() for name in names), "skills")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One value: found, wanted, or both. `right` only when both and equal."""

    field: str
    found: str | None
    wanted: str | None
    right: bool
    confidence: float = 0.0


@dataclass(slots=True)
class Counts:
    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, outcome: Outcome) -> None:
        self.right += outcome.right
        self.found += outcome.found is not None
        self.wanted += outcome.wanted is not None

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


@dataclass(slots=True)
class Scores:
    by_field: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> "Scores":
        """Counts pooled over documents: micro within a field."""
        scores = cls()
        for outcome in outcomes:
            scores.by_field[outcome.field].add(outcome)
        return scores

    @property
    def macro(self) -> float:
        """Mean F1 of the fields that are wanted or found at all."""
        seen = [self.by_field[name].f1 for name in FIELDS if name in self.by_field]
        return sum(seen) / len(seen) if seen else 0.0


def compare_document(prediction: Prediction, truth: dict[str, Any]) -> list[Outcome]:
    outcomes = [
        outcome for name, same in CONTACT.items() for outcome in _contact(name, same, prediction.contact, truth[name])
    ]
    outcomes += _entries("education", prediction.education, truth["education"])
    outcomes += _entries("work_experience", prediction.work, truth["work_experience"])
    return outcomes + _skills(prediction.skills, truth["skills"])


def _contact(name: str, same: Callable[[str, Any], bool], found: dict[str, Guess], wanted: Any) -> list[Outcome]:
    guess = found.get(name)
    if guess is None and not wanted:
        return []
    right = bool(guess and wanted and same(guess.value, wanted))
    shown = wanted[0] if isinstance(wanted, list) else wanted
    return [_outcome(name, guess, shown or None, right)]


def _entries(section: str, found: list[Entry], wanted: list[dict[str, list[str]]]) -> list[Outcome]:
    names = SECTIONS[section]
    pairs: list[tuple[Entry, dict[str, list[str]]]] = _align(found, wanted, names)
    return [
        _outcome(
            f"{section}.{name}",
            entry.get(name),
            true[name][0] if true.get(name) else None,
            bool(name in entry and true.get(name) and _same(name, entry[name].value, true[name])),
        )
        for entry, true in pairs
        for name in names
        if name in entry or true.get(name)
    ]


def _same(name: str, found: str, wanted: list[str]) -> bool:
    return found in wanted if name.endswith("date") else compare.same_text(found, wanted)


def _align(
    found: list[Entry], wanted: list[dict[str, list[str]]], names: tuple[str, ...]
) -> list[tuple[Entry, dict[str, list[str]]]]:
    """Pairs one to one with the best total similarity; what is left over is paired with nothing."""
    likeness = np.array([[_likeness(entry, true, names) for true in wanted] for entry in found])
    likeness = likeness.reshape(len(found), len(wanted))
    chosen = [(int(row), int(column)) for row, column in zip(*linear_sum_assignment(-likeness), strict=True)]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    return [
        *((found[row], wanted[column]) for row, column in chosen),
        *((entry, {}) for row, entry in enumerate(found) if row not in rows),
        *(({}, true) for column, true in enumerate(wanted) if column not in columns),
    ]


def _likeness(entry: Entry, true: dict[str, list[str]], names: tuple[str, ...]) -> float:
    total = 0.0
    for name in names:
        if name in entry and true.get(name):
            similar = compare.date_similarity if name.endswith("date") else compare.text_similarity
            total += similar(entry[name].value, true[name])
    return total


def _skills(found: list[Guess], wanted: list[str]) -> list[Outcome]:
    left = {compare.plain(skill): skill for skill in wanted}
    outcomes = []
    for key, guess in {compare.plain(guess.value): guess for guess in found}.items():
        outcomes.append(_outcome("skills", guess, left.pop(key, None), key in {compare.plain(one) for one in wanted}))
    return outcomes + [_outcome("skills", None, skill, right=False) for skill in left.values()]


def _outcome(name: str, guess: Guess | None, wanted: str | None, right: bool) -> Outcome:
    if guess is None:
        return Outcome(name, None, wanted, right=False)
    return Outcome(name, guess.value, wanted, right, guess.confidence)
