"""Entries of a form: a new one begins where a label comes again that the entry before has had."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.block import Block
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.labelled import label_of
from resume_parser.vocabulary.labels import DATE

_OF_A_HEADER = frozenset({"TITLE", "COMPANY", "SCHOOL", "DEGREE", "FIELD", "LOCATION", DATE})
_NAMES = frozenset({"TITLE", "COMPANY", "SCHOOL", "DEGREE"})
_ORGANISATIONS = frozenset({"COMPANY", "SCHOOL"})
_LEAST_KINDS = 2
_MOST_ABOVE = 4
"""Rows over an entry's first label that its unlabelled first row stands away at the most."""
_WORDS_OF_A_LEAD = 10


def split_form(facts: Sequence[RowFacts]) -> list[Block]:
    """The entries of a section whose headers are labelled throughout; none when it is no such section."""
    kinds = [_kinds(fact) for fact in facts]
    named = frozenset[str]().union(*kinds)
    loose = any(fact.anchor and DATE not in own for fact, own in zip(facts, kinds, strict=True))
    if len(named) < _LEAST_KINDS or not named & _NAMES or DATE not in named or loose:
        return []
    starts = _starts(facts, kinds)
    if not named & _ORGANISATIONS and any(kinds[start] for start in starts):
        return []
    return [
        _make_block(facts[start:stop], kinds[start:stop])
        for start, stop in zip(starts, [*starts[1:], len(facts)], strict=True)
    ]


def _kinds(fact: RowFacts) -> frozenset[str]:
    """What the row's labels announce, as far as it belongs in a header."""
    said = {kind for _, kind in fact.known if kind}
    if fact.anchor and label_of(fact.text) == DATE:
        said.add(DATE)
    return frozenset(said) & _OF_A_HEADER


def _starts(facts: Sequence[RowFacts], kinds: Sequence[frozenset[str]]) -> list[int]:
    first = next(place for place, own in enumerate(kinds) if own)
    opening = kinds[first]
    starts, seen, last = [_lead_above(facts, first, -1, None)], set[str](), first - 1
    lead = facts[starts[0]] if starts[0] < first else None
    for place in range(first, len(facts)):
        own = kinds[place]
        if not own:
            continue
        apart = place - last > 1
        if own & seen and (own & opening or apart):
            starts.append(_lead_above(facts, place, last, lead) if lead else place)
            seen = set()
        seen |= own
        last = place
    return starts


def _lead_above(facts: Sequence[RowFacts], place: int, last: int, model: RowFacts | None) -> int:
    """Where an unlabelled row above the first label opens the entry: the section's first, or one that looks like that."""
    if model is None:
        near = range(max(0, place - _MOST_ABOVE), place)
        return next((start for start in near if _may_lead(facts[start])), place)
    for start in range(place - 1, last, -1):
        if _may_lead(facts[start]) and _look(facts[start]) == _look(model):
            return start
    return place


def _may_lead(fact: RowFacts) -> bool:
    few = len(fact.text.split()) <= _WORDS_OF_A_LEAD
    return few and not fact.anchor and not (fact.body and not fact.bullet)


def _look(fact: RowFacts) -> tuple[bool, float, str]:
    mark = BULLET.match(fact.row.text)
    return fact.style.bold, fact.style.size, mark.group().strip(" 0123456789") if mark else "-"


def _make_block(facts: Sequence[RowFacts], kinds: Sequence[frozenset[str]]) -> Block:
    lead = [] if kinds[0] else [replace(facts[0], body=False)]
    header = [*lead, *(fact for fact, own in zip(facts, kinds, strict=True) if own)]
    body = [fact for fact, own in zip(facts, kinds, strict=True) if not own][len(lead) :]
    anchor = next((place for place, fact in enumerate(header) if fact.anchor), None)
    return Block(tuple(header), anchor, tuple(body))
