"""Rows of fragments become the document's lines, with sizes and distances relative to its body text."""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.document import Box, Line
from resume_parser.layout.fragment import RIGHT_TO_LEFT, Fragment, Span
from resume_parser.layout.styled import body_size, styled_text

WIDE_GAP = 1.0
"""From how many ems on a gap within a row is a tab, not a space."""
LINE_HEIGHT = 1.2
"""Usual distance of baselines, in sizes."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place in the reading order."""

    fragments: Sequence[Fragment]
    page: int
    column: int
    left: float
    """The left edge of its column, in points."""


def build_lines(rows: Sequence[PlacedRow]) -> list[Line]:
    """One line a row, in the order given; rows without text give none."""
    body = body_size(span for row in rows for fragment in row.fragments for span in fragment.spans)
    lines: list[Line] = []
    above: PlacedRow | None = None
    for row in rows:
        line = _build_line(row, above, body)
        if line is not None:
            lines.append(line)
            above = row
    return lines


def _build_line(row: PlacedRow, above: PlacedRow | None, body: float) -> Line | None:
    fragments = _as_read(row.fragments)
    spans = fragments[0].spans if len(fragments) == 1 else _joined_spans(fragments, body)
    styled = styled_text(spans, body)
    if styled is None:
        return None
    box = _box(fragments)
    main = styled.main
    return Line(
        text=styled.text,
        page=row.page,
        box=box,
        size=main.size,
        bold=main.bold,
        italic=main.italic,
        indent=max(0.0, round((box[0] - row.left) / body, 1)),
        gap=_gap(row, above, body),
        column=row.column,
        links=tuple(dict.fromkeys(link for fragment in fragments for link in fragment.links)),
        runs=styled.runs,
    )


def _joined_spans(fragments: Sequence[Fragment], body: float) -> list[Span]:
    """The spans of the row, with spaces and tabs where the gaps between its fragments are."""
    spans: list[Span] = []
    end: float | None = None
    turned = len(fragments) > 1 and fragments[0].x0 > fragments[-1].x0
    for fragment in fragments:
        if end is not None:
            separator = _separator(fragment, fragment.x0 - end if not turned else end - fragment.x1, body)
            if separator:
                spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip() + separator)
        spans.extend(fragment.spans)
        end = fragment.x0 if turned else fragment.x1
    return spans


def _as_read(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """From left to right; a row with right-to-left text from its right end."""
    if len(fragments) > 1 and any(RIGHT_TO_LEFT.search(fragment.text) for fragment in fragments):
        return sorted(fragments, key=lambda fragment: -fragment.x0)
    return fragments


def _separator(fragment: Fragment, gap: float, body: float) -> str:
    """What stands between a fragment and the one before it, with the gap between them in points."""
    em = min(max(fragment.size, 1.0), body * 1.5)
    if fragment.apart or gap > WIDE_GAP * em:
        return "\t"
    return " " if gap > 0.1 * em or gap < -em else ""


def _box(fragments: Sequence[Fragment]) -> Box:
    if len(fragments) == 1:
        only = fragments[0]
        return round(only.x0, 1), round(only.top, 1), round(only.x1, 1), round(only.bottom, 1)
    return (
        round(min(fragment.x0 for fragment in fragments), 1),
        round(min(fragment.top for fragment in fragments), 1),
        round(max(fragment.x1 for fragment in fragments), 1),
        round(max(fragment.bottom for fragment in fragments), 1),
    )


def _gap(row: PlacedRow, above: PlacedRow | None, body: float) -> float:
    """White space over the row, in body line heights; a new column or page counts as one."""
    if above is None:
        return 0.0
    if (above.page, above.column) != (row.page, row.column):
        return 1.0
    top, bottom = row.fragments[0].top, above.fragments[0].bottom
    if len(row.fragments) > 1:
        top = min(item.top for item in row.fragments)
    if len(above.fragments) > 1:
        bottom = max(item.bottom for item in above.fragments)
    space = top - bottom
    return max(0.0, round(space / (LINE_HEIGHT * body), 2))
