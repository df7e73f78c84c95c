"""Which part of a header plays which role, decided over all entries of a section together.

A layout repeats: what stands in a slot in one entry stands there in the next. The evidence for a part is its own words' and,
blended in, the mean of its slot's; so a plain employer's name is known by the slot that elsewhere holds `Mercy Hospital Inc`.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from resume_parser.entries.absorbing import absorb
from resume_parser.entries.consensus import breaks_habit, habitual_places, pulled
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part, Slot
from resume_parser.entries.scoring import LABELS, Scores

_FLOOR = 0.02
"""Least probability: no part is out of the question by its words alone."""
_SLOT_WEIGHT = 0.8
_PLAINLY_NOT = -1.0
_PLAINLY = 2.0
_MOST_SWAY = 1.0
_RIVAL = 0.4
"""How much of another label's probability counts against a role."""
_SPEAKS_FOR = 0.2
_BRACKETED = 2.0
"""What it costs a name that leads to stand in brackets."""
_LATER = 0.4
"""What each place further back in a list costs a name that leads it."""
_MOST_OPTIONS = 4
_JOIN_COST = 0.45
"""What each further comma part of a value must earn."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """A role, the labels that speak for it with their weights, and what it gains by being filled."""

    name: str
    labels: Mapping[str, float]
    bonus: float
    joins: bool = False
    """Whether its value may run over several comma parts by their own evidence."""
    leads: bool = False
    """Whether it stands early in a list between commas: places come last."""
    rivals: tuple[str, ...] = field(init=False)
    """Labels that speak against it."""

    def __post_init__(self) -> None:
        against = tuple(label for label in LABELS if self.labels.get(label, 0.0) < _SPEAKS_FOR)
        object.__setattr__(self, "rivals", against)


def assign_roles(
    entries: Sequence[Sequence[Part]], scores: Sequence[Sequence[Scores]], roles: Sequence[RoleSpec]
) -> list[dict[str, Filled]]:
    """For each entry the filled roles."""
    evidence = [
        [_evidence(score, part, roles) for score, part in zip(row, parts, strict=True)]
        for row, parts in zip(scores, entries, strict=True)
    ]
    slots = _slot_means(entries, evidence)
    blended = [
        [_blend(part, row, slots) for part, row in zip(parts, own, strict=True)]
        for parts, own in zip(entries, evidence, strict=True)
    ]
    filled = [_best_filling(parts, rows, roles) for parts, rows in zip(entries, blended, strict=True)]
    _hold_to_habits(entries, blended, filled, roles)
    return [absorb(*entry) for entry in zip(entries, evidence, blended, filled, strict=True)]


def _hold_to_habits(
    entries: Sequence[Sequence[Part]],
    blended: list[list[list[float]]],
    filled: list[dict[str, Filled]],
    roles: Sequence[RoleSpec],
) -> None:
    """Entries that break the order of the others are filled anew, that order speaking with their words."""
    names = [role.name for role in roles]
    habits = habitual_places(filled, [role.name for role in roles if role.leads])
    for number, parts in enumerate(entries):
        if habits and breaks_habit(parts, filled[number], habits):
            blended[number] = pulled(parts, blended[number], names, habits)
            filled[number] = _best_filling(parts, blended[number], roles)


def _evidence(score: Scores, part: Part, roles: Sequence[RoleSpec]) -> list[float]:
    """Log odds of each role against the part's playing none of them, or plainly being something else."""
    none = max(score.get("OTHER", 0.0), 0.6 * score.get("DATE", 0.0), 0.5 * score.get("SKILL", 0.0), _FLOOR)
    return [_log_odds(score, none, role) - role.leads * _lateness(part) for role in roles]


def _lateness(part: Part) -> float:
    return _BRACKETED if part.mark == "bracket" else _LATER * min(part.position, 2)


def _log_odds(score: Scores, none: float, role: RoleSpec) -> float:
    mine = sum([weight * score[label] for label, weight in role.labels.items()])
    rival = max([score[label] for label in role.rivals])
    return math.log(max(_FLOOR, mine) / max(none, _RIVAL * rival))


def _slot_means(
    entries: Sequence[Sequence[Part]], evidence: Sequence[Sequence[list[float]]]
) -> dict[Slot, tuple[int, list[float]]]:
    gathered: dict[Slot, list[list[float]]] = defaultdict(list)
    for parts, rows in zip(entries, evidence, strict=True):
        for part, row in zip(parts, rows, strict=True):
            gathered[part.slot].append(row)
    return {slot: (len(rows), [sum(column) for column in zip(*rows, strict=True)]) for slot, rows in gathered.items()}


def _blend(part: Part, own: list[float], slots: Mapping[Slot, tuple[int, list[float]]]) -> list[float]:
    """Own evidence plus the mean of the same slot in the other entries, the more of them the heavier."""
    count, totals = slots[part.slot]
    others = count - 1
    if others == 0:
        return own
    weight = _SLOT_WEIGHT * others / (others + 1)
    return [_swayed(mine, weight * (total - mine) / others) for mine, total in zip(own, totals, strict=True)]


def _swayed(own: float, by_slot: float) -> float:
    """What plainly is one thing, or plainly not, stays so whatever its place holds in other entries."""
    if own < _PLAINLY_NOT:
        return own + min(by_slot, _MOST_SWAY)
    return own + (max(by_slot, -_MOST_SWAY) if own > _PLAINLY else by_slot)


def _best_filling(
    parts: Sequence[Part], evidence: Sequence[list[float]], roles: Sequence[RoleSpec]
) -> dict[str, Filled]:
    """The best disjoint spans, one a role at most, over all choices of the two or three best spans each."""
    spans = _spans(parts)
    options: list[list[tuple[float, Span | None]]] = []
    for number, role in enumerate(roles):
        scored = [
            (_span_score(evidence, span, number) + role.bonus, span)
            for span in spans
            if role.joins or span[1] - span[0] == 1
        ]
        best = sorted((item for item in scored if item[0] > 0), key=lambda item: -item[0])[:_MOST_OPTIONS]
        options.append([*best, (0.0, None)])
    chosen = _best_choice(options)
    filled = {}
    for number, (role, (score, span)) in enumerate(zip(roles, chosen, strict=True)):
        if span is not None:
            rivals = [_span_score(evidence, span, other) for other in range(len(roles)) if other != number]
            margin = min(score, score - role.bonus - max(rivals, default=0.0))
            filled[role.name] = Filled(_text_of(parts, span), tuple(parts[span[0] : span[1]]), margin)
    return filled


def _best_choice(options: Sequence[Sequence[tuple[float, Span | None]]]) -> tuple[tuple[float, Span | None], ...]:
    """One option a role, their spans disjoint; of equals the first."""
    best = -math.inf
    chosen: tuple[tuple[float, Span | None], ...] = ()
    for choice in product(*options):
        total = sum([score for score, _ in choice])
        if total > best and _disjoint([span for _, span in choice]):
            best, chosen = total, choice
    return chosen


def _spans(parts: Sequence[Part]) -> list[Span]:
    """Runs of up to four parts inside one comma group."""
    spans = []
    for begin in range(len(parts)):
        for end in range(begin + 1, min(begin + 4, len(parts)) + 1):
            first, last = parts[begin], parts[end - 1]
            if (first.offset, first.group) != (last.offset, last.group) or (
                any(part.mark == "bracket" for part in parts[begin:end]) and end - begin > 1
            ):
                break
            spans.append((begin, end))
    return spans


def _span_score(evidence: Sequence[list[float]], span: Span, role: int) -> float:
    begin, end = span
    if end - begin == 1:
        return evidence[begin][role]
    return sum([row[role] for row in evidence[begin:end]]) / math.sqrt(end - begin) - _JOIN_COST * (end - begin - 1)


def _disjoint(spans: Sequence[Span | None]) -> bool:
    taken = sorted([span for span in spans if span is not None])
    return all(before[1] <= after[0] for before, after in pairwise(taken))


def _text_of(parts: Sequence[Part], span: Span) -> str:
    """The parts as they stood in the line."""
    text = parts[span[0]].text
    for part in parts[span[0] + 1 : span[1]]:
        text += f" ({part.text})" if part.mark == "bracket" else f", {part.text}"
    return text
