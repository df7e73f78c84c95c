"""Where each line of the document went."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from resume_parser.accounting.cues import look_at
from resume_parser.accounting.entries import Recorded
from resume_parser.document import Document
from resume_parser.fields.context import Context
from resume_parser.record import ParsedResume
from resume_parser.sections.heading_words import kind_of_phrase, kind_of_words
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section

ENTRIES = frozenset({SectionKind.WORK, SectionKind.EDUCATION})
_UNKNOWN = frozenset({SectionKind.PROFILE, SectionKind.OTHER})
_REACH = 3
"""Lines between a value's evidence and the rest of that value."""


class Place(Enum):
    BLANK = "blank"
    VALUE = "value"
    """Evidence of a value, or the rest of one that wraps."""
    TOLD = "told"
    """An entry's description."""
    HEADING = "heading"
    KNOWN = "known"
    """A section whose text is known for what it is."""
    LEFT = "left"
    """The remainder."""


OPEN = frozenset({Place.LEFT, Place.TOLD, Place.KNOWN})
"""Where something may stand that is in no value."""


@dataclass(frozen=True, slots=True)
class Lines:
    """By line of the document: where it went, and the section that holds it."""

    places: Sequence[Place]
    sections: Sequence[Section | None]

    def kind(self, index: int) -> SectionKind | None:
        section = self.sections[index]
        return section.kind if section else None


def place_lines(context: Context, parsed: ParsedResume, entries: Sequence[Recorded]) -> Lines:
    document = context.document
    sections: list[Section | None] = [None] * len(document.lines)
    headings: set[int] = set()
    for section in context.sections:
        if section.heading is not None:
            headings.add(section.heading)
            sections[section.heading] = section
        for row in section.rows:
            sections[row.index] = section
    values = _evidence(parsed) | {line for entry in entries for line in entry.lines}
    told = {line for entry in entries for line in entry.told}
    places = [_place(document, index, sections[index], headings, values, told) for index in range(len(document.lines))]
    for index, place in enumerate(places):
        if place is Place.LEFT and _goes_on(document, index, entries):
            places[index] = Place.VALUE
    return Lines(places, sections)


def _evidence(parsed: ParsedResume) -> set[int]:
    contact = (parsed.full_name, parsed.email, parsed.phone_number, parsed.linkedin_url)
    found = [field for field in (*contact, *(skill.name for skill in parsed.skills)) if field is not None]
    return {line for field in found for line in field.lines}


def _place(
    document: Document, index: int, section: Section | None, headings: set[int], values: set[int], told: set[int]
) -> Place:
    if not any(map(str.isalnum, document.lines[index].text)):
        return Place.BLANK
    if index in values:
        if section is None or section.kind is not SectionKind.SKILLS:
            return Place.VALUE
        if is_told_by_heading(section):
            return Place.KNOWN if _is_dated(document.lines[index].text) else Place.VALUE
        return Place.LEFT
    if index in told:
        return Place.TOLD
    # The further lines of a heading that takes several are in no section.
    if index in headings or section is None:
        return Place.HEADING
    return Place.LEFT if section.kind in ENTRIES | _UNKNOWN else Place.KNOWN


def _is_dated(text: str) -> bool:
    """Whether a line that skills were taken from tells of a time, as a post does."""
    return any(map(str.isdigit, text)) and look_at(text).period


def _goes_on(document: Document, index: int, entries: Sequence[Recorded]) -> bool:
    """Whether the line is the rest of a value of an entry that begins or ends close by."""
    text = document.lines[index].text
    return any(entry.covers(text) for entry in entries if any(abs(line - index) <= _REACH for line in entry.lines))


def is_told_by_heading(section: Section) -> bool:
    """Whether the heading's words say what the section is; else it was guessed from its lines."""
    return bool(section.title) and bool(kind_of_phrase(section.title) or kind_of_words(section.title))
