"""How long the person has worked: periods merged, so that parallel jobs count once."""

from collections.abc import Sequence
from datetime import date

from resume_parser.record import WorkExperience, value_of
from resume_parser.values.dates import PRESENT
from resume_parser.values.partial_date import PartialDate

Months = tuple[int, int]


def total_months(entries: Sequence[WorkExperience], anchor: date) -> int | None:
    """Months of work, both ends counted; None when no job has dates. `anchor` is what "present" means."""
    periods = sorted(period for entry in entries if (period := _period(entry, anchor)))
    if not periods:
        return None
    total, (begin, end) = 0, periods[0]
    for first, last in periods[1:]:
        if first > end + 1:
            total += end - begin + 1
            begin, end = first, last
        else:
            end = max(end, last)
    return total + end - begin + 1


def _period(entry: WorkExperience, anchor: date) -> Months | None:
    """Months since year 0. Of two bare years the difference counts, not the whole last year."""
    start, end = _read(value_of(entry.start_date), anchor), _read(value_of(entry.end_date), anchor)
    if start is None or end is None:
        return None
    last = end.first_month if end.month is None and end.year > start.year else end.last_month
    return (start.first_month, last) if last >= start.first_month else None


def _read(text: str | None, anchor: date) -> PartialDate | None:
    if text is None:
        return None
    if text == PRESENT:
        return PartialDate(anchor.year, anchor.month)
    numbers = [int(part) for part in text.split("-")]
    return PartialDate(*numbers)
