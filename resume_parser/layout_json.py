"""A Document's layout as compact JSON, and back. The text stays apart, in `raw_text`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from resume_parser.document import Document, Finding, Line, Run

VERSION = 1
PLAIN_TEXT = "text/plain"

_BOLD = 1
_ITALIC = 2


def dump_layout(document: Document) -> dict[str, Any]:
    """Everything of the document but its text. Keys are short because a row of this is kept for each resume."""
    layout: dict[str, Any] = {
        "v": VERSION,
        "type": document.media_type,
        "pages": document.page_count,
        "lines": [_dump_line(line) for line in document.lines],
    }
    if document.document_date is not None:
        layout["date"] = document.document_date.isoformat()
    if document.findings:
        layout["findings"] = [[finding.code, finding.detail] for finding in document.findings]
    return layout


def load_document(raw_text: str, layout: Mapping[str, Any] | None) -> Document:
    """The Document that `raw_text` and `layout` came from; plain lines without a layout of this text."""
    if layout is None:
        return Document(lines=plain_lines(raw_text), media_type=PLAIN_TEXT)
    stored = layout.get("lines", [])
    texts = raw_text.split("\n") if stored else []
    lines = (
        tuple(_load_line(text, values) for text, values in zip(texts, stored, strict=True))
        if len(texts) == len(stored)
        else plain_lines(raw_text)
    )
    written = layout.get("date")
    return Document(
        lines=lines,
        media_type=layout.get("type", PLAIN_TEXT),
        page_count=layout.get("pages", 1),
        document_date=None if written is None else date.fromisoformat(written),
        findings=tuple(Finding(code, detail) for code, detail in layout.get("findings", [])),
    )


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text that hold any; blank lines become the gap above the next, leading blanks its indent."""
    lines: list[Line] = []
    blank = 0
    for row in text.split("\n"):
        content = row.strip()
        if not content:
            blank += 1
            continue
        indent = (len(row) - len(row.lstrip())) / 2
        lines.append(Line(text=content, gap=float(blank) if lines else 0.0, indent=indent))
        blank = 0
    return tuple(lines)


def _dump_line(line: Line) -> list[Any]:
    """[page, size, style, indent, gap, column, box, links, runs], without the empty ones at its end."""
    values: list[Any] = [
        line.page,
        line.size,
        _dump_style(line.bold, line.italic),
        line.indent,
        line.gap,
        line.column,
        None if line.box is None else list(line.box),
        list(line.links),
        [[run.start, run.end, _dump_style(run.bold, run.italic), run.size] for run in line.runs],
    ]
    while not values[-1] and len(values) > _REQUIRED:
        values.pop()
    return values


_REQUIRED = 6


def _load_line(text: str, values: Sequence[Any]) -> Line:
    page, size, style, indent, gap, column, *rest = values
    box, links, runs = [*rest, None, None, None][:3]
    return Line(
        text=text,
        page=page,
        box=None if box is None else (box[0], box[1], box[2], box[3]),
        size=size,
        bold=bool(style & _BOLD),
        italic=bool(style & _ITALIC),
        indent=indent,
        gap=gap,
        column=column,
        links=tuple(links or ()),
        runs=tuple(_load_run(run) for run in runs or ()),
    )


def _load_run(values: Sequence[Any]) -> Run:
    start, end, style, size = values
    return Run(start=start, end=end, bold=bool(style & _BOLD), italic=bool(style & _ITALIC), size=size)


def _dump_style(bold: bool, italic: bool) -> int:
    return (_BOLD if bold else 0) | (_ITALIC if italic else 0)
