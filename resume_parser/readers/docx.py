"""Word documents, walked in the order of their XML: paragraphs, tables, text boxes, headers and footers."""

import re
from itertools import count
from typing import Any

from docx.oxml.ns import qn

from resume_parser.document import Document, Finding, Line
from resume_parser.errors import CorruptDocument, EmptyDocument
from resume_parser.layout.styled import body_size, styled_text
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.capping import within_limits
from resume_parser.readers.detect import DOCX
from resume_parser.readers.docx_package import document_date, open_package
from resume_parser.readers.docx_paragraph import ParagraphReader, TextLine, visible_children
from resume_parser.readers.docx_styles import Styles
from resume_parser.readers.docx_tables import read_table

LINE_HEIGHT = 1.2
MAX_DEPTH = 40

_BODY = qn("w:body")
_PARAGRAPH = qn("w:p")
_TABLE = qn("w:tbl")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page\s*)?(?:\d+)?\s*(?:(?:of|/|\|)\s*\d*)?\W*$|^(?!\S*[./]\S*$)[^@\d]*(?:[-–—|/•·]|\b(?:page|of))\s*$",
    re.IGNORECASE,
)
"""A page number alone, or words before what was one: its field is left out."""


def read_docx(data: bytes, limits: Limits = USUAL) -> Document:
    """Raises EmptyDocument when there is no text, CorruptDocument without a body, and what `open_package` says."""
    package = open_package(data, limits)
    body = package.element.find(_BODY)
    if body is None:
        raise CorruptDocument
    story = _Story(Styles(package.styles.element))
    headers, footers = _headers_and_footers(package)
    for part in headers:
        story.read_part(part, part.element)
    story.read_part(package.part, body)
    for part in footers:
        story.read_part(part, part.element)
    if not story.lines:
        raise EmptyDocument
    findings = []
    if story.hidden:
        findings.append(Finding("hidden_text", f"{story.hidden} pieces of text"))
    if story.too_deep:
        findings.append(Finding("truncated", f"what is nested more than {MAX_DEPTH} deep"))
    lines, cut = within_limits(_to_lines(story.lines), limits)
    return Document(lines, DOCX, 1, document_date(package), (*findings, *cut))


class _Story:
    """Gathers the lines of all parts."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._columns = count(1)
        self.lines: list[TextLine] = []
        self.hidden = 0
        self.too_deep = False

    def read_part(self, part: Any, element: Any) -> None:
        reader = ParagraphReader(part, self._styles)
        known = {line.text for line in self.lines}
        found = self._read(reader, element, 0, on_ground=False, depth=0)
        outside_body = element.tag != _BODY
        self.lines.extend(
            line for line in found if not (outside_body and (line.text in known or _PAGE_NUMBER.match(line.text)))
        )

    def _read(
        self, reader: ParagraphReader, element: Any, column: int, *, on_ground: bool, depth: int
    ) -> list[TextLine]:
        lines: list[TextLine] = []
        space = 0.0
        pending: list[str] = []
        if depth > MAX_DEPTH:
            self.too_deep = True
            return lines
        for child in visible_children(element):
            if child.tag == _PARAGRAPH:
                paragraph = reader.read(child, on_ground=on_ground)
                self.hidden += paragraph.hidden
                pending += paragraph.links
                for box in paragraph.boxes_before:
                    lines += self._read(reader, box, next(self._columns), on_ground=True, depth=depth + 1)
                if not paragraph.lines:
                    space += self._styles.plain.size or 10.0
                for index, line in enumerate(paragraph.lines):
                    line.gap = 0.0 if index else max(space, line.look.before or 0.0)
                    line.column = column
                    line.links += pending
                    pending = []
                    lines.append(line)
                    space = line.look.after or 0.0
                for box in paragraph.boxes_after:
                    lines += self._read(reader, box, next(self._columns), on_ground=True, depth=depth + 1)
                continue
            if child.tag == _TABLE:
                inner = read_table(
                    child,
                    lambda cell: self._read(reader, cell, column, on_ground=True, depth=depth + 1),
                    self._columns,
                )
            else:
                inner = self._read(reader, child, column, on_ground=on_ground, depth=depth + 1)
            if inner:
                inner[0].gap = max(inner[0].gap, space)
                space = inner[-1].look.after or 0.0
            lines += inner
        if pending and lines:
            lines[-1].links += pending
        return lines


def _to_lines(found: list[TextLine]) -> list[Line]:
    body = body_size(span for line in found for span in line.spans)
    lines: list[Line] = []
    column: int | None = None
    numbers: dict[int, int] = {}
    for line in found:
        styled = styled_text(line.spans, body)
        if styled is None:
            continue
        gap = line.gap / (LINE_HEIGHT * body) if column in (None, line.column) else 1.0
        lines.append(
            Line(
                text=styled.text,
                size=styled.main.size,
                bold=styled.main.bold,
                italic=styled.main.italic,
                indent=round(max(0.0, (line.look.indent or 0.0) - (line.look.hanging or 0.0)) / body, 1),
                gap=round(gap, 2) if lines else 0.0,
                column=numbers.setdefault(line.column, len(numbers)),
                links=tuple(dict.fromkeys(line.links)),
                runs=styled.runs,
            )
        )
        column = line.column
    return lines


def _headers_and_footers(package: Any) -> tuple[list[Any], list[Any]]:
    """Parts of all headers and all footers, each once, as the main part's relations name them."""
    headers, footers = [], []
    for relation in package.part.rels.values():
        if relation.is_external:
            continue
        if relation.reltype.endswith("/header"):
            headers.append(relation.target_part)
        elif relation.reltype.endswith("/footer"):
            footers.append(relation.target_part)
    return headers, footers
