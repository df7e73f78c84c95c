"""Sections whose content went nowhere as a whole."""

from collections.abc import Iterator, Sequence

from resume_parser.accounting.cues import Look, look_at
from resume_parser.accounting.entries import Recorded
from resume_parser.accounting.places import ENTRIES, Lines, Place, is_told_by_heading
from resume_parser.document import Document
from resume_parser.fields.context import Context
from resume_parser.record import ParsedResume, Unread
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section

_FEW = 2
_OF_A_LIST = 3
_COMMAS_OF_A_LIST = 4


def spot_sections(
    context: Context, lines: Lines, entries: Sequence[Recorded], parsed: ParsedResume
) -> Iterator[Unread]:
    """Work and education sections without an entry, skills sections without a skill, and unknown ones that hold such things."""
    named = {line for entry in entries for line in entry.named}
    skilled = {line for skill in parsed.skills for line in skill.name.lines}
    for section in context.sections:
        rows = [row.index for row in section.rows if lines.places[row.index] is not Place.BLANK]
        left = [index for index in rows if lines.places[index] is Place.LEFT]
        looks = [look_at(context.document.lines[index].text) for index in left]
        if section.kind in ENTRIES:
            dated = any(look.heads and look.period for look in looks)
            empty = not named.intersection(rows) and (dated or _holds_entries(looks, _FEW))
        elif section.kind is SectionKind.SKILLS and is_told_by_heading(section):
            empty = not skilled.intersection(rows) and len(rows) >= _FEW and not _is_prose(context.document, rows)
        else:
            placed = any(look.heads and (look.dated or look.firm or look.school) for look in looks)
            empty = _is_unknown(section) and placed and _holds_entries(looks, _OF_A_LIST)
        if empty:
            yield Unread("section", tuple(rows))


def _is_prose(document: Document, rows: Sequence[int]) -> bool:
    """Whether sentences stand there, which no skill is taken from: a third of the lines go on in lower case or end in a stop."""
    texts = [document.lines[index].text.strip() for index in rows]
    if any(text.count(",") >= _COMMAS_OF_A_LIST for text in texts):
        return False
    return sum(text[:1].islower() or text.endswith(".") for text in texts) * 3 >= len(texts)


def _is_unknown(section: Section) -> bool:
    return section.kind is SectionKind.OTHER and bool(section.title) and not is_told_by_heading(section)


def _holds_entries(looks: Sequence[Look], least: int) -> bool:
    """Whether so many of its lines name posts, or degrees and schools."""
    own = [look for look in looks if look.heads and not look.office and not look.marked]
    return sum(look.title or look.study for look in own) >= least
