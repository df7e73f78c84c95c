"""Sections cut into entries and their parts, and all parts of a document scored in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.entries.blocks import split_blocks
from resume_parser.entries.parts import Part, cut_parts
from resume_parser.entries.rows import read_rows
from resume_parser.entries.scoring import LABELS, Scores, SegmentScorer
from resume_parser.sections.section import Section

_CERTAIN = 0.95
_UNLIKELY = 0.005


@dataclass(frozen=True, slots=True)
class CutSection:
    """A section's entries, the parts of each entry's header, and the scores of each part."""

    section: Section
    blocks: Sequence[Block]
    parts: Sequence[Sequence[Part]]
    scores: Sequence[Sequence[Scores]]


def cut_sections(sections: Sequence[Section], scorer: SegmentScorer, day_first: bool) -> list[CutSection]:
    """One call of the scorer for all of them: its cost is by the call more than by the segment."""
    blocks = [split_blocks(read_rows(section.rows, day_first)) for section in sections]
    parts = [[cut_parts(block) for block in own] for own in blocks]
    scores = iter(scorer([part.text for own in parts for cut in own for part in cut]))
    return [
        CutSection(section, own, cut, [[_trust_label(part, next(scores)) for part in entry] for entry in cut])
        for section, own, cut in zip(sections, blocks, parts, strict=True)
    ]


def _trust_label(part: Part, scores: Scores) -> Scores:
    """What the document says of a part outweighs what its words look like."""
    return scores if part.known is None else {**dict.fromkeys(LABELS, _UNLIKELY), part.known: _CERTAIN}
