"""The document as the parser sees it: lines in reading order, with what their layout says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line, `text[start:end]`, in one style. Lines of a single style have none."""

    start: int
    end: int
    bold: bool
    italic: bool
    size: float
    """Relative to the document's body text: 1.0 is body size."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. A tab in `text` is a wide gap: the next table cell, or a part set apart on the right."""

    text: str
    page: int = 0
    box: Box | None = None
    size: float = 1.0
    """Font size relative to the document's body text."""
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    """Distance from the left edge of its column, in widths of body-size em."""
    gap: float = 0.0
    """White space above, in body line heights; 0 in running text, large at the top of a column."""
    column: int = 0
    """Number of the column on the page, in reading order."""
    links: tuple[str, ...] = ()
    """Targets of hyperlinks on the line."""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know about the document. `code` is stable; `detail` never holds text of the resume."""

    code: str
    """Of a document: hidden_text, ocr_used, no_text, page_without_text, page_unreadable, picture_too_large, truncated,
    text_layer_illegible, unmapped_glyphs. Of a record, see `record`.
    """
    detail: str = ""
    lines: tuple[int, ...] = ()
    """Indices into `Document.lines`; those of a document's own findings are not stored, so they have none."""


@dataclass(frozen=True, slots=True)
class Document:
    """A resume as lines. `raw_text` and `layout` together hold all of it; see `from_stored`."""

    lines: tuple[Line, ...]
    media_type: str
    page_count: int = 1
    document_date: date | None = None
    """When the document was last changed, by its own metadata."""
    findings: tuple[Finding, ...] = field(default=())

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    @property
    def raw_text(self) -> str:
        """The lines' text in reading order, one line each."""
        return "\n".join(line.text for line in self.lines)

    @property
    def layout(self) -> dict[str, Any]:
        """All but the text, as compact JSON."""
        from resume_parser.layout_json import dump_layout

        return dump_layout(self)

    @classmethod
    def from_stored(cls, raw_text: str, layout: Mapping[str, Any] | None) -> "Document":
        """The Document whose `raw_text` and `layout` these are; with no layout, plain lines of text."""
        from resume_parser.layout_json import load_document

        return load_document(raw_text, layout)
