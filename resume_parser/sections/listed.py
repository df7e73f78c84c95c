"""Headings that stand over a list of skills in one resume and over something else in the next: the items decide."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.document import Line
from resume_parser.sections.content import SCHOOL_OR_DEGREE
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import is_language, match_skill

_HIGHLIGHTS = re.compile(r"\bhighlights\b|\bqualifications?\b|\bat a glance\b|\bstrengths\b", re.IGNORECASE)
_QUALIFICATIONS = re.compile(r"\bqualifi|\bqualifik", re.IGNORECASE)
_PARTS = re.compile(r"\t+|\s*[,;|•·]\s*|\s+[/–-]\s+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS, _USUAL_WORDS = 7, 4.0
_FEWEST_KNOWN = 0.6
"""Share of the items that the vocabulary must know where not even the heading tells of skills."""


def settle_listed(sections: Sequence[Section]) -> list[Section]:
    """The sections, those of skills where what stands beneath their headings is a list of such."""
    schools = [section for section in sections if section.kind is SectionKind.EDUCATION and _is_schooling(section)]
    return [_settle(section, schools) for section in sections]


def _settle(section: Section, schools: Sequence[Section]) -> Section:
    lines = [row.line for row in section.rows]
    if not lines or section.kind not in _SETTLED:
        return section
    kind = _SETTLED[section.kind](section, lines, bool(schools) and section not in schools)
    return section if kind is section.kind else replace(section, kind=kind)


def _of_education(section: Section, lines: Sequence[Line], schools: bool) -> SectionKind:
    """`Qualifications` is no schooling where it names none: a list of skills, or a summary where it is told in sentences."""
    if not schools or not _QUALIFICATIONS.search(section.title) or _is_schooling(section):
        return section.kind
    return SectionKind.SKILLS if is_item_list(lines) else SectionKind.SUMMARY


def _of_skills(section: Section, _lines: Sequence[Line], schools: bool) -> SectionKind:
    """`Qualifications and Skills` may be the schooling where no other section is."""
    schooling = not schools and _QUALIFICATIONS.search(section.title) and _is_schooling(section)
    return SectionKind.EDUCATION if schooling else section.kind


def _of_summary(section: Section, lines: Sequence[Line], _schools: bool) -> SectionKind:
    listed = _HIGHLIGHTS.search(section.title) and is_item_list(lines)
    return SectionKind.SKILLS if listed else section.kind


def _of_languages(section: Section, lines: Sequence[Line], _schools: bool) -> SectionKind:
    """`Languages` may be those that computers are told in."""
    items = _items(lines)
    spoken = any(is_language(word) for item in items for word in _FIRST_WORD.findall(item))
    return section.kind if spoken or sum(match_skill(item) is not None for item in items) < 2 else SectionKind.SKILLS


def _of_other(section: Section, lines: Sequence[Line], _schools: bool) -> SectionKind:
    items = _items(lines)
    known = sum(match_skill(item) is not None for item in items)
    return SectionKind.SKILLS if known >= 2 and known >= _FEWEST_KNOWN * len(items) else section.kind


_SETTLED = {
    SectionKind.EDUCATION: _of_education,
    SectionKind.SKILLS: _of_skills,
    SectionKind.SUMMARY: _of_summary,
    SectionKind.LANGUAGES: _of_languages,
    SectionKind.OTHER: _of_other,
}


def is_item_list(lines: Sequence[Line]) -> bool:
    """Whether the lines hold a few words each, or between separators, and hardly a number: names, not what was achieved."""
    items = _items(lines)
    words = [len(item.split()) for item in items]
    numbers = sum(any(map(str.isdigit, item)) for item in items)
    return (
        len(items) > 1
        and max(words) <= _MOST_WORDS
        and sum(words) <= _USUAL_WORDS * len(items)
        and numbers * 4 <= len(items)
    )


def _is_schooling(section: Section) -> bool:
    return any(SCHOOL_OR_DEGREE.search(row.text) or find_dates(row.text) for row in section.rows)


def _items(lines: Sequence[Line]) -> list[str]:
    return [item for line in lines for item in _PARTS.split(line.text.strip()) if any(map(str.isalnum, item))]
