"""Where one education entry ends and the next begins, decided over the whole section.

An entry has a school, a degree and a date, in an order that holds for all of them. Each order is tried: the rows are cut so
that every entry is as complete as it can be, begins with what the others begin with, and stands apart as they do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.form_blocks import split_form
from resume_parser.entries.parts import Part
from resume_parser.entries.school_names import names_school
from resume_parser.entries.scoring import Scores
from resume_parser.entries.studies import names_degree

_MOST_ROWS = 9
_LIKELY = 0.6
_COMPLETE = 1.0
_SECOND_SCHOOL, _SECOND_DEGREE, _SECOND_DATE = 1.5, 1.0, 2.2
_ENTRY = 1.6
"""What each entry costs: half of one is not worth it."""
_LEADS_NOT = 1.0
_APART, _CLOSE = 1.6, 0.5
_LEAST_SPREAD = 0.2
"""Difference between the widest and the narrowest white space, in body line heights, from which it tells anything."""
_WIDE = 2.0
_ALIKE = 0.6
_AFTER_TEXT = 1.2
_PER_ROW = 0.05


@dataclass(frozen=True, slots=True)
class _Row:
    school: bool
    degree: bool
    dated: bool
    fact: RowFacts


Lead = Callable[[Sequence[_Row], int], bool]
"""Whether the row at a place may be the first of an entry, by what all entries begin with."""


def _by_depth(depth: int) -> Lead:
    """The first date stands so many rows further down."""

    def leads(rows: Sequence[_Row], place: int) -> bool:
        ahead = [row.dated for row in rows[place : place + depth + 1] if not row.fact.body]
        return len(ahead) == depth + 1 and ahead[-1] and not any(ahead[:-1])

    return leads


def _by_look(rows: Sequence[_Row], place: int) -> bool:
    return rows[place].fact.style == rows[0].fact.style and rows[place].dated == rows[0].dated


_LEADS_OF_ALL: tuple[Lead, ...] = (
    lambda rows, place: rows[place].school,
    lambda rows, place: rows[place].degree and not rows[place].school,
    lambda rows, place: rows[place].dated,
    _by_look,
    _by_depth(1),
    _by_depth(2),
)


def split_study_blocks(
    facts: Sequence[RowFacts], parts: Sequence[Sequence[Part]], scores: Sequence[Sequence[Scores]]
) -> list[Block]:
    """The section's entries in order; `parts` and `scores` are those of each row."""
    form = split_form(facts)
    if form:
        return form
    rows = [_row(*row) for row in zip(facts, parts, scores, strict=True)]
    first = next((place for place, row in enumerate(rows) if not row.fact.body), None)
    if first is None:
        return []
    rows = rows[first:]
    spread, worths = _Spread(rows), _Worths(rows)
    cuts = max((_cut(rows, lead, spread, worths) for lead in _LEADS_OF_ALL), key=lambda found: found[0])[1]
    return [_block(rows[begin:end]) for begin, end in zip(cuts, [*cuts[1:], len(rows)], strict=True)]


def _row(fact: RowFacts, parts: Sequence[Part], scores: Sequence[Scores]) -> _Row:
    pairs = list(zip(parts, scores, strict=True))
    school = any(_is_school(part, score) for part, score in pairs)
    degree = any(_is_degree(part, score) for part, score in pairs)
    return _Row(school and not fact.body, degree and not fact.body, fact.anchor, fact)


def _is_school(part: Part, score: Scores) -> bool:
    if part.known is not None:
        return part.known == "SCHOOL"
    return names_school(part.text) or (score.get("SCHOOL", 0.0) > _LIKELY and not names_degree(part.text))


def _is_degree(part: Part, score: Scores) -> bool:
    if part.known is not None:
        return part.known == "DEGREE"
    return names_degree(part.text) or (score.get("DEGREE", 0.0) > _LIKELY and not names_school(part.text))


def _cut(rows: Sequence[_Row], lead: Lead, spread: "_Spread", worths: "_Worths") -> tuple[float, list[int]]:
    """The best score and where the entries begin when each begins as `lead` says."""
    openings: dict[int, float] = {}
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(rows) + 1):
        options: list[tuple[float, int | None]] = []
        for begin in range(max(0, end - _MOST_ROWS), end) if not rows[end - 1].fact.body else range(end):
            if rows[begin].fact.body:
                continue
            score, cuts = best[begin]
            if begin and not cuts:
                continue
            if begin not in openings:
                openings[begin] = _opening(rows, begin, lead, spread)
            options.append((score + openings[begin] + worths.of(begin, end), begin))
        score, last = max(options, key=lambda option: option[0], default=(-1e9, None))
        best.append((score, [] if last is None else [*best[last][1], last]))
    return best[-1]


class _Worths:
    """How well stretches of a section's rows make one entry; asked for each way in which entries may begin."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows
        self._known: dict[tuple[int, int], float] = {}

    def of(self, begin: int, end: int) -> float:
        worth = self._known.get((begin, end))
        if worth is None:
            worth = self._known[begin, end] = _worth(self._rows[begin:end])
        return worth


class _Spread:
    """How the white space above rows is spread in a section."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        gaps = [min(row.fact.row.line.gap, _WIDE) for row in rows[1:] if not row.fact.body] or [0.0]
        self._least, self._most = min(gaps), max(gaps)

    def share(self, row: _Row) -> float | None:
        """0 for the narrowest, 1 for the widest; None where all are alike."""
        spread = self._most - self._least
        if spread < _LEAST_SPREAD:
            return None
        return (min(row.fact.row.line.gap, _WIDE) - self._least) / spread


def _opening(rows: Sequence[_Row], begin: int, lead: Lead, spread: _Spread) -> float:
    """What speaks for an entry's beginning at a row."""
    row = rows[begin]
    score = 0.0 if lead(rows, begin) else -_LEADS_NOT
    if begin == 0:
        return score
    above = rows[begin - 1].fact
    share = spread.share(row)
    if share is not None:
        score += (_APART + _CLOSE) * share - _CLOSE
    if row.fact.style == rows[0].fact.style != above.style:
        score += _ALIKE
    return score + _AFTER_TEXT * above.body


def _worth(rows: Sequence[_Row]) -> float:
    """How well the rows make one entry."""
    header = [row for row in rows if not row.fact.body]
    score = -_ENTRY - _PER_ROW * len(header)
    for count, dear in (
        (sum(row.school for row in header), _SECOND_SCHOOL),
        (sum(row.degree for row in header), _SECOND_DEGREE),
        (_periods(header), _SECOND_DATE),
    ):
        score += _COMPLETE * (count > 0) - dear * max(0, count - 1)
    return score - _AFTER_TEXT * _below_text(rows)


def _periods(header: Sequence[_Row]) -> int:
    """Dated rows; two single dates on rows of their own, one below the other, are one period."""
    count = 0
    open_date: RowFacts | None = None
    for row in header:
        if row.dated:
            pair = (
                open_date is not None and row.fact.date_only and open_date.dates[-1].single and row.fact.dates[0].single
            )
            count += not pair
            open_date = row.fact if row.fact.date_only and not pair else None
        else:
            open_date = None
    return count


def _below_text(rows: Sequence[_Row]) -> int:
    """Header rows that stand below running text."""
    first = next((place for place, row in enumerate(rows) if row.fact.body), len(rows))
    return sum(not row.fact.body for row in rows[first:])


def _block(rows: Sequence[_Row]) -> Block:
    header = tuple(row.fact for row in rows if not row.fact.body)
    body = tuple(row.fact for row in rows if row.fact.body)
    return Block(header, next((place for place, fact in enumerate(header) if fact.anchor), None), body)
