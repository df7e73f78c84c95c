"""Forms: a column of labels beside what they announce, and labels that end in a dash. Each comes out as `label: value`."""

import re
from collections.abc import Sequence

from resume_parser.entries.broken_periods import with_text
from resume_parser.entries.bullets import BULLET
from resume_parser.sections.section import Row
from resume_parser.vocabulary.labels import DATE, OTHER, kind_of_label, read_columns

_LEAST_KINDS = 2
"""How many kinds of a header's labels make a form."""
_COLON_DASH = re.compile(r"^([^:\t]{2,48}?)\s*(?::\s*[-–—]+|[-–—]+\s*:)\s*")
_DASH = re.compile(r"^([^:\t–—-]{4,40}?)\s*\t?\s*[–—-]+\s+(?=\S)")
_DASHES = "-–—"
_BY_DASH = frozenset({"TITLE", "COMPANY", DATE})
_NOT_BEFORE_DASH = frozenset(
    {"to", "from", "year", "years", "client", "agency", "rank", "function", "firm", "post", "class"}
)
"""Words that begin other rows with a dash, `Agency – London`, or periods."""


def spell_labels(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of a form written as `label: value` without a bullet; a label alone takes the row below it."""
    labelled = [_with_dash(row) for row in rows]
    kinds = {kind for row in labelled if (kind := _kind_in_column(row.text)) and kind != OTHER}
    if len(kinds) < _LEAST_KINDS:
        return labelled
    return _with_values_below([_spelled(row) for row in labelled])


def _with_dash(row: Row) -> Row:
    """`Designation – Clerk`, `Designation :- Clerk`."""
    if not any(dash in row.text for dash in _DASHES):
        return row
    mark = BULLET.match(row.text)
    text = row.text[mark.end() :] if mark else row.text.strip()
    colon = _COLON_DASH.match(text)
    if colon and kind_of_label(colon[1]):
        return with_text(row, f"{colon[1]}: {text[colon.end() :].strip()}")
    dash = _DASH.match(text)
    if dash and kind_of_label(dash[1]) in _BY_DASH and dash[1].strip().casefold() not in _NOT_BEFORE_DASH:
        return with_text(row, f"{dash[1].strip()}: {text[dash.end() :].strip()}")
    return row


def _cells(text: str) -> list[str]:
    mark = BULLET.match(text)
    return [cell.strip() for cell in (text[mark.end() :] if mark else text).split("\t") if cell.strip(" :")]


def _kind_in_column(text: str) -> str | None:
    """What the first of the row's cells announces; nothing in a row of column names."""
    cells = _cells(text)
    if not cells or read_columns(text):
        return None
    return kind_of_label(cells[0])


def _spelled(row: Row) -> Row:
    cells = _cells(row.text)
    if _kind_in_column(row.text) is None or (len(cells) == 1 and ":" not in row.text and not _is_long(cells[0])):
        return row
    values = "\t".join(cell.lstrip(": ") for cell in cells[1:])
    return with_text(row, f"{cells[0].rstrip(' :')}: {values}")


def _is_long(label: str) -> bool:
    """A label of several words alone on its row; a single word may be a title or a heading."""
    return len(label.split()) > 2


def _with_values_below(rows: Sequence[Row]) -> list[Row]:
    """Labels without a value of their own have that of the row below."""
    result: list[Row] = []
    for row in rows:
        above = result[-1].text if result else ""
        label = above[:-2] if above.endswith(": ") else None
        own = BULLET.match(row.text) is not None or _kind_in_column(row.text) is not None or ":" in row.text
        if label is not None and not own:
            result[-1] = Row(row.index, with_text(row, f"{above}{row.text.strip()}").line)
        else:
            result.append(row)
    return result
