"""Lists inside an entry whose items bear no mark: dated ones, and indented ones."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.facts import RowFacts
from resume_parser.values.dates import DateSpan
from resume_parser.values.partial_date import PartialDate
from resume_parser.vocabulary import has_title_word

_INDENTED = 0.8
"""Letter heights that an item stands to the right of the entry's own rows, at the least."""
_DEEPEST = 8.0
"""Farther to the right stands a column of its own."""
_WORDS_OF_A_POSITION = 5


def distrust_subitems(facts: list[RowFacts]) -> list[RowFacts]:
    """Dated rows that stand to the right of a dated entry's, in its time, and name no position are of its text."""
    result: list[RowFacts] = []
    outer: RowFacts | None = None
    for fact in facts:
        if fact.anchor and outer is not None and _is_item_of(fact, outer):
            fact = replace(fact, dates=(), rest=fact.text, body=True)
        elif fact.anchor and not fact.date_only and any(not span.single for span in fact.dates):
            outer = fact
        result.append(fact)
    return result


def _is_item_of(fact: RowFacts, outer: RowFacts) -> bool:
    if not is_indented(fact, outer) or fact.date_only or fact.style.prominence > outer.style.prominence:
        return False
    names_a_post = has_title_word(fact.rest) and len(fact.rest.split()) <= _WORDS_OF_A_POSITION
    return not names_a_post and _lies_within(fact.dates[0], outer.dates[0])


def is_indented(fact: RowFacts, outer: RowFacts) -> bool:
    line, other = fact.row.line, outer.row.line
    same_column = (line.page, line.column) == (other.page, other.column)
    return same_column and _INDENTED <= line.indent - other.indent <= _DEEPEST


def _lies_within(inner: DateSpan, outer: DateSpan) -> bool:
    """By years: items often have less precise dates than their entry."""
    years = [date.year for date in (inner.start, inner.end) if isinstance(date, PartialDate)]
    first = outer.start.year if outer.start else None
    last = outer.end.year if isinstance(outer.end, PartialDate) else None
    return all((first is None or year >= first) and (last is None or year <= last) for year in years)


def list_below(facts: Sequence[RowFacts], start: int, anchor: int, end: int) -> int:
    """Where an indented list without marks begins below a header that fills its rows already; `end` without one."""
    first = facts[start]
    cells = sum(len([cell for cell in fact.rest.split("\t") if cell.strip()]) for fact in facts[start : anchor + 1])
    below = range(anchor + 1, end)
    begin = next((place for place in below if not facts[place].known), end)
    if cells < 2 or begin == end or not all(map(_is_plain, facts[begin:end])):
        return end
    stands_in = all(is_indented(fact, first) and not fact.style.bold for fact in facts[begin:end])
    return begin if stands_in else end


def _is_plain(fact: RowFacts) -> bool:
    return not fact.anchor and not fact.known
