"""What headings look like in this document, and where else that look is worn."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from resume_parser.document import Document, Line
from resume_parser.sections.content import count_periods, holds_positions
from resume_parser.sections.heading_text import first_cell, may_be_heading, names_an_entry
from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase, kind_of_words
from resume_parser.sections.style import Style, body_style, dominant, stands_out, style_of

NO_HEADING = re.compile(r"[@;]|\d{2}|https?:|www\.")
BULLET = re.compile(r"^\s*[•▪◦‣–—\-*·●○■□➢➤✓✔»]\s")
_SHORT_HEADING = 4
_PERIODS_OF_AN_ENTRY = 2
_ENTRIES_A_HEADING = 2


class HeadingLooks:
    """What the headings of a document look like, learnt from those whose words leave no doubt."""

    def __init__(self, document: Document) -> None:
        self.lines = document.lines
        self.phrases = [kind_of_phrase(first_cell(line)) if may_be_heading(line) else None for line in self.lines]
        self.styles = [style_of(line) for line in self.lines]
        self.body = body_style(self.lines, self.styles)
        sure = [
            style
            for line, style, kind in zip(self.lines, self.styles, self.phrases, strict=True)
            if kind and not is_ambiguous(first_cell(line))
        ]
        unsure = [style for style, kind in zip(self.styles, self.phrases, strict=True) if kind]
        self.model: Style | None = dominant(sure) or dominant(style for style in unsure if stands_out(style, self.body))
        self.sure_count = sum(1 for style in sure if style == self.model)
        self.worn = {style for style in sure if stands_out(style, self.body)}
        """Styles of sure headings: those of a sidebar are often smaller."""
        self.crowded = self._crowded()
        self.marked = self.model is not None and (
            stands_out(self.model, self.body) or (self.model.bold and not self.body.bold)
        )
        self.spaced = self._headings_are_spaced()
        own = [
            line
            for line, style, kind in zip(self.lines, self.styles, self.phrases, strict=True)
            if kind and style == self.model
        ]
        self.beside = sum("\t" in line.text for line in own) > 1
        """Whether headings are labels on the left of what they head, in the cells of a grid among others."""
        self.least_gap = min(_gaps(own), default=0.0)
        self.first_sure = self._first_sure()
        self.first_jobs = self._first_jobs()
        self.iconed = self._headings_have_icons()
        self.trusts_look = self.marked and self._look_is_reserved()

    def _crowded(self) -> set[tuple[int, int, Style]]:
        """Page, column and style where entries wear a style of the headings more often than headings do."""
        surplus: Counter[tuple[int, int, Style]] = Counter()
        for line, style, kind in zip(self.lines, self.styles, self.phrases, strict=True):
            if style in self.worn:
                listed = kind is not None and not is_ambiguous(first_cell(line))
                surplus[line.page, line.column, style] += (
                    -_ENTRIES_A_HEADING if listed else not kind_of_words(line.text)
                )
        return {place for place, count in surplus.items() if count > 0 and place[2] != self.model}

    def is_worn(self, index: int) -> bool:
        line, style = self.lines[index], self.styles[index]
        return style == self.model or (style in self.worn and (line.page, line.column, style) not in self.crowded)

    def _first_sure(self) -> int:
        return next(
            (i for i, kind in enumerate(self.phrases) if kind and self.styles[i] == self.model), len(self.lines)
        )

    def _first_jobs(self) -> int | None:
        """The one line in the headings' look above the first sure one that jobs follow: `Reporting & Editing`."""
        ends = [index for index in range(self.first_sure + 1) if self.styles[index : index + 1] == [self.model]]
        over_jobs = [
            index
            for index, following in itertools.pairwise(ends)
            if count_periods(below := self.lines[index + 1 : following]) > 1 and holds_positions(below)
        ]
        return over_jobs[0] if len(over_jobs) == 1 else None

    def _headings_have_icons(self) -> bool:
        """Whether a mark stands before the headings, as an icon does that reads as a bullet."""
        return any(kind and BULLET.match(line.text) for line, kind in zip(self.lines, self.phrases, strict=True))

    def _headings_are_spaced(self) -> bool:
        """Whether there is white space above the sure headings; without any, its absence says nothing."""
        sure = [
            line
            for line, kind in zip(self.lines, self.phrases, strict=True)
            if kind and not is_ambiguous(first_cell(line))
        ]
        gaps = _gaps(sure)
        return bool(gaps) and sum(gap > 0.2 for gap in gaps) * 2 > len(gaps)

    def _look_is_reserved(self) -> bool:
        """Whether hardly anything but headings wears the headings' style (else it is the style of employers too)."""
        worn = [index for index in range(self.first_sure, len(self.lines)) if self.styles[index] == self.model]
        others = 0
        for index, following in itertools.pairwise([*worn, len(self.lines)]):
            text = self.lines[index].text
            if self.phrases[index] is None and "\t" not in text and kind_of_words(text) is None:
                others += self._may_name_an_entry(index, following)
        return others <= max(1, self.sure_count // 2)

    def _may_name_an_entry(self, index: int, following: int) -> bool:
        """Whether the line is long, or up to the next of its style there is a period or two as an employer has them."""
        text = self.lines[index].text.strip()
        if NO_HEADING.search(text) or len(text.split()) > _SHORT_HEADING or names_an_entry(text):
            return True
        return 0 < count_periods(self.lines[index + 1 : following]) <= _PERIODS_OF_AN_ENTRY


def _gaps(headings: Sequence[Line]) -> list[float]:
    """The white space over those that stand alone on their line, where there are such."""
    return [line.gap for line in headings if "\t" not in line.text] or [line.gap for line in headings]
