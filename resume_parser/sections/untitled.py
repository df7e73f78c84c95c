"""Entries that no heading announces: found by their dates, told apart by school and degree words."""

import itertools
from collections.abc import Sequence

from resume_parser.sections.content import SCHOOL_OR_DEGREE
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_degree_word, has_school_cue, has_title_word

_REACH = 2
"""An entry's other header lines stand this close to its date."""


def split_untitled(sections: Sequence[Section]) -> list[Section]:
    """The sections, with jobs and schools cut out of a profile when no section of their own holds them."""
    if any(section.kind is SectionKind.WORK for section in sections):
        return list(sections)
    result: list[Section] = []
    for section in sections:
        cut = section.kind is SectionKind.PROFILE
        result.extend(_cut(section) if cut else [section])
    return result


def _cut(section: Section) -> list[Section]:
    rows = section.rows
    dated = [position for position, row in enumerate(rows) if _is_dated(row)]
    if not dated:
        return [section]
    first = _begin_of_entry(rows, dated[0], 0)
    pieces = [Section(SectionKind.PROFILE, section.heading, section.title, rows[:first], section.confidence)]
    begin, kind = first, _kind_around(rows, dated[0])
    for before, position in itertools.pairwise(dated):
        following = _kind_around(rows, position)
        if following is not kind:
            cut = _begin_of_entry(rows, position, before + 1)
            pieces.append(Section(kind, None, "", rows[begin:cut], 0.6))
            begin, kind = cut, following
    pieces.append(Section(kind, None, "", rows[begin:], 0.6))
    return pieces


def _is_dated(row: Row) -> bool:
    spans = find_dates(row.text)
    return bool(spans) and (not spans[0].single or bool(SCHOOL_OR_DEGREE.search(row.text))) and len(row.text) < 120


def _begin_of_entry(rows: Sequence[Row], position: int, lowest: int) -> int:
    """Up from the dated row, over header lines, to white space or a sentence."""
    begin = position
    while begin > lowest and position - begin < _REACH:
        above = rows[begin - 1].text
        if (
            rows[begin].line.gap > 0.4
            or len(above) > 80
            or above.lstrip()[:1] in "•-*"
            or "@" in above
            or above.endswith(".")
        ):
            break
        begin -= 1
    return begin


def _kind_around(rows: Sequence[Row], position: int) -> SectionKind:
    near = rows[max(0, position - 1) : position + 2]
    own = SCHOOL_OR_DEGREE.search(rows[position].text)
    learned = own or sum(_names_studies(row.text) for row in near) >= 2
    return SectionKind.EDUCATION if learned else SectionKind.WORK


def _names_studies(text: str) -> bool:
    """Whether a degree or a school is named; a post may be held at a school, or sound like one."""
    return (
        bool(SCHOOL_OR_DEGREE.search(text))
        or has_degree_word(text)
        or (has_school_cue(text) and not has_title_word(text))
    )
