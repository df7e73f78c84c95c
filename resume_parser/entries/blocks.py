"""Where one entry ends and the next begins.

Every date of a header is an anchor. How many header lines stand above the date, and how an entry's first line looks,
repeats from entry to entry: each cut is chosen by that, by white space and by where running text ends.
"""

import itertools
from collections import Counter
from collections.abc import Sequence

from resume_parser.entries.block import Block
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.form_blocks import split_form
from resume_parser.entries.sublists import list_below
from resume_parser.vocabulary import has_title_word

_MAX_ABOVE = 4
_MAX_BELOW = 3
_MOSTLY = 0.6
_APART = 0.35
"""White space, in body line heights, that parts entries."""


def split_blocks(facts: Sequence[RowFacts]) -> list[Block]:
    """The section's entries in order."""
    form = split_form(facts)
    if form:
        return form
    sentences = [place for place, fact in enumerate(facts) if fact.told]
    if sentences:
        return _split_told(facts, sentences)
    dealt = _deal_dates(facts)
    if dealt:
        return dealt
    anchors = _merge_split_dates(facts)
    if not anchors:
        return _split_dateless(facts)
    starts = _choose_starts(facts, anchors)
    cuts = list(zip(starts, anchors, [*starts[1:], len(facts)], strict=True))
    first_below = _first_below(facts, cuts)
    blocks: list[Block] = []
    for start, anchor, end in cuts:
        blocks.extend(_make_blocks(facts, start, anchor, end, facts[starts[0]], first_below))
    return blocks


def _deal_dates(facts: Sequence[RowFacts]) -> list[Block]:
    """Entries whose dates stand in a column of their own, read before or after them: as many dates as first rows."""
    dated = [place for place, fact in enumerate(facts) if fact.anchor]
    if len(dated) < 2 or not all(facts[place].date_only for place in dated) or dated[-1] - dated[0] != len(dated) - 1:
        return []
    columns = {facts[place].row.line.column for place in dated}
    others = [fact for fact in facts if not fact.anchor]
    if dated[0] not in {0, len(others)} or not others or columns & {fact.row.line.column for fact in others}:
        return []
    starts = [place for place, fact in enumerate(others) if not fact.body and _looks_like(fact, others[0])]
    if len(starts) != len(dated):
        return []
    blocks: list[Block] = []
    for start, stop, date in zip(starts, [*starts[1:], len(others)], dated, strict=True):
        header = next((place for place in range(start, stop) if others[place].body), stop)
        header = min(header, start + _MAX_BELOW)
        blocks.append(Block((facts[date], *others[start:header]), 0, tuple(others[header:stop])))
    return blocks


def _split_told(facts: Sequence[RowFacts], sentences: Sequence[int]) -> list[Block]:
    """Each sentence that tells of a job with the text below it; dated rows between them make entries as elsewhere."""
    blocks = split_blocks(facts[: sentences[0]]) if any(fact.anchor for fact in facts[: sentences[0]]) else []
    for begin, end in zip(sentences, [*sentences[1:], len(facts)], strict=True):
        text = next((place for place in range(begin + 1, end) if facts[place].anchor), end)
        start = text if text == end else _start_of_first(facts[begin + 1 : end], text - begin - 1) + begin + 1
        anchor = 0 if facts[begin].anchor else None
        blocks.append(Block((facts[begin],), anchor, tuple(facts[begin + 1 : start])))
        if start < end:
            blocks.extend(split_blocks(facts[start:end]))
    return blocks


def _first_below(facts: Sequence[RowFacts], cuts: Sequence[tuple[int, int, int]]) -> int:
    """From how many rows below the date on a row may open an entry without one: 2 where the first belongs to the date's.

    So it does where it stands apart from nearly all dates alike: an employer in a box, the title under it.
    """
    apart = [
        anchor + 1 < end and not facts[anchor + 1].body and _opens_again(facts[anchor + 1], facts[anchor], facts[start])
        for start, anchor, end in cuts
    ]
    above = any(has_title_word(fact.rest) for start, anchor, _ in cuts for fact in facts[start : anchor + 1])
    return 2 if sum(apart) >= _MOSTLY * len(cuts) and (sum(apart) > 1 or not above) else 1


def _merge_split_dates(facts: Sequence[RowFacts]) -> list[int]:
    """Positions of the dated rows; of two that are one period over two lines, the first."""
    anchors: list[int] = []
    for position, fact in enumerate(facts):
        if not fact.anchor:
            continue
        follows = anchors and anchors[-1] == position - 1
        if (
            follows
            and fact.date_only
            and (facts[position - 1].dates[-1].open_ended or _ends_period(facts[position - 1], fact))
        ):
            continue
        anchors.append(position)
    return anchors


def _ends_period(above: RowFacts, below: RowFacts) -> bool:
    """Two single dates on neighbouring lines of their own: start and end."""
    first, second = above.dates[-1], below.dates[0]
    return above.date_only and first.single and second.single and below.row.line.gap < 0.3


def _choose_starts(facts: Sequence[RowFacts], anchors: Sequence[int]) -> list[int]:
    first = _start_of_first(facts, anchors[0])
    expected = anchors[0] - first
    model = facts[first]
    for _ in range(2):
        starts = [first]
        for previous, anchor in itertools.pairwise(anchors):
            starts.append(_best_start(facts, max(previous, starts[-1]), anchor, expected, model))
        if len(anchors) < 3:
            break
        depths = Counter(anchor - start for start, anchor in zip(starts, anchors, strict=True))
        expected = max(depths, key=lambda depth: (depths[depth], depth))
    return starts


def _start_of_first(facts: Sequence[RowFacts], anchor: int) -> int:
    start = anchor
    while start > 0 and anchor - start < _MAX_ABOVE and not facts[start - 1].body:
        start -= 1
    return start


def _best_start(facts: Sequence[RowFacts], previous: int, anchor: int, expected: int, model: RowFacts) -> int:
    candidates = []
    for start in range(anchor, max(previous, anchor - _MAX_ABOVE - 1), -1):
        if start < anchor and facts[start].body:
            break
        candidates.append(start)
    widest = max((facts[start].row.line.gap for start in candidates), default=0.0)

    def score(start: int) -> float:
        row, above = facts[start], facts[start - 1]
        value = 2.0 * (anchor - start == expected) + 2.0 * _looks_like(row, model)
        value += 1.5 * above.body
        if widest > 0.25 and row.row.line.gap >= widest - 0.05:
            value += 2.0
        value -= 1.5 * _orphans(facts, previous, start)
        return value - 0.1 * abs(anchor - start - expected)

    return max(candidates, key=score)


def _orphans(facts: Sequence[RowFacts], previous: int, start: int) -> int:
    """Header lines that a cut at `start` leaves below the running text of the entry before."""
    for position in range(start - 1, previous, -1):
        if facts[position].body:
            return start - 1 - position
    return 0


def _looks_like(row: RowFacts, model: RowFacts) -> bool:
    same_indent = abs(row.row.line.indent - model.row.line.indent) < 0.6
    return row.style == model.style and same_indent and row.row.line.italic == model.row.line.italic


def _make_blocks(
    facts: Sequence[RowFacts], start: int, anchor: int, end: int, model: RowFacts, first_below: int
) -> list[Block]:
    """The entry between `start` and `end`, and entries without a date that follow its text in the look of an entry's first line."""
    stop = anchor + 1
    below = 0
    text = list_below(facts, start, anchor, end)
    while stop < text and below < _MAX_BELOW:
        if stop - anchor >= first_below and _opens_again(facts[stop], facts[stop - 1], facts[start]):
            break
        if facts[stop].body and not facts[stop].known:
            break
        below += not facts[stop].known
        stop += 1
    blocks: list[Block] = []
    header, body = list(facts[start:stop]), list[RowFacts]()
    position: int | None = anchor - start
    distinct = any(fact.body for fact in facts[start:end])
    for above, fact in itertools.pairwise(facts[stop - 1 : end]):
        after_text = distinct and bool(body) and _is_marked(fact, body[-1]) and _looks_like(fact, model)
        if not fact.body and not fact.anchor and (after_text or _opens_again(fact, above, facts[start])):
            blocks.append(Block(tuple(header), position, tuple(body)))
            header, body, position = [fact], [], None
        elif position is None and not body and not fact.body:
            header.append(fact)
        else:
            body.append(fact)
    blocks.append(Block(tuple(header), position, tuple(body)))
    return blocks


def _opens_again(fact: RowFacts, above: RowFacts, first: RowFacts) -> bool:
    """Whether a row without a date looks like the entry's first, unlike the row above it, and stands apart from that."""
    gap, usual = fact.row.line.gap, above.row.line.gap
    apart = gap > _APART and gap > usual + _APART / 2
    return not fact.anchor and not fact.known and apart and _looks_like(fact, first) and fact.style != above.style


def _is_marked(fact: RowFacts, text: RowFacts) -> bool:
    return fact.style != text.style and fact.style.prominence > text.style.prominence


def _split_dateless(facts: Sequence[RowFacts]) -> list[Block]:
    """Entries without any date: a new one at each return of the first line's look after text, or after white space."""
    blocks: list[Block] = []
    header: list[RowFacts] = []
    body: list[RowFacts] = []
    for fact in facts:
        if fact.body:
            body.append(fact)
            continue
        apart = bool(header) and fact.row.line.gap > _APART and _looks_like(fact, header[0])
        if body or apart or len(header) >= _MAX_BELOW:
            if header:
                blocks.append(Block(tuple(header), None, tuple(body)))
            header, body = [], []
        header.append(fact)
    if header:
        blocks.append(Block(tuple(header), None, tuple(body)))
    return blocks
