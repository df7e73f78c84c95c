"""The record with its account: how much of the document it explains, and what went unread."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.accounting.contacts import spot_contacts
from resume_parser.accounting.entries import recorded_entries
from resume_parser.accounting.misfiled import spot_misfiled
from resume_parser.accounting.places import Lines, Place, place_lines
from resume_parser.accounting.siblings import spot_siblings
from resume_parser.accounting.spotting import spot_entries
from resume_parser.accounting.unseen_headings import spot_unseen_headings
from resume_parser.accounting.whole_sections import spot_sections
from resume_parser.document import Line
from resume_parser.fields.context import Context
from resume_parser.record import ParsedResume

_ACCOUNTED = frozenset({Place.VALUE, Place.TOLD, Place.HEADING, Place.KNOWN})


def account_for(context: Context, parsed: ParsedResume) -> ParsedResume:
    """The record with `unread` and `explained`, before calibration."""
    entries = recorded_entries(parsed)
    lines = place_lines(context, parsed, entries)
    unread = [
        *spot_entries(context.document, lines, entries),
        *spot_misfiled(context.document, lines, entries),
        *spot_sections(context, lines, entries, parsed),
        *spot_unseen_headings(context.document, lines),
        *spot_contacts(context.document, lines, parsed),
    ]
    reported = frozenset(line for one in unread for line in one.lines)
    unread.extend(spot_siblings(context.document, lines, entries, reported))
    unread.sort(key=lambda one: one.lines)
    explained = _share(context.document.lines, lines)
    return replace(parsed, unread=tuple(unread), explained=explained)


def _share(text: Sequence[Line], lines: Lines) -> float:
    """By characters."""
    sizes = [(len(line.text.strip()), place) for line, place in zip(text, lines.places, strict=True)]
    total = sum(size for size, place in sizes if place is not Place.BLANK)
    return round(sum(size for size, place in sizes if place in _ACCOUNTED) / total, 3) if total else 1.0
