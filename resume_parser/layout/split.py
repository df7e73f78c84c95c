"""The best way to divide a part of a page: into columns, or into labels and what they label."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from resume_parser.layout.bands import CLEARANCE, Band, find_bands
from resume_parser.layout.fragment import Fragment
from resume_parser.layout.judge import Relation, has_one_island, judge, nearest_island
from resume_parser.layout.rows import Row, group_into_rows, top_down
from resume_parser.layout.side_rows import group_around, side_rows

TITLE_SIZE = 1.4
"""From how many times the usual size on a row over the other column is the page's title."""
TITLE_GAP = 1.2
"""White space, in sizes, that ends the title's block."""
HEADER_GAP = 0.8
"""White space, in sizes, under the last row of a header."""
ROWS_OF_A_HEADER = 4
SECTION_GAP = 0.4
"""White space, in sizes, that may part what is in columns from what is not."""
LINES_OF_A_CELL = 3
EVEN = 1.2
"""Up to how many times the narrowest of a row's gaps the widest is, where all are one."""


@dataclass(frozen=True, slots=True)
class Columns:
    above: list[Fragment]
    left: list[Fragment]
    right: list[Fragment]
    below: list[Fragment]


@dataclass(frozen=True, slots=True)
class Labels:
    above: list[Fragment]
    left: list[Fragment]
    right: list[Fragment]
    below: list[Fragment]


def find_split(fragments: Sequence[Fragment]) -> Columns | Labels | None:
    """The most weighty division of the fragments (given from top to bottom), or None when they go by rows."""
    if len(fragments) < 4:
        return None
    alike = {_ends(band): band for band in find_bands(fragments) if min(len(band.left), len(band.right)) > 1}
    bands = sorted(alike.values(), key=_weight, reverse=True)
    labels: Band | None = None
    for band in bands:
        relation = judge(band.left, band.right)
        if relation is Relation.COLUMNS and not _is_last_cell(band):
            if labels is not None and _height(labels) > 1.5 * _height(band) and labels.edge < band.edge:
                return _split_labels(labels, fragments)
            columns = _split_columns(band, fragments)
            if columns is not None:
                return columns
        if relation is Relation.LABELS and labels is None and has_one_island(band.left):
            labels = band
    return None if labels is None else _split_labels(labels, fragments)


def _ends(band: Band) -> tuple[int, ...]:
    """The same for bands that differ by nothing but a point or so of their edge."""
    return len(band.left), len(band.right), id(band.left[0]), id(band.right[0]), id(band.left[-1]), id(band.right[-1])


def _weight(band: Band) -> tuple[int, int, float]:
    gutter = band.edge - max(fragment.x1 for fragment in band.left)
    return min(len(band.left), len(band.right)), len(band.left) + len(band.right), gutter


def _height(band: Band) -> float:
    return max(band.left[-1].baseline, band.right[-1].baseline) - min(band.left[0].top, band.right[0].top)


def _is_last_cell(band: Band) -> bool:
    """Whether the right side is no more than the end of one row of several cells, with what it goes on in for want of room."""
    first, last = band.right[0], band.right[-1]
    if len(band.right) > LINES_OF_A_CELL or last.baseline - first.baseline > 1.5 * first.size * (len(band.right) - 1):
        return False
    beside = (abs(fragment.baseline - first.baseline) < first.size / 4 for fragment in band.left)
    return sum(beside) > 1 and _height(band) > 2 * LINES_OF_A_CELL * first.size


def _split_labels(band: Band, fragments: Sequence[Fragment]) -> Labels:
    """Labels with nothing beside them, over or under all the rest, are no labels."""
    top, bottom = band.right[0].top, band.right[-1].bottom
    left = [fragment for fragment in band.left if fragment.bottom > top and fragment.top < bottom]
    first = min(left[0].top, left[0].baseline - band.right[0].size)
    around = group_around(side_rows(left[:1]), side_rows(band.right), side_rows(left))
    if around is not None:
        first = min(first, around[0].baseline - around[0].size)
    right = [fragment for fragment in band.right if fragment.bottom > first]
    return Labels(*_around(left, right, fragments))


def _split_columns(band: Band, fragments: Sequence[Fragment]) -> Columns | None:
    rows = group_into_rows(top_down(chain(band.left, band.right)))
    first, last = _end_of_rows_above(rows, band), _start_of_rows_below(rows, band)
    last = min(last, _first_page_wide_heading(rows[first:last], band) + first)
    last = min(last, _heading_after_the_right(rows[:last], band))
    kept = set(map(id, chain.from_iterable(rows[first:last])))
    right = [fragment for fragment in band.right if id(fragment) in kept]
    left = [fragment for fragment in band.left if id(fragment) in kept]
    if left:
        right = right[_title_length(left, right) :]
    return Columns(*_around(left, right, fragments)) if left and right else None


def _around(
    left: list[Fragment], right: list[Fragment], fragments: Sequence[Fragment]
) -> tuple[list[Fragment], list[Fragment], list[Fragment], list[Fragment]]:
    """What is over both sides, the sides, and what is under them."""
    inside = set(map(id, chain(left, right)))
    middle = min(left[0].baseline, right[0].baseline)
    above = [fragment for fragment in fragments if id(fragment) not in inside and fragment.baseline <= middle]
    taken = inside | set(map(id, above))
    below = [fragment for fragment in fragments if id(fragment) not in taken]
    return above, left, right, below


def _start_of_rows_below(rows: list[Row], band: Band) -> int:
    """Where the rows begin that, nearer to what crosses the gutter below than to the rows above, belong to it."""
    if band.crossed_below is None:
        return len(rows)
    start = _last_row_in_columns(rows, band)
    spaces = [_space(above, below) for above, below in zip(rows, [*rows[1:], [band.crossed_below]], strict=True)]
    inner = spaces[start:-1]
    if not inner:
        return len(rows)
    wanted = max(0.9 * max(inner), spaces[-1] * 1.01, SECTION_GAP * rows[-1][0].size)
    return max((index + 1 for index in range(start, len(spaces) - 1) if spaces[index] >= wanted), default=len(rows))


def _last_row_in_columns(rows: list[Row], band: Band) -> int:
    """The last row that shows the columns: the right one alone, or parts of other columns only after it."""
    near = set(map(id, nearest_island(band.right, last=False)))
    right = [{id(item) for item in row if item.x0 >= band.edge - CLEARANCE} for row in rows]
    last_near = max(index for index, items in enumerate(right) if items & near)
    if any(right[last_near + 1 :]):
        return last_near
    alone = [index for index, row in enumerate(rows) if row[0].x0 >= band.edge - CLEARANCE]
    return alone[-1] if alone else next(index for index, items in enumerate(right) if items)


def _end_of_rows_above(rows: list[Row], band: Band) -> int:
    """Where the rows end that belong to what crosses the gutter above, or have parts in another column on the right."""
    near = set(map(id, nearest_island(band.right, last=False)))
    right = [{id(item) for item in row if item.x0 >= band.edge - CLEARANCE} for row in rows]
    first_right = next((index for index, items in enumerate(right) if items & near), 0)
    foreign = max((index for index in range(first_right) if right[index]), default=-1)
    above = rows[0] if band.crossed_above is None else [band.crossed_above]
    spaces = [_space(higher, lower) for higher, lower in zip([above, *rows], rows, strict=False)]
    if foreign >= 0:
        return max(range(foreign + 1, first_right + 1), key=lambda index: spaces[index])
    if band.crossed_above is None:
        return _end_of_even_row(rows, band)
    first_alone = next((index for index, row in enumerate(rows) if row[0].x0 >= band.edge - CLEARANCE), 0)
    nearer = _rows_nearer_to_above(rows, spaces)
    if nearer:
        return nearer
    last = max(first_right, first_alone)
    if last < 1:
        return 0
    wanted = max(0.9 * max(spaces[1 : last + 1]), spaces[0] * 1.01, SECTION_GAP * rows[0][0].size)
    return next((index for index in range(1, last + 1) if spaces[index] >= wanted), 0)


def _end_of_even_row(rows: list[Row], band: Band) -> int:
    """Where a header ends in whose last row three parts and more stand at even distances, on both sides of the gutter; else 0."""
    for index, row in enumerate(rows[:ROWS_OF_A_HEADER]):
        gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
        beside = row[0].x0 < band.edge - CLEARANCE <= row[-1].x0
        if beside and len(gaps) > 1 and 0 < max(gaps) <= EVEN * min(gaps):
            below = rows[index + 1 : index + 2]
            return index + 1 if below and _space(row, below[0]) > HEADER_GAP * row[0].size else 0
    return 0


def _rows_nearer_to_above(rows: list[Row], spaces: list[float]) -> int:
    """How many rows are set close to what crosses the gutter above, and well apart from those below."""
    for index in range(1, min(len(rows), ROWS_OF_A_HEADER)):
        if spaces[index] > max(HEADER_GAP * rows[0][0].size, 2 * spaces[0]):
            return index
    return 0


def _first_page_wide_heading(rows: list[Row], band: Band) -> int:
    """Where a heading over both columns stands, that is only long enough to be on the left; else the number of rows.

    It is larger than all on the right, nothing is beside it, and both columns start anew on one row under it. When
    another such heading has text beside it, the headings are the left column's own.
    """
    limit = band.edge - CLEARANCE
    largest = max(fragment.size for fragment in band.right)
    right = [any(fragment.x0 >= limit for fragment in row) for row in rows]
    headings = [index for index, row in enumerate(rows) if row[0].size > 1.08 * largest and row[0].x0 < limit]
    inner = [index for index in headings if any(right[:index]) and any(right[index + 1 :])]
    if not inner or not all(_is_alone(rows, index, band, right) for index in inner):
        return len(rows)
    return inner[0]


def _heading_after_the_right(rows: list[Row], band: Band) -> int:
    """Where, under the end of the right column, a heading follows in the look of the one over its beginning; else the number of rows.

    What is beside each other stands under the one heading, as cards do: it is read before the next.
    """
    limit = band.edge - CLEARANCE
    beside = [index for index, row in enumerate(rows) if row[-1].x0 >= limit]
    if not beside or beside[0] == 0:
        return len(rows)
    over = rows[beside[0] - 1]
    if len(over) != 1 or not _is_heading(over[0], band):
        return len(rows)
    alike = (index for index in range(beside[-1] + 1, len(rows)) if _look(rows[index][0]) == _look(over[0]))
    return next((index for index in alike if len(rows[index]) == 1), len(rows))


def _is_heading(fragment: Fragment, band: Band) -> bool:
    """Whether the text is larger than all on the right, or wears bold or capitals that nothing there does."""
    size, bold, capital = _look(fragment)
    looks = [_look(other) for other in band.right]
    larger = size > 1.08 * max(other for other, _, _ in looks)
    return larger or ((bold or capital) and not any((b, c) == (bold, capital) for _, b, c in looks))


def _look(fragment: Fragment) -> tuple[float, bool, bool]:
    return round(fragment.size, 1), fragment.spans[0].bold, fragment.text.isupper()


def _is_alone(rows: list[Row], index: int, band: Band, right: list[bool]) -> bool:
    heading, below = rows[index][0], rows[index + 1] if index + 1 < len(rows) else []
    clear = all(fragment.bottom < heading.top or fragment.top > heading.bottom for fragment in band.right)
    return clear and bool(below) and right[index + 1] and below[0].x0 < band.edge - CLEARANCE


def _space(above: Row, below: Row) -> float:
    return min(fragment.top for fragment in below) - max(fragment.bottom for fragment in above)


def _title_length(left: Sequence[Fragment], right: Sequence[Fragment]) -> int:
    """How many fragments of the right side are the page's title, set higher than anything on the left."""
    sizes = sorted(fragment.size for fragment in chain(left, right))
    large = TITLE_SIZE * sizes[len(sizes) // 2]
    length = 0
    found = False
    for index, fragment in enumerate(right):
        if fragment.baseline >= left[0].top or index == len(right) - 1:
            break
        if found and fragment.top - right[index - 1].bottom > TITLE_GAP * right[index - 1].size:
            break
        found = found or fragment.size >= large
        length = index + 1
    return length if found else 0
