"""Are two sides of a page columns to be read one after the other, or parts of the same rows?

Dates on the right, labels on the left and table cells stand on the baselines of what they belong to, and most have
white space under them. Sidebars are dense and keep baselines of their own.
"""

import itertools
from collections.abc import Sequence
from enum import Enum

from resume_parser.layout.bands import SAME_EDGE
from resume_parser.layout.form_labels import is_form
from resume_parser.layout.fragment import Fragment
from resume_parser.layout.side_rows import (
    SideRow,
    begins_with,
    blocks,
    group_around,
    groups,
    heads_date,
    is_aligned,
    shared_height,
    side_rows,
)

MOSTLY = 0.8
MOSTLY_DATES = 0.6
"""The others may be words in place of a date, such as `various`, and small headings."""
SPARSE = 0.6
"""Up to which share of its height a side of labels or dates is filled."""
ISLAND_GAP = 6.0
"""Points of white space that part sub-columns of a side."""
LEADING = 1.25
"""Usual distance of baselines, in sizes."""
PROSE_CHARACTERS = 25


class Relation(Enum):
    COLUMNS = "columns"
    LABELS = "labels"
    """The left side holds labels or dates of what stands on the right."""
    ROWS = "rows"


def judge(left: Sequence[Fragment], right: Sequence[Fragment]) -> Relation:
    """How the sides of a gutter belong together, by the parts of them that are next to it."""
    all_left, all_right = side_rows(nearest_island(left, last=True)), side_rows(nearest_island(right, last=False))
    near_left, near_right = shared_height(all_left, all_right)
    if len(near_left) < 2 or len(near_right) < 2:
        return Relation.ROWS
    if is_form(near_left) or _dates_start_blocks(near_left, near_right):
        return Relation.LABELS
    left_is_fewer = len(near_left) <= len(near_right)
    few, many = (near_left, near_right) if left_is_fewer else (near_right, near_left)
    by_rows = (
        _hangs_on_the_left(near_left, near_right)
        or _dates_start_blocks(near_right, near_left)
        or _are_dates_beside(near_left, near_right)
        or _are_dates_beside(near_right, near_left)
        or _goes_by_rows(few, many)
    )
    if not by_rows and not (left_is_fewer and _stands_midway(few, all_right)):
        return Relation.COLUMNS
    return Relation.LABELS if len(near_left) < len(near_right) else Relation.ROWS


def _hangs_on_the_left(left: Sequence[SideRow], right: Sequence[SideRow]) -> bool:
    """Whether the right side is set flush right, row by row beside the left: columns of their own begin on one edge."""
    ends, starts = [row.x1 for row in right], [row.x0 for row in right]
    if max(ends) - min(ends) > SAME_EDGE or max(starts) - min(starts) <= SAME_EDGE:
        return False
    return sum(any(is_aligned(row, other) for other in left) for row in right) >= MOSTLY * len(right)


def _goes_by_rows(few: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    contested = [row for row in few if any(_overlap(row, other) for other in many)]
    if not contested:
        return False
    aligned = sum(any(is_aligned(row, other) for other in many) for row in contested) / len(contested)
    if (_is_prose(few) and _is_prose(many)) or (_is_wrapped_item(few) and _is_wrapped_item(many)):
        return False
    sparse = _filled(few) <= SPARSE
    if aligned >= MOSTLY:
        if _both_headed(few, many):
            return sparse and len(few) > len(many) / 2
        return sparse or len(few) < 1.5 * len(groups(few)) or _is_table(few, many)
    return sparse and _starts_blocks([group[0] for group in groups(few)], many)


def has_one_island(fragments: Sequence[Fragment]) -> bool:
    """Whether no white space parts the fragments from top to bottom."""
    return len(_islands(fragments)) == 1


def nearest_island(fragments: Sequence[Fragment], *, last: bool) -> list[Fragment]:
    """The sub-column next to the gutter, where the side is itself divided by white space all along."""
    start, end = _islands(fragments)[-1 if last else 0]
    return [fragment for fragment in fragments if start <= fragment.x0 <= end]


def _islands(fragments: Sequence[Fragment]) -> list[tuple[float, float]]:
    """The x-intervals that the fragments cover, from left to right."""
    islands: list[tuple[float, float]] = []
    for start, end in sorted((fragment.x0, fragment.x1) for fragment in fragments):
        if islands and start - islands[-1][1] <= ISLAND_GAP:
            islands[-1] = (islands[-1][0], max(islands[-1][1], end))
        else:
            islands.append((start, end))
    return islands


def _overlap(row: SideRow, other: SideRow) -> bool:
    top, bottom = row.baseline - 0.7 * row.size, row.baseline + 0.1 * row.size
    return top < other.baseline + 0.1 * other.size and bottom > other.baseline - 0.7 * other.size


def _filled(rows: Sequence[SideRow]) -> float:
    height = rows[-1].baseline - rows[0].baseline + LEADING * rows[0].size
    return sum(LEADING * row.size for row in rows) / max(height, 1.0)


def _is_table(few: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    """Whether two full sides are cells of the same rows, not columns that happen to keep the same baselines."""
    beside = sum(any(is_aligned(row, other) for other in few) for row in many)
    if beside < 0.75 * len(many):
        return False
    starts, others = ([group[0] for group in groups(side)][1:] for side in (few, many))
    agreeing = sum(any(is_aligned(start, other) for other in others) for start in starts)
    return agreeing >= 0.6 * max(len(starts), len(others)) and not _are_cards(few, many)


def _is_prose(rows: Sequence[SideRow]) -> bool:
    """Whether the side holds lists or running text, which fills its width line after line."""
    if sum(row.is_item for row in rows) > 1:
        return True
    start, end = min(row.x0 for row in rows), max(row.x1 for row in rows)
    full = [row.x1 - start > 0.85 * (end - start) and len(row.text) > PROSE_CHARACTERS for row in rows]
    return sum(first and second for first, second in itertools.pairwise(full)) > 1


def _is_wrapped_item(rows: Sequence[SideRow]) -> bool:
    """Whether the side is an item of a list that goes on below its first row."""
    return rows[0].is_item and len(rows) > 1 and not any(row.is_item or row.has_year for row in rows[1:])


def _are_cards(few: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    """Whether the years stand beside each other in some rows: things of a kind are in a column of a table."""
    pairs = [(row, other) for row in few for other in many if is_aligned(row, other)]
    years = [row.has_year for row, _ in pairs]
    return any(years) and not all(years) and all(row.has_year == other.has_year for row, other in pairs)


def _both_headed(few: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    """Whether both sides start with a heading of their own: larger than what follows."""
    return all(len(side) > 1 and side[0].size > 1.08 * side[1].size for side in (few, many))


def _are_dates_beside(dates: Sequence[SideRow], others: Sequence[SideRow]) -> bool:
    """Whether one side is hardly more than dates, each on a row of the other."""
    dated = [row for row in dates if row.is_date]
    if len(dated) < 2 or len(dated) < MOSTLY_DATES * len(dates):
        return False
    return sum(any(is_aligned(row, other) for other in others) for row in dated) >= MOSTLY * len(dated)


def _dates_start_blocks(narrow: Sequence[SideRow], wide: Sequence[SideRow]) -> bool:
    """Whether the dates of a narrow side, however much stands under them, begin where blocks of the other begin."""
    width = max(row.x1 for row in narrow) - min(row.x0 for row in narrow)
    across = max(row.x1 for row in wide) - min(row.x0 for row in wide)
    return width < across / 2 and _starts_blocks([row for row in narrow if row.is_date], wide)


def _starts_blocks(starts: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    blocks = [many[0]] + [
        row
        for above, row in itertools.pairwise(many)
        if row.baseline - above.baseline > 1.5 * above.size or (row.bold and not above.bold)
    ]
    beginning = sum(any(is_aligned(start, block) for block in blocks) for start in starts)
    return len(starts) > 1 and beginning >= MOSTLY * len(starts)


def _stands_midway(few: Sequence[SideRow], many: Sequence[SideRow]) -> bool:
    """Whether the groups of a sparse side stand at half the height of blocks of the other, as in table cells, or begin with one."""
    if _filled(few) > SPARSE:
        return False
    parts = blocks(many)
    all_labels = groups(few)
    labels = all_labels[:1]
    labels += [group for above, group in itertools.pairwise(all_labels) if not heads_date(above[-1], group[0])]
    midway = [group_around(group, many, few) is not None for group in labels]
    level = [any(begins_with(group[0], part) for part in parts) for group in labels]
    fitting = sum(one or other for one, other in zip(midway, level, strict=True))
    return sum(midway) > 1 and fitting >= MOSTLY * len(labels)
