"""Sections cut into entries and their parts, and all parts of a document scored in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.entries.blocks import split_blocks
from resume_parser.entries.chronicle import join_events
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.item_entries import split_items
from resume_parser.entries.parts import Part, cut_parts, cut_row
from resume_parser.entries.rows import read_rows
from resume_parser.entries.scoring import LABELS, Scores, SegmentScorer
from resume_parser.entries.study_blocks import split_study_blocks
from resume_parser.entries.study_rows import read_study_rows
from resume_parser.sections.kinds import SectionKind
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
    drafts = [_draft(section, day_first) for section in sections]
    scores = iter(scorer([part.text for draft in drafts for piece in draft.pieces for part in piece]))
    return [
        _finish(draft, [[_trust_label(part, next(scores)) for part in piece] for piece in draft.pieces])
        for draft in drafts
    ]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A section whose parts wait for their scores: by entry, or by row where the scores decide what an entry is."""

    section: Section
    facts: Sequence[RowFacts]
    blocks: Sequence[Block] | None
    pieces: Sequence[Sequence[Part]]


def _draft(section: Section, day_first: bool) -> _Draft:
    rows = tuple(join_events(section.rows, day_first))
    if section.kind is SectionKind.EDUCATION:
        facts = read_study_rows(rows, day_first)
        return _Draft(section, facts, None, [cut_row(fact) for fact in facts])
    facts = read_rows(tuple(split_items(rows, day_first)), day_first)
    blocks = split_blocks(facts)
    return _Draft(section, facts, blocks, [cut_parts(block) for block in blocks])


def _finish(draft: _Draft, scores: Sequence[Sequence[Scores]]) -> CutSection:
    if draft.blocks is not None:
        return CutSection(draft.section, draft.blocks, draft.pieces, scores)
    blocks = split_study_blocks(draft.facts, draft.pieces, scores)
    cuts = list(zip(draft.facts, zip(draft.pieces, scores, strict=True), strict=True))
    # A form reads its first row anew, as a header: that row is known by its line, all others by themselves.
    of_fact = {id(fact.row): cut for fact, cut in cuts} | {id(fact): cut for fact, cut in cuts}

    def cut_of(fact: RowFacts) -> tuple[Sequence[Part], Sequence[Scores]]:
        return of_fact[id(fact) if id(fact) in of_fact else id(fact.row)]

    parts = [
        [
            Part(part.text, part.row, number - (block.anchor or 0), part.group, part.position, part.mark, part.known)
            for number, fact in enumerate(block.header)
            for part in cut_of(fact)[0]
        ]
        for block in blocks
    ]
    own = [[score for fact in block.header for score in cut_of(fact)[1]] for block in blocks]
    return CutSection(draft.section, blocks, parts, own)


def _trust_label(part: Part, scores: Scores) -> Scores:
    """What the document says of a part outweighs what its words look like."""
    return scores if part.known is None else {**dict.fromkeys(LABELS, _UNLIKELY), part.known: _CERTAIN}
