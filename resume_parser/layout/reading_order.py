"""The order in which a person reads the fragments of a page: columns one after the other, rows across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from resume_parser.layout.cards import split_at_cards, split_at_stacks
from resume_parser.layout.fragment import Fragment
from resume_parser.layout.heading_column import LabelledStrip, is_heading_column
from resume_parser.layout.labels import first_row_wraps, is_grid, join_label, label_strips
from resume_parser.layout.rows import Row, group_into_rows, top_down
from resume_parser.layout.split import Columns, Labels, find_split

MAX_DEPTH = 8
"""Columns within columns; no page that people read has more."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand under each other in one column."""

    rows: list[Row]
    left: float
    """The column's left edge, in points."""
    column: int
    """Number of the column on its page, in reading order."""


def order_page(fragments: Sequence[Fragment]) -> list[Block]:
    """All fragments of the page, in blocks in reading order."""
    numbers = count()
    blocks = [block for block in _order(top_down(fragments), next(numbers), numbers, 0) if block.rows]
    renumbered = {column: number for number, column in enumerate(dict.fromkeys(block.column for block in blocks))}
    return [Block(block.rows, block.left, renumbered[block.column]) for block in blocks]


def _order(fragments: Sequence[Fragment], column: int, numbers: Iterator[int], depth: int) -> Iterator[Block]:
    stacked = split_at_stacks(fragments) if depth < MAX_DEPTH else None
    if stacked is not None:
        above, stacks, below = stacked
        yield from _order(above, column, numbers, depth + 1)
        for stack in stacks:
            yield from _order(stack, next(numbers), numbers, depth + 1)
        yield from _order(below, next(numbers), numbers, depth + 1)
        return
    dealt = split_at_cards(fragments) if depth < MAX_DEPTH else None
    if dealt is not None:
        above, cards, below = dealt
        yield from _order(above, column, numbers, depth + 1)
        for card in cards:
            yield from _order(card, next(numbers), numbers, MAX_DEPTH - 1)
        yield from _order(below, next(numbers), numbers, depth)
        return
    split = find_split(fragments) if depth < MAX_DEPTH else None
    if split is None:
        left = min((fragment.x0 for fragment in fragments), default=0.0)
        yield Block(group_into_rows(fragments), left, column)
        return
    yield from _order(split.above, column, numbers, depth + 1)
    if isinstance(split, Columns):
        yield from _order(split.left, next(numbers), numbers, depth + 1)
        yield from _order(split.right, next(numbers), numbers, depth + 1)
        yield from _order(split.below, next(numbers), numbers, depth + 1)
    else:
        yield from _order_labelled(split, column, numbers, depth)
        yield from _order(split.below, column, numbers, depth + 1)


def _order_labelled(split: Labels, column: int, numbers: Iterator[int], depth: int) -> Iterator[Block]:
    strips = label_strips(split.left, split.right)
    headings = is_heading_column(strips)
    for strip in strips:
        if is_grid(strip):
            for row in group_into_rows(strip.content):
                row[0].apart = True
            cells = top_down([*strip.content, *(item for row in strip.label for item in row)])
            yield from _order(cells, column, numbers, depth + 1)
            continue
        content = list(_order(strip.content, column, numbers, depth + 1))
        yield from _with_label(strip, content, column, headings=headings)


def _with_label(strip: LabelledStrip, content: list[Block], column: int, *, headings: bool) -> Iterator[Block]:
    first = content[0].rows[0] if content and content[0].rows else None
    joined = join_label(strip, first, headings=headings)
    if joined.before:
        yield Block(joined.before, min(row[0].x0 for row in joined.before), column)
    if first is not None and joined.beside:
        head = content[0]
        wrapped = head.rows[1:2] if joined.after and first_row_wraps(head.rows) else []
        yield Block([joined.beside + first, *wrapped, *joined.after], head.left, column)
        yield Block(head.rows[1 + len(wrapped) :], head.left, head.column)
        yield from content[1:]
    else:
        yield from content
