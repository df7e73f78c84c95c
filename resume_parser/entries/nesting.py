"""Several positions under one employer, whose own line gives the time from the first to the last of them."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.filled import Filled
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.values.dates import PRESENT, PartialDate

_LINES_ABOUT_AN_EMPLOYER = 2


def share_by_period(entries: Sequence[WorkEntry]) -> list[WorkEntry]:
    """The entries without such headings; the positions below one have its employer."""
    result: list[WorkEntry] = []
    position = 0
    while position < len(entries):
        heading = entries[position]
        below = _positions_below(entries, position)
        employer = _employer_of(heading) if below else None
        position += 1
        if employer is None:
            result.append(heading)
            continue
        for entry in entries[position : position + below]:
            title = entry.title or entry.company
            result.append(replace(entry, title=title, company=employer, inherited=True))
        position += below
    return result


def _positions_below(entries: Sequence[WorkEntry], position: int) -> int:
    """How many of the entries that follow lie in the time of the one at `position`, and look otherwise; 0 when it is no heading."""
    heading = entries[position]
    described = len(heading.block.body) > _LINES_ABOUT_AN_EMPLOYER or any(fact.bullet for fact in heading.block.body)
    if described or heading.block.anchor != 0 or len(heading.block.header) > 2:
        return 0
    count = 0
    for entry in entries[position + 1 :]:
        if _looks_like(entry, heading) or not _lies_within(entry, heading):
            break
        count += 1
    return count if count > 1 or not heading.title else 0


def _looks_like(entry: WorkEntry, heading: WorkEntry) -> bool:
    return entry.block.header[0].style == heading.block.header[0].style


def _lies_within(entry: WorkEntry, heading: WorkEntry) -> bool:
    outer, inner = heading.period, entry.period
    if outer is None or inner is None or outer.start is None or inner.start is None:
        return False
    return outer.start.first_month <= inner.start.first_month + 11 and _last_month(inner.end) <= _last_month(outer.end)


def _last_month(end: PartialDate | str | None) -> float:
    return end.last_month if isinstance(end, PartialDate) else float("inf") if end == PRESENT else float("-inf")


def _employer_of(heading: WorkEntry) -> Filled | None:
    """What stands first on the heading's line, whichever role its words were given."""
    found = [filled for filled in (heading.company, heading.title) if filled is not None]
    return min(
        found,
        key=lambda filled: (filled.parts[0].offset, filled.parts[0].group, filled.parts[0].position),
        default=None,
    )
