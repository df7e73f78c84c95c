"""Several positions under one employer, whose own line gives the time from the first to the last of them."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.filled import Filled
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.values.dates import PRESENT, End
from resume_parser.values.partial_date import PartialDate
from resume_parser.vocabulary import has_company_suffix, has_title_word

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
    names_a_job = _names_a_job(heading)
    anchor, rows = heading.block.anchor, len(heading.block.header)
    if described or anchor is None or anchor > int(not names_a_job) or rows > 2 + anchor:
        return 0
    count = 0
    for entry in entries[position + 1 :]:
        alike = _looks_like(entry, heading) and (names_a_job or not _names_a_job(entry))
        employed_elsewhere = entry.company is not None and has_company_suffix(entry.company.text)
        if alike or employed_elsewhere or not _lies_within(entry, heading):
            break
        count += 1
    return count if count > 1 or not names_a_job else 0


def _names_a_job(entry: WorkEntry) -> bool:
    return entry.title is not None and has_title_word(entry.title.text)


def _looks_like(entry: WorkEntry, heading: WorkEntry) -> bool:
    return entry.block.header[0].style == heading.block.header[0].style


def _lies_within(entry: WorkEntry, heading: WorkEntry) -> bool:
    outer, inner = heading.period, entry.period
    if outer is None or inner is None or outer.start is None or inner.start is None:
        return False
    return not inner.start.is_before(outer.start) and not _ends_after(inner.end, outer.end)


def _ends_after(inner: End | None, outer: End | None) -> bool:
    if not isinstance(outer, PartialDate):
        return outer != PRESENT
    return not isinstance(inner, PartialDate) or outer.is_before(inner)


def _employer_of(heading: WorkEntry) -> Filled | None:
    """The company as found, unless something stands before it on its line: the employer then is that, whichever role it was given."""
    lead, company = heading.lead, heading.company
    if lead is None or (company and company.parts[0] is lead):
        return company
    return Filled(lead.text, (lead,), 0.0)
