"""Text that flows, as HTML, OpenDocument and RTF have it: gathered in pieces, given out as lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from resume_parser.document import Document, Finding, Line
from resume_parser.errors import EmptyDocument
from resume_parser.layout.clean import BULLET, clean_characters
from resume_parser.layout.fragment import Span
from resume_parser.layout.styled import DEFAULT_SIZE, body_size, styled_text
from resume_parser.limits import Limits
from resume_parser.readers.capping import within_limits


@dataclass(slots=True)
class _Row:
    indent: float
    gap: float
    spans: list[Span] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def ends_blank(self) -> bool:
        return not self.spans or self.spans[-1].text.endswith((" ", "\t"))


class FlowingText:
    """Takes in words and breaks in the order in which they are read."""

    def __init__(self) -> None:
        self._rows = [_Row(0.0, 0.0)]

    def write(self, text: str, *, bold: bool = False, italic: bool = False, size: float = DEFAULT_SIZE) -> None:
        """Words in one style; blanks are folded into one, tabs stay and part cells. `size` in points."""
        row = self._rows[-1]
        folded = "\t".join(" ".join(_padded(cell)) for cell in clean_characters(text).split("\t"))
        if row.ends_blank:
            folded = folded.lstrip(" ")
        if folded:
            row.spans.append(Span(folded, size, bold, italic))

    def cell(self) -> None:
        """The end of a cell with another to its right, unless nothing stands in it."""
        row = self._rows[-1]
        if row.spans and not row.spans[-1].text.endswith("\t"):
            row.spans.append(Span("\t", DEFAULT_SIZE, False, False))

    def link(self, target: str) -> None:
        if target.startswith(("http://", "https://", "mailto:", "tel:")):
            self._rows[-1].links.append(target)

    def end_line(self, *, indent: float = 0.0, gap: float = 0.0) -> None:
        """The next words begin a line, so far from the left (in em) and with so much above it (in lines)."""
        row = self._rows[-1]
        if row.spans:
            self._rows.append(_Row(indent, gap))
        else:
            row.indent, row.gap = indent, max(row.gap, gap)

    def place(self, *, indent: float, gap: float = 0.0) -> None:
        """Where the line stands that is about to begin; one with words on it stays."""
        if not self._rows[-1].spans:
            self.end_line(indent=indent, gap=gap)

    def end_paragraph(self, *, indent: float = 0.0, gap: float = 0.0) -> None:
        """As `end_line`; one without words is a blank line."""
        if self._rows[-1].spans:
            self.end_line(indent=indent, gap=gap)
        else:
            self._rows[-1].gap += 1.0

    def bullet(self) -> None:
        if not self._rows[-1].spans:
            self._rows[-1].spans.append(Span(f"{BULLET} ", DEFAULT_SIZE, False, False))

    def document(self, media_type: str, limits: Limits, findings: Iterable[Finding] = ()) -> Document:
        """All lines that hold anything. Raises EmptyDocument when none does."""
        body = body_size(span for row in self._rows for span in row.spans)
        lines: list[Line] = []
        for row in self._rows:
            styled = styled_text(_without_blank_end(row.spans), body)
            if styled is not None:
                lines.append(
                    Line(
                        text=styled.text,
                        size=styled.main.size,
                        bold=styled.main.bold,
                        italic=styled.main.italic,
                        indent=row.indent,
                        gap=row.gap if lines else 0.0,
                        links=tuple(dict.fromkeys(row.links)),
                        runs=styled.runs,
                    )
                )
        if not lines:
            raise EmptyDocument
        kept, cut = within_limits(lines, limits)
        return Document(kept, media_type, findings=(*findings, *cut))


def _padded(cell: str) -> list[str]:
    """The cell's words, with an empty one where a blank at an end is to stay."""
    words = cell.split()
    if not words:
        return ["", ""] if cell else [""]
    return [*([""] if cell[0].isspace() else []), *words, *([""] if cell[-1].isspace() else [])]


def _without_blank_end(spans: list[Span]) -> list[Span]:
    while spans and not spans[-1].text.strip():
        spans = spans[:-1]
    return spans
