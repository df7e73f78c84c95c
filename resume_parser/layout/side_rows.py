"""The rows of one side of a gutter, reduced to what tells how it belongs to the other side."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_parser.layout.clean import standard_bullet
from resume_parser.layout.fragment import Fragment

ALIGNED = 0.25
"""How far two baselines may lie apart to count as one, in sizes of the larger text."""
GROUP_GAP = 1.75
"""Distance of baselines, in sizes, from which on a row starts a group."""

LOOSELY = 1.25
"""Distance of baselines from which on a row starts a group, in usual distances, where these are wider."""
LEAST_STEPS = 8

UNDER_HEADING = 2.5
"""Sizes from a heading to a date under it, at the most."""

DATE_CHARACTERS = 32
DATE_WORDS = 4

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+")


class SideRow(NamedTuple):
    baseline: float
    size: float
    bold: bool
    x0: float
    x1: float
    text: str

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return standard_bullet(self.text).startswith("•")

    @property
    def has_year(self) -> bool:
        return _YEAR.search(self.text) is not None

    @property
    def is_date(self) -> bool:
        """Whether a date or a period is all that it says, as far as its length tells."""
        return self.has_year and len(self.text) <= DATE_CHARACTERS and len(_WORD.findall(self.text)) <= DATE_WORDS


def side_rows(fragments: Sequence[Fragment]) -> list[SideRow]:
    """The rows of one side, from top to bottom."""
    rows: list[SideRow] = []
    for fragment in fragments:
        last = rows[-1] if rows else None
        if last is not None and fragment.baseline - last.baseline <= ALIGNED * max(last.size, fragment.size):
            rows[-1] = SideRow(
                last.baseline,
                max(last.size, fragment.size),
                last.bold,
                min(last.x0, fragment.x0),
                max(last.x1, fragment.x1),
                last.text,
            )
        else:
            first = fragment.spans[0]
            rows.append(SideRow(fragment.baseline, fragment.size, first.bold, fragment.x0, fragment.x1, first.text))
    return rows


def shared_height(left: Sequence[SideRow], right: Sequence[SideRow]) -> tuple[list[SideRow], list[SideRow]]:
    """The rows of both sides that have the other beside them, or between its first and last row."""
    top = max(left[0].baseline - left[0].size, right[0].baseline - right[0].size)
    bottom = min(left[-1].baseline + 0.3 * left[-1].size, right[-1].baseline + 0.3 * right[-1].size)
    return (
        [row for row in left if row.baseline > top and row.baseline - row.size < bottom],
        [row for row in right if row.baseline > top and row.baseline - row.size < bottom],
    )


def is_aligned(row: SideRow, other: SideRow) -> bool:
    """Whether two rows share their baseline or, in different sizes, the top of their capitals."""
    size, other_size = row.size, other.size
    tolerance = ALIGNED * (size if size > other_size else other_size)
    lower = row.baseline - other.baseline
    if not -3 * tolerance - size < lower < 3 * tolerance + size:
        return False
    return abs(lower) <= tolerance or abs(lower - 0.7 * (row.size - other.size)) <= 0.6 * tolerance


def groups(rows: Sequence[SideRow], leading: float = 0.0) -> list[list[SideRow]]:
    """Rows that follow each other without white space between them; none is wider than `leading`."""
    found: list[list[SideRow]] = []
    for row in rows:
        last = found[-1][-1] if found else row
        if found and row.baseline - last.baseline <= max(GROUP_GAP * max(row.size, last.size), leading):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def blocks(rows: Sequence[SideRow]) -> list[list[SideRow]]:
    """As `groups`, by what is white space in text that is set as loosely as this."""
    return groups(rows, _usual_leading(rows))


def begins_with(row: SideRow, block: Sequence[SideRow]) -> bool:
    """Whether the row stands beside the block's first, if not quite on its baseline, as in the cells of a table."""
    return is_aligned(row, block[0]) or abs(row.baseline - block[0].baseline) <= block[0].size / 2


def heads_date(words: SideRow, date: SideRow) -> bool:
    """Whether a date stands close under words, as that of a section's first entry does under its heading."""
    near = date.baseline - words.baseline <= UNDER_HEADING * words.size
    return near and any(map(str.isdigit, date.text)) and not any(map(str.isdigit, words.text))


def _usual_leading(rows: Sequence[SideRow]) -> float:
    steps = sorted(below.baseline - row.baseline for row, below in itertools.pairwise(rows))
    return LOOSELY * steps[len(steps) // 2] if len(steps) >= LEAST_STEPS else 0.0


def group_around(
    label: Sequence[SideRow], content: Sequence[SideRow], labels: Sequence[SideRow]
) -> list[SideRow] | None:
    """The group of the content at half whose height the label stands, alone of all labels, as text in table cells may."""
    middle = (label[0].baseline + label[-1].baseline) / 2
    for group in blocks(content):
        top, bottom = group[0].baseline, group[-1].baseline
        if abs((top + bottom) / 2 - middle) < 0.6 * label[0].size:
            within = sum(top - other.size < other.baseline < bottom + other.size for other in labels)
            return group if within <= len(label) else None
    return None
