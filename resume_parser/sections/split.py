"""Document to sections: headings found, the rows under each, columns and pages followed."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.document import Document, Line
from resume_parser.sections.beside import HeadingBeside, heading_beside
from resume_parser.sections.content import guess_kind, holds_positions
from resume_parser.sections.doubtful import settle_doubtful
from resume_parser.sections.headings import Heading, find_headings
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.listed import settle_listed
from resume_parser.sections.section import Row, Section
from resume_parser.sections.untitled import split_untitled
from resume_parser.values.email import find_emails

ColumnKey = tuple[int, int]
SAME_ROW = 3.0
"""Points between the tops of two lines that stand side by side."""

_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.CERTIFICATES})


class _Open:
    """A section while its rows are gathered."""

    def __init__(self, kind: SectionKind | None, heading: Heading | None) -> None:
        self.kind = kind
        self.heading = heading
        self.rows: list[Row] = []

    def holds_jobs(self) -> bool:
        """By its heading, or by its rows where the heading does not tell."""
        return self.kind is SectionKind.WORK or (self.kind is None and holds_positions([row.line for row in self.rows]))

    def close(self, *, jobs_elsewhere: bool) -> Section:
        kind = self.kind
        if kind is None:
            kind = guess_kind([row.line for row in self.rows], jobs_elsewhere=jobs_elsewhere)
        title = self.heading.title.strip() if self.heading else ""
        confidence = self.heading.confidence if self.heading else 1.0
        return Section(kind, self.heading.index if self.heading else None, title, tuple(self.rows), confidence)


def split_sections(document: Document) -> list[Section]:
    """All rows by section, in reading order; the first is the profile when anything stands above the first heading."""
    headings = {heading.index: heading for heading in find_headings(document)}
    sections = [_Open(SectionKind.PROFILE, None)]
    columns: dict[ColumnKey, _Open] = {}
    interrupted: _Open | None = None
    below_running_head: int | None = None
    previous: Line | None = None
    waiting: HeadingBeside | None = None
    skipped = {
        index for heading in headings.values() for index in range(heading.index + 1, heading.index + heading.length)
    }
    for index, line in enumerate(document.lines):
        if index in skipped:
            continue
        heading = headings.get(index)
        if heading is not None:
            beside = heading_beside(line, heading)
            waiting = beside or waiting
            heading = replace(heading, rest=None) if beside else heading
            sections.append(_Open(heading.kind, heading))
            interrupted = below_running_head = None
        elif index == below_running_head and interrupted is not None:
            sections.append(_Open(interrupted.kind, interrupted.heading))
            interrupted = None
        elif previous is not None and _column_of(line) != _column_of(previous):
            current = interrupted or sections[-1]
            waiting, headed = (None, waiting.heading) if waiting and waiting.heads(line) else (waiting, None)
            entered = _Open(headed.kind, headed) if headed else _section_beside(line, sections)
            entered = entered or _left_open(line, current, columns) or _enter_column(document, index, current, columns)
            if entered is not sections[-1]:
                sections.append(_Open(entered.kind, entered.heading) if entered is interrupted else entered)
            interrupted = current if entered.heading is None and current.heading is not None else None
            if line.page > previous.page:
                below_running_head = _end_of_contact(document, index)
        _append(sections[-1], index, line, heading)
        columns[_column_of(line)] = sections[-1]
        previous = line
    jobs_elsewhere = any(section.holds_jobs() for section in sections)
    closed = [section.close(jobs_elsewhere=jobs_elsewhere) for section in sections if section.rows or section.heading]
    return split_untitled(settle_listed(settle_doubtful(closed)))


def _append(section: _Open, index: int, line: Line, heading: Heading | None) -> None:
    if heading is None:
        section.rows.append(Row(index, line))
    elif heading.rest is not None:
        section.rows.append(Row(index, replace(line, text=line.text[heading.rest :], runs=(), gap=0.0)))


def _column_of(line: Line) -> ColumnKey:
    return line.page, line.column


def _enter_column(document: Document, index: int, current: _Open, columns: dict[ColumnKey, _Open]) -> _Open:
    """The section that a column without a heading at its top goes on with; a new profile when it opens with the name or contact data."""
    line = document.lines[index]
    largest = max(line.size for line in document.lines)
    top = _top_of_column(document, index)
    if (line.size >= largest - 0.01 and line.size > 1.25) or any(_is_contact(row.text) for row in top):
        return _Open(SectionKind.PROFILE, None)
    before = columns.get((line.page - 1, line.column))
    if line.column > 0 and before is not None and before.heading is not None and before is not current:
        return _Open(before.kind, before.heading)
    return current


def _left_open(line: Line, current: _Open, columns: dict[ColumnKey, _Open]) -> _Open | None:
    """The section that the column had when a text box broke in, whose own section ends with it; a box may hold a heading alone."""
    before = columns.get(_column_of(line))
    if before is None or before is current or not current.rows:
        return None
    return _Open(before.kind, before.heading)


def _section_beside(line: Line, sections: Sequence[_Open]) -> _Open | None:
    """The section of a list that is set in columns: under its heading, this one and an earlier begin on one row."""
    if line.box is None:
        return None
    for section in reversed(sections):
        first = section.rows[0].line if section.rows else None
        if first is None or first.box is None or section.heading is None or section.kind not in _LISTS:
            continue
        if first.page == line.page and abs(first.box[1] - line.box[1]) <= SAME_ROW and first.column != line.column:
            return _Open(section.kind, section.heading)
    return None


def _top_of_column(document: Document, index: int) -> list[Line]:
    column = _column_of(document.lines[index])
    return [line for line in document.lines[index : index + 4] if _column_of(line) == column]


def _end_of_contact(document: Document, index: int) -> int | None:
    """Index of the line after the contact data at the top of a column; None without any."""
    places = [place for place, row in enumerate(_top_of_column(document, index)) if _is_contact(row.text)]
    return index + places[-1] + 1 if places else None


def _is_contact(text: str) -> bool:
    return len(text) < 90 and (bool(find_emails(text)) or "linkedin.com/in/" in text.lower())
