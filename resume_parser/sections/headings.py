"""Which lines are headings: what they say and how they look, judged together over the whole document."""

import re
from dataclasses import dataclass

from resume_parser.document import Document, Line
from resume_parser.sections.heading_looks import BULLET, NO_HEADING, HeadingLooks
from resume_parser.sections.heading_text import (
    first_cell,
    heading_after_column_names,
    is_titled,
    lists_headings,
    may_be_heading,
    names_an_entry,
    rest_of,
)
from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase, kind_of_words
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.running_text import goes_on
from resume_parser.sections.style import Style, stands_out
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_degree_word, has_school_cue, has_title_word
from resume_parser.vocabulary.labels import LEVEL, kind_of_label, read_columns, read_skill_columns

_INLINE = re.compile(r"^\W{0,3}([^:\t]{3,40}?)\s*:\s*(?=\S)")
_PARTED = 0.3
"""White space that parts sections, in body line heights, at the least."""
_NEAR = 2
"""So many lines below a heading tell whether it names an entry, which has its dates there."""
_DATED = frozenset({SectionKind.WORK, SectionKind.EDUCATION, SectionKind.CERTIFICATES, SectionKind.AWARDS})
"""Kinds of section whose first rows may well be dated."""

_NO_DUTIES = frozenset(
    {SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.EDUCATION, SectionKind.REFERENCES, SectionKind.CONTACT}
)
"""Sections that a label in capitals opens whatever stands beside it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Line `index` begins a section; its own content starts at `rest`, an offset into the text, None when there is none."""

    index: int
    kind: SectionKind | None
    """None when only the look says that it is a heading."""
    title: str
    rest: int | None = None
    confidence: float = 1.0
    length: int = 1
    """Lines that the heading takes."""


def find_headings(document: Document) -> list[Heading]:
    """The document's headings in reading order."""
    scan = _Scan(document)
    found: list[Heading] = []
    index = 0
    while index < len(document.lines):
        heading = scan.judge_wrapped(index) or scan.judge(index, found[-1] if found else None)
        if heading is not None:
            found.append(heading)
        index += heading.length if heading is not None else 1
    return found


class _Scan(HeadingLooks):
    """Judges line by line which are headings, by their words and by the look that the others have."""

    def judge_wrapped(self, index: int) -> Heading | None:
        """A heading that a narrow column broke in two: `Professional` / `References`."""
        if index + 1 >= len(self.lines) or not self.marked:
            return None
        first, second = self.lines[index], self.lines[index + 1]
        style = self.styles[index]
        if self.styles[index + 1] != style or first.column != second.column or not self.is_worn(index):
            return None
        if "\t" in first.text + second.text or not may_be_heading(first) or second.gap > 0.6:
            return None
        kind = kind_of_phrase(f"{first.text.strip()} {second.text.strip()}")
        return Heading(index, kind, f"{first.text.strip()} {second.text.strip()}", length=2) if kind else None

    def judge(self, index: int, opened: Heading | None) -> Heading | None:
        """The heading that the line is, if any, where `opened` began the section that is open."""
        line, style, kind = self.lines[index], self.styles[index], self.phrases[index]
        if not line.text.strip() or self._names_columns(index) or (index and goes_on(self.lines[index - 1], line)):
            return None
        if kind is not None:
            return self._judge_phrase(line, style, kind, index)
        above_table = heading_after_column_names(line.text)
        if above_table is not None and index:
            return Heading(index, kind_of_phrase(above_table), above_table)
        inline = self._judge_inline(line, index, opened)
        if inline is not None:
            return inline
        return self._judge_look(line, style, index, opened) if self.marked else self._judge_place(index, opened)

    def _names_columns(self, index: int) -> bool:
        """Whether the row names a table's columns; where no heading is above, its first name may serve as one."""
        text, kind = self.lines[index].text, self.phrases[index]
        if "\t" not in text or not (read_columns(text) or LEVEL in read_skill_columns(text)):
            return False
        headed = index > 0 and self.phrases[index - 1] is not None
        return headed or kind is None or is_ambiguous(first_cell(self.lines[index]))

    def _judge_phrase(self, line: Line, style: Style, kind: SectionKind, index: int) -> Heading | None:
        cell = first_cell(line)
        rest = rest_of(line)
        same = style == self.model
        near = self.model is not None and (style.prominence >= self.model.prominence - 0.03 or self.is_worn(index))
        if is_ambiguous(cell):
            accepted = (same or near) and (self.marked or not self.spaced or line.gap > 0.2 or index == 0)
            if self.model is None:
                accepted = stands_out(style, self.body)
            if rest is not None and not (self.marked and (same or near)):
                accepted = False
        else:
            accepted = (
                same or stands_out(style, self.body) or not self.marked or self.sure_count < 2 or self._is_apart(index)
            )
            if rest is not None and not self.marked and not (cell.isupper() or line.gap > 0.2):
                accepted = False
        return Heading(index, kind, cell.strip(), rest) if accepted else None

    def _is_apart(self, index: int) -> bool:
        """Whether a plain line stands under white space and over its text, as headings of a second rank do."""
        line = self.lines[index]
        below = self.lines[index + 1].gap if index + 1 < len(self.lines) else 0.0
        return "\t" not in line.text and line.indent < 0.5 and line.gap > max(0.4, below)

    def _judge_inline(self, line: Line, index: int, opened: Heading | None) -> Heading | None:
        """`Skills: Python, Go`: a heading when its words leave no doubt and its look or place sets it apart."""
        match = _INLINE.match(line.text) if ":" in line.text else None
        if match is None or BULLET.match(line.text):
            return None
        kind = kind_of_phrase(match[1])
        if kind is None or (
            kind in {SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.OTHER} and is_ambiguous(match[1])
        ):
            return None
        if kind not in _NO_DUTIES and opened is not None and self._heads_duties(index, opened):
            return None
        label_bold = bool(line.runs) and line.runs[0].bold and line.runs[0].end <= match.end() + 1
        apart = line.gap > 0.3 or (line.indent < 0.5 and match[1].isupper())
        if is_ambiguous(match[1]) and not (match[1].isupper() and (label_bold or apart) and not self.marked):
            return None
        if self.marked and self.sure_count >= 2 and not (match[1].isupper() and self.model and self.model.caps):
            return None
        if not (label_bold or apart or self.model is None):
            return None
        return Heading(index, kind, match[1], match.end(), 0.8)

    def _heads_duties(self, index: int, opened: Heading) -> bool:
        """Whether the line is one of several that tell of a job under labels of their own: `ANALYSIS: ...`, `TRAINING: ...`."""
        above, below = (
            _capital_label(line) for line in (self.lines[index - 1], self.lines[min(index + 1, len(self.lines) - 1)])
        )
        beside = (above and opened.index != index - 1) or (below and kind_of_phrase(below) is None)
        return opened.kind is SectionKind.WORK and bool(beside)

    def _judge_look(self, line: Line, style: Style, index: int, opened: Heading | None) -> Heading | None:
        """Unlisted words in the look of the headings."""
        if not self.is_worn(index) or not may_be_heading(line):
            return None
        cell = first_cell(line)
        text, beside = cell.strip(), "\t" in line.text
        if (
            NO_HEADING.search(text)
            or index == 0
            or not lists_headings(text)
            or (beside and not (self.beside or text.isupper()))
        ):
            return None
        if BULLET.match(text) and not self.iconed:
            return None
        kind = kind_of_words(text)
        if opened is not None and self._heads_an_entry(opened, style, text, kind):
            return None
        if kind is not None and not has_title_word(text):
            return Heading(index, kind, text, rest_of(line), 0.85)
        placed = index > self.first_sure or index == self.first_jobs
        trusted = self.trusts_look and style == self.model and placed and not names_an_entry(text)
        trusted = trusted and not beside and line.gap * 2 >= self.least_gap and kind_of_label(text) is None
        return Heading(index, None, text, None, 0.5) if trusted else None

    def _judge_place(self, index: int, opened: Heading | None) -> Heading | None:
        """Unlisted words under as much white space as the headings, where these have no look of their own."""
        line, text = self.lines[index], first_cell(self.lines[index]).strip()
        like = self.spaced and self.styles[index] == self.model and line.gap >= self.least_gap > _PARTED
        if not like or opened is None or "\t" in line.text or not may_be_heading(line) or not is_titled(text):
            return None
        if NO_HEADING.search(text) or BULLET.match(line.text) or not lists_headings(text) or names_an_entry(text):
            return None
        kind = kind_of_words(text)
        near = self.lines[index + 1 : index + 1 + _NEAR]
        dated = kind not in _DATED and any(find_dates(other.text) for other in near if other.gap <= _PARTED)
        return None if kind in (None, opened.kind) or dated else Heading(index, kind, text, None, 0.7)

    def _heads_an_entry(self, opened: Heading, style: Style, text: str, kind: SectionKind | None) -> bool:
        """Whether words in the headings' look name an entry of the open section, whose first row wears that look, too."""
        if opened.rest is not None or self.styles[opened.index + opened.length] != style:
            return False
        if opened.kind is SectionKind.EDUCATION:
            return has_degree_word(text) or has_school_cue(text)
        return opened.kind is SectionKind.CERTIFICATES and kind is SectionKind.CERTIFICATES


def _capital_label(line: Line) -> str | None:
    match = _INLINE.match(line.text)
    return match[1] if match and match[1].isupper() else None
