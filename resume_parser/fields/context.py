"""What every field is found from: the document, its sections, and what the language model says of short texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.document import Document
from resume_parser.entries.scoring import SegmentScorer
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section

CONTACT_KINDS = frozenset({SectionKind.PROFILE, SectionKind.CONTACT})
OTHERS_KINDS = frozenset({SectionKind.REFERENCES, SectionKind.PUBLICATIONS})
"""Sections whose contact data is other people's."""


@dataclass(frozen=True, slots=True)
class Context:
    document: Document
    sections: Sequence[Section]
    scorer: SegmentScorer

    def rows(self, *kinds: SectionKind) -> list[Row]:
        return [row for section in self.sections if section.kind in kinds for row in section.rows]
