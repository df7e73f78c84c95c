"""Which part of a header plays which role, decided over all entries of a section together.

A layout repeats: what stands in a slot in one entry stands there in the next. The evidence for a part is its own words' and,
blended in, the mean of its slot's; so a plain employer's name is known by the slot that elsewhere holds `Mercy Hospital Inc`.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from resume_parser.entries.parts import Part, Slot
from resume_parser.entries.scoring import LABELS, UNIT, Scores
from resume_parser.vocabulary import has_company_cue, has_company_suffix, has_school_cue

_FLOOR = 0.02
"""Least probability: no part is out of the question by its words alone."""
_SLOT_WEIGHT = 0.8
_CLEAR = 1.5
_PLAINLY_NOT = -1.0
_MOST_SWAY = 1.0
_RIVAL = 0.4
"""How much of another label's probability counts against a role."""
_SPEAKS_FOR = 0.2
_ORGANISATIONS = ("company", "school")
_WORDS_OF_A_TOWN = 2
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


@dataclass(frozen=True, slots=True)
class Filled:
    """The text of a role, the parts it was made of, and how much better it fits than its rivals (natural log)."""

    text: str
    parts: tuple[Part, ...]
    margin: float


def assign_roles(
    entries: Sequence[Sequence[Part]], scores: Sequence[Sequence[Scores]], roles: Sequence[RoleSpec]
) -> list[dict[str, Filled]]:
    """For each entry the filled roles."""
    evidence = [
        [_evidence(score, part, roles) for score, part in zip(row, parts, strict=True)]
        for row, parts in zip(scores, entries, strict=True)
    ]
    slots = _slot_means(entries, evidence)
    result = []
    for parts, own in zip(entries, evidence, strict=True):
        blended = [_blend(part, row, slots) for part, row in zip(parts, own, strict=True)]
        filled = _best_filling(parts, blended, roles)
        result.append(_absorb(parts, own, blended, filled))
    return result


def _absorb(
    parts: Sequence[Part], own: Sequence[list[float]], blended: Sequence[list[float]], filled: dict[str, Filled]
) -> dict[str, Filled]:
    """Names take in the comma parts left over beside them: `Okafor, Lawal & Co.`; a school also what a dash parts from it."""
    taken = {id(part) for role in filled.values() for part in role.parts}
    for name in ("company", "school", "title", "degree"):
        role = filled.get(name)
        if role is None:
            continue
        for part in _followers(parts, role.parts[-1], dash=name == "school"):
            place = _index(parts, part)
            if id(part) in taken or part.mark == "bracket" or not _is_plain(own[place], blended[place]):
                break
            if name in _ORGANISATIONS and part.mark == "comma" and _may_be_town(part, role, parts):
                break
            mark = " – " if part.mark == "dash" else ", "
            role = Filled(f"{role.text}{mark}{part.text}", (*role.parts, part), role.margin - 0.3)
            taken.add(id(part))
        before = _index(parts, role.parts[0]) - 1
        if (
            name != "title"
            and before >= 0
            and _is_unit_of(parts[before], role.parts[0])
            and id(parts[before]) not in taken
        ):
            role = Filled(f"{parts[before].text}, {role.text}", (parts[before], *role.parts), role.margin - 0.3)
            taken.add(id(parts[before]))
        filled[name] = role
    return filled


def _may_be_town(part: Part, role: Filled, parts: Sequence[Part]) -> bool:
    """A word or two without a firm's or school's mark, last behind a name that is complete without them.

    Behind a university they are its campus: `University of Nigeria, Nsukka`.
    """
    if "university" in role.text.casefold():
        return False
    place = _index(parts, part)
    is_last = place + 1 == len(parts) or (parts[place + 1].offset, parts[place + 1].group) != (part.offset, part.group)
    marked = (
        has_company_suffix(part.text) or has_company_cue(part.text) or has_school_cue(part.text) or "&" in part.text
    )
    return is_last and not marked and len(part.text.split()) <= _WORDS_OF_A_TOWN < len(role.text.split()) + 1


def _is_unit_of(part: Part, following: Part) -> bool:
    """`Department of Zoology` before its university in the same list."""
    return (part.offset, part.group) == (following.offset, following.group) and bool(UNIT.match(part.text))


def _followers(parts: Sequence[Part], last: Part, dash: bool) -> list[Part]:
    place = _index(parts, last) + 1
    found = []
    for part in parts[place:]:
        same = part.offset == last.offset and (
            part.group == last.group or (dash and part.mark == "dash" and part.group == last.group + 1)
        )
        if not same:
            break
        found.append(part)
    return found


def _index(parts: Sequence[Part], wanted: Part) -> int:
    return next(number for number, part in enumerate(parts) if part is wanted)


def _is_plain(own: Sequence[float], blended: Sequence[float]) -> bool:
    """No place by its words nor, unless the words speak clearly, by its slot; and not rather a note than anything else."""
    return own[-1] < 1.0 and max(own) > 0.0 and (blended[-1] < 1.0 or max(own[:-1]) > _CLEAR)


def _evidence(score: Scores, part: Part, roles: Sequence[RoleSpec]) -> list[float]:
    """Log odds of each role against the part's playing none of them, or plainly being something else."""
    none = max(score.get("OTHER", 0.0), 0.6 * score.get("DATE", 0.0), 0.5 * score.get("SKILL", 0.0), _FLOOR)
    return [_log_odds(score, none, role) - _LATER * role.leads * min(part.position, 2) for role in roles]


def _log_odds(score: Scores, none: float, role: RoleSpec) -> float:
    mine = sum(weight * score.get(label, 0.0) for label, weight in role.labels.items())
    rival = max(score.get(label, 0.0) for label in role.rivals)
    return math.log(max(_FLOOR, mine)) - math.log(max(none, _RIVAL * rival))


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
    """What plainly is something else stays it, whatever its place holds in other entries."""
    return own + (min(by_slot, _MOST_SWAY) if own < _PLAINLY_NOT else by_slot)


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
    chosen = max(
        (choice for choice in product(*options) if _disjoint([span for _, span in choice])),
        key=lambda choice: sum(score for score, _ in choice),
        default=(),
    )
    filled = {}
    for number, (role, (score, span)) in enumerate(zip(roles, chosen, strict=True)):
        if span is not None:
            rivals = [_span_score(evidence, span, other) for other in range(len(roles)) if other != number]
            margin = min(score, score - role.bonus - max(rivals, default=0.0))
            filled[role.name] = Filled(_text_of(parts, span), tuple(parts[span[0] : span[1]]), margin)
    return filled


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
    return sum(evidence[position][role] for position in range(begin, end)) / math.sqrt(end - begin) - _JOIN_COST * (
        end - begin - 1
    )


def _disjoint(spans: Sequence[Span | None]) -> bool:
    taken = sorted(span for span in spans if span is not None)
    return all(before[1] <= after[0] for before, after in pairwise(taken))


def _text_of(parts: Sequence[Part], span: Span) -> str:
    """The parts as they stood in the line."""
    text = parts[span[0]].text
    for part in parts[span[0] + 1 : span[1]]:
        text += f" ({part.text})" if part.mark == "bracket" else f", {part.text}"
    return text
