"""The period of an entry, from the dates of its header rows."""

from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.values.dates import PRESENT, DateSpan, End
from resume_parser.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Period:
    start: PartialDate | None
    end: End | None
    lines: tuple[int, ...]
    single: bool = False
    """One date only, given as the end."""
    expected: bool = False


def period_of(block: Block) -> Period | None:
    """The header's first period; two single dates, or one begun on one line and ended on the next, make one together."""
    dated = [(span, fact.row.index) for fact in block.header for span in fact.dates]
    if not dated:
        return None
    periods = [(span, line) for span, line in dated if not span.single]
    if periods:
        span, line = periods[0]
        if span.open_ended:
            return _continued(dated, span, line)
        return Period(span.start, span.end, (line,), expected=span.expected)
    if len(dated) >= 2:
        return _from_singles(dated)
    span, line = dated[0]
    return Period(None, span.end, (line,), single=True, expected=span.expected)


def _continued(dated: list[tuple[DateSpan, int]], span: DateSpan, line: int) -> Period:
    for other, other_line in dated:
        if other.single and other_line >= line and other.end is not None and other is not span:
            return Period(span.start, other.end, (line, other_line))
    return Period(span.start, PRESENT, (line,))


def _from_singles(dated: list[tuple[DateSpan, int]]) -> Period:
    (first, line), (second, other_line) = dated[:2]
    begin, end = first.end, second.end
    if isinstance(begin, PartialDate) and isinstance(end, PartialDate):
        if end.is_before(begin):
            begin, end = end, begin
        return Period(begin, end, (line, other_line))
    return Period(None, begin, (line,), single=True)
