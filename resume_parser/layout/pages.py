"""Columns that go on over the page: each is read to its end before the next."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resume_parser.layout.reading_order import Block

SAME_LEFT = 6.0
"""Points."""
ALIKE = 0.5
"""Share of the wider column's width that two parts of one column have in common."""
REACHES_DOWN = 0.75
"""Share of the page's height that a column which goes on fills."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    page: int
    block: Block


@dataclass(frozen=True, slots=True)
class _Segment:
    """One column on one page."""

    page: int
    blocks: list[Block]
    left: float
    right: float
    bottom: float


def join_pages(pages: Sequence[list[Block]], heights: Sequence[float]) -> list[PlacedBlock]:
    """The blocks of all pages in reading order."""
    ordered: list[_Segment] = []
    before: list[_Segment] = []
    for number, blocks in enumerate(pages):
        segments = list(_segments(number, blocks))
        for segment in segments:
            start = _start_of(segment, before, heights[number - 1])
            if start is None:
                ordered.append(segment)
            else:
                ordered.insert(ordered.index(start) + 1, segment)
        before = segments
    return [PlacedBlock(segment.page, block) for segment in ordered for block in segment.blocks]


def _segments(page: int, blocks: Sequence[Block]) -> Iterator[_Segment]:
    filled = [block for block in blocks if block.rows]
    for _, following in itertools.groupby(filled, key=lambda block: block.column):
        column = list(following)
        fragments = [fragment for block in column for row in block.rows for fragment in row]
        yield _Segment(
            page,
            column,
            min(fragment.x0 for fragment in fragments),
            max(fragment.x1 for fragment in fragments),
            max(fragment.bottom for fragment in fragments),
        )


def _start_of(segment: _Segment, before: Sequence[_Segment], height: float) -> _Segment | None:
    """The column on the page before that this one continues; only one with others beside it matters."""
    for start in before:
        if all(other.left < start.right and other.right > start.left for other in before):
            continue
        common = min(start.right, segment.right) - max(start.left, segment.left)
        widest = max(start.right - start.left, segment.right - segment.left)
        if (
            abs(start.left - segment.left) <= SAME_LEFT
            and common >= ALIKE * widest
            and start.bottom >= REACHES_DOWN * height
        ):
            return start
    return None
