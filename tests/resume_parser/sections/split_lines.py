"""Lines as a test writes them, and the sections they are split into."""

from resume_parser import Document, Line
from resume_parser.sections import SectionKind, split_sections

PROSE = (
    "Kept the log, the books and the peace on board, in all weathers, and wrote what was needed to whom it concerned."
)


def kinds(*lines: Line) -> list[tuple[SectionKind, int]]:
    return [(section.kind, len(section.rows)) for section in split_sections(Document(lines, "application/pdf"))]


def heading(text: str) -> Line:
    return Line(text, size=1.3, bold=True, gap=1.0)
