"""Headings of two columns on one row: the second heads the column that begins under it."""

from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase
from resume_parser.sections.headings import Heading


@dataclass(frozen=True, slots=True)
class HeadingBeside:
    """A heading that waits for its column. `line` is the row that it shares."""

    heading: Heading
    line: Line

    def heads(self, line: Line) -> bool:
        """Whether the line, the first of a column, stands under this heading rather than the one on its left."""
        if line.box is None or self.line.box is None or line.page != self.line.page:
            return False
        begin, top, end, _ = self.line.box
        return line.box[0] > (begin + end) / 2 and line.box[1] > top


def heading_beside(line: Line, heading: Heading) -> HeadingBeside | None:
    """The second heading of the row that `heading` begins; None where what stands beside is text."""
    if heading.rest is None or line.box is None:
        return None
    words = line.text[heading.rest :].strip()
    kind = kind_of_phrase(words)
    if kind is None or kind is heading.kind or is_ambiguous(words) or not words[:1].isupper():
        return None
    return HeadingBeside(Heading(heading.index, kind, words), line)
