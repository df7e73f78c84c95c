"""A section: its kind, its heading and its rows."""

from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.sections.kinds import SectionKind


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document inside a section; the text is cut where a heading stood on the same line."""

    index: int
    """Index into `Document.lines`."""
    line: Line

    @property
    def text(self) -> str:
        return self.line.text


@dataclass(frozen=True, slots=True)
class Section:
    kind: SectionKind
    heading: int | None
    """Index of the heading's line; None for what stands above the first heading."""
    title: str
    """The heading's words, tidied; empty without a heading."""
    rows: tuple[Row, ...]
    confidence: float = 1.0
    """How surely the heading says this kind."""
