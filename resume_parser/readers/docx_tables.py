"""Tables in Word: of data, read row by row; or of layout, read cell by cell."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from docx.oxml.ns import qn

from resume_parser.readers.docx_paragraph import TextLine, visible_children

MAX_COLUMNS = 63
"""Word's own limit; a larger span is a trap for readers that make a cell for each."""
LONG_CELL = 3
"""From how many lines on a cell is a column of text."""
SHORT_TEXT = 40
"""Characters of a date, place or label."""

_ROW = qn("w:tr")
_CELL = qn("w:tc")
_MERGED = f"{qn('w:tcPr')}/{qn('w:vMerge')}"
_SPAN = f"{qn('w:tcPr')}/{qn('w:gridSpan')}"
_BEFORE = f"{qn('w:trPr')}/{qn('w:gridBefore')}"
_VALUE = qn("w:val")

Cell = list[TextLine]


def read_table(table: Any, read_cell: Callable[[Any], Cell], columns: "count[int]") -> list[TextLine]:
    """The table's lines in reading order; long cells side by side get columns of their own."""
    lines: list[TextLine] = []
    merged: frozenset[int] = frozenset()
    for row in _nested(table, _ROW):
        shown, merged = _shown_cells(row, merged)
        cells = [read_cell(cell) for cell in shown]
        filled = [cell for cell in cells if cell]
        if filled:
            read = _read_row(filled, columns)
            if lines:
                read[0].gap = max(read[0].gap, lines[-1].look.after or 0.0)
            lines.extend(read)
    return lines


def _nested(element: Any, tag: str) -> list[Any]:
    """Children with the tag, through content controls."""
    found: list[Any] = []
    for child in visible_children(element):
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found.extend(_nested(child, tag))
    return found


_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")}


def _shown_cells(row: Any, merged: frozenset[int]) -> tuple[list[Any], frozenset[int]]:
    """The row's cells but for those that go on a merge from above, and the grid columns in which one may go on below.

    `merged` are those columns of the row above: a cell that says it goes on where nothing began is shown.
    """
    shown: list[Any] = []
    going_on: set[int] = set()
    column = _number(row.find(_BEFORE))
    for cell in _nested(row, _CELL):
        merge = cell.find(_MERGED)
        if merge is None or merge.get(_VALUE) == "restart" or column not in merged:
            shown.append(cell)
        if merge is not None:
            going_on.add(column)
        column += max(1, _number(cell.find(_SPAN)))
    return shown, frozenset(going_on)


def _number(element: Any) -> int:
    """Its value, within what Word's grid can have; 0 without one."""
    written = "" if element is None else element.get(_VALUE) or ""
    return min(int(written), MAX_COLUMNS) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def _read_row(cells: list[Cell], columns: "count[int]") -> list[TextLine]:
    if len(cells) == 1:
        return cells[0]
    if all(len(cell) == 1 for cell in cells) or _stands_side_by_side(cells):
        return _across(cells)
    if sum(len(cell) >= LONG_CELL for cell in cells) > 1:
        return _one_after_the_other(cells, columns)
    return _with_labels(cells)


def _stands_side_by_side(cells: Sequence[Cell]) -> bool:
    """Two or three short lines a cell, as in `Company | Place` over `Title | Dates`."""
    lengths = {len(cell) for cell in cells}
    last = cells[-1]
    return lengths in ({2}, {3}) and all(
        bool(line.look.right_aligned) or (len(line.text) <= SHORT_TEXT and any(map(str.isdigit, line.text)))
        for line in last
    )


def _across(cells: Sequence[Cell]) -> list[TextLine]:
    rows: list[TextLine] = []
    for parts in zip(*cells, strict=True):
        first = parts[0]
        for part in parts[1:]:
            _append(first, part)
        rows.append(first)
    return rows


def _append(line: TextLine, part: TextLine) -> None:
    """Puts a cell's line after another's, a tab between."""
    last = line.spans[-1]
    line.spans[-1] = last._replace(text=f"{last.text.rstrip()}\t")
    line.spans.extend(part.spans)
    line.links.extend(part.links)


def _one_after_the_other(cells: Sequence[Cell], columns: "count[int]") -> list[TextLine]:
    lines: list[TextLine] = []
    for cell in cells:
        number = next(columns)
        base = cell[0].column
        for line in cell:
            if line.column == base:
                line.column = number
        lines.extend(cell)
    return lines


def _with_labels(cells: Sequence[Cell]) -> list[TextLine]:
    """Cells of one line, such as dates, on the first line of the cell that they stand beside; headings before it."""
    lines: list[TextLine] = []
    label: TextLine | None = None
    for cell in cells:
        if len(cell) == 1 and not _is_heading(cell[0], cells):
            if lines:
                _append(lines[0] if len(lines) > 1 or label is None else lines[-1], cell[0])
            elif label is None:
                label = cell[0]
            else:
                _append(label, cell[0])
            continue
        if label is not None:
            _append(label, cell[0])
            cell = [label, *cell[1:]]
            label = None
        lines.extend(cell)
    return lines if label is None else [label, *lines]


def _is_heading(line: TextLine, cells: Sequence[Cell]) -> bool:
    text = line.text
    longest = max(len(cell) for cell in cells)
    styled = line.spans[0].bold or text.isupper() or bool(line.look.heading)
    return styled and longest >= LONG_CELL and not any(map(str.isdigit, text)) and len(text) <= SHORT_TEXT
