"""Tables whose cells are framed by drawn lines: each of their rows is read as one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from resume_parser.document import Box
from resume_parser.layout.clean import BULLET, standard_bullet
from resume_parser.layout.fragment import Fragment, joined
from resume_parser.layout.rows import group_into_rows, top_down

RULE_WIDTH = 2.5
"""Points up to which a filled shape is a line."""
SHORTEST_RULE = 6.0
SAME_EDGE = 2.0
"""Points within which the ends of two lines meet."""
CELL_SPACING = 5.0
"""Points between the frames of two cells of one row; cards stand farther apart."""
LINES_OF_A_CELL = 3
"""Up to how many lines the cells of a row of data have; longer ones are columns of a page."""
WRAPPED_LEADING = 1.7
"""Distance of the baselines within a paragraph, in sizes, at most."""
SPACE_WIDTH = 0.27

_HYPHENATED = re.compile(r"\w-\s*$")

CellBox = tuple[float, float, float, float]


@dataclass(slots=True)
class Rules:
    """The straight lines of a page: (position, start, end), positions across them."""

    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)

    def add(self, box: Box, *, stroked: bool) -> None:
        """A drawn shape: a line, or the four edges of a frame."""
        x0, y0, x1, y1 = box
        if x1 - x0 <= RULE_WIDTH:
            if y1 - y0 >= SHORTEST_RULE:
                self.vertical.append(((x0 + x1) / 2, y0, y1))
        elif y1 - y0 <= RULE_WIDTH:
            if x1 - x0 >= SHORTEST_RULE:
                self.horizontal.append(((y0 + y1) / 2, x0, x1))
        elif stroked and y1 - y0 >= SHORTEST_RULE:
            self.vertical += [(x0, y0, y1), (x1, y0, y1)]
            self.horizontal += [(y0, x0, x1), (y1, x0, x1)]


def join_table_rows(fragments: list[Fragment], rules: Rules) -> list[Fragment]:
    """The fragments, those of one line of a table's row joined with tabs between the cells."""
    if len(rules.vertical) < 3 or len(rules.horizontal) < 2:
        return fragments
    made: list[Fragment] = []
    taken: set[int] = set()
    for cells in _rows_of_cells(fragments, rules):
        lines = [_unwrapped(box, items) for box, items in cells]
        if not _is_row_of_data(lines):
            continue
        taken.update(id(item) for _, items in cells for item in items)
        made += [_across([line for line in parts if line is not None]) for parts in zip_longest(*lines)]
    return [item for item in fragments if id(item) not in taken] + made if made else fragments


def _rows_of_cells(fragments: Sequence[Fragment], rules: Rules) -> Iterable[list[tuple[CellBox, list[Fragment]]]]:
    """Framed cells with text side by side, two and more, from left to right."""
    cells: dict[CellBox, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        box = _cell_around(fragment, rules)
        if box is not None:
            cells[box].append(fragment)
    row: list[tuple[CellBox, list[Fragment]]] = []
    for box in sorted(cells, key=lambda box: (round(box[1] / SAME_EDGE), round(box[3] / SAME_EDGE), box[0])):
        if row and not _adjoins(row[-1][0], box):
            if len(row) > 1:
                yield row
            row = []
        row.append((box, cells[box]))
    if len(row) > 1:
        yield row


def _cell_around(fragment: Fragment, rules: Rules) -> CellBox | None:
    """The nearest lines on the four sides of the text."""
    x, y = (fragment.x0 + fragment.x1) / 2, fragment.baseline - fragment.size / 4
    sides = [at for at, start, end in rules.vertical if start <= y <= end]
    left = max((at for at in sides if at <= fragment.x0 + SAME_EDGE), default=None)
    right = min((at for at in sides if at >= fragment.x1 - SAME_EDGE), default=None)
    if left is None or right is None:
        return None
    ends = [at for at, start, end in rules.horizontal if start <= x <= end]
    top = max((at for at in ends if at <= y), default=None)
    bottom = min((at for at in ends if at >= y), default=None)
    return None if top is None or bottom is None else (left, top, right, bottom)


def _adjoins(left: CellBox, right: CellBox) -> bool:
    same_row = abs(left[1] - right[1]) <= SAME_EDGE and abs(left[3] - right[3]) <= SAME_EDGE
    return same_row and -SAME_EDGE <= right[0] - left[2] <= CELL_SPACING


def _unwrapped(box: CellBox, fragments: Sequence[Fragment]) -> list[Fragment]:
    """The cell's lines, each made one with those that it goes on in for want of room."""
    rows = group_into_rows(top_down(fragments))
    padding = min(row[0].x0 for row in rows) - box[0]
    room = box[2] - box[0] - 2 * padding
    lines: list[Fragment] = []
    last = None
    for row in (_across(row) for row in rows):
        if last is not None and _goes_on(last, row, room):
            lines[-1] = joined(lines[-1], row, "" if _HYPHENATED.search(lines[-1].text) else " ")
        else:
            lines.append(row)
        last = row
    return lines


def _goes_on(line: Fragment, below: Fragment, room: float) -> bool:
    text = below.text.strip()
    if standard_bullet(text).startswith(BULLET) or below.baseline - line.baseline > WRAPPED_LEADING * line.size:
        return False
    first, second = line.spans[-1], below.spans[0]
    if (first.bold, first.size) != (second.bold, second.size):
        return False
    word = len(text.split()[0]) / len(text) * (below.x1 - below.x0)
    return room - (line.x1 - line.x0) < word + SPACE_WIDTH * line.size


def _is_row_of_data(cells: Sequence[Sequence[Fragment]]) -> bool:
    """Whether no cell is long, or one only, beside dates."""
    long = sum(len(lines) > LINES_OF_A_CELL for lines in cells)
    if long == 1:
        return all(
            len(lines) > LINES_OF_A_CELL or (len(lines) == 1 and any(map(str.isdigit, lines[0].text)))
            for lines in cells
        )
    return long == 0


def _across(parts: Sequence[Fragment]) -> Fragment:
    line = parts[0]
    for part in parts[1:]:
        line = joined(line, part, "\t")
    return line
