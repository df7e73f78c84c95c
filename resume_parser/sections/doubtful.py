"""Headings that stand over jobs in one resume and over something else in the next: the rows decide."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from resume_parser.document import Line
from resume_parser.sections.content import SCHOOL_OR_DEGREE, holds_dated_roles, holds_positions
from resume_parser.sections.heading_words import normalise_heading
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section

_FORCES = re.compile(
    r"\b(?:army|navy|naval|air force|marines?|coast guard|national guard|infantry|regiment|battalion|armed forces|"
    r"defen[cs]e force|royal|sergeant|corporal|lieutenant|honou?rabl[ye])\b",
    re.IGNORECASE,
)


def _is_military(lines: Sequence[Line]) -> bool:
    return any(_FORCES.search(line.text) for line in lines)


_DOUBTFUL: dict[str, tuple[Callable[[Sequence[Line]], bool], SectionKind]] = {
    "teaching": (holds_dated_roles, SectionKind.COURSES),
    "teaching experience": (holds_dated_roles, SectionKind.COURSES),
    "service": (_is_military, SectionKind.OTHER),
    "research": (holds_positions, SectionKind.PROJECTS),
}
"""What shows that they hold jobs, and what they are else: courses given, committees, projects."""


def settle_doubtful(sections: Sequence[Section]) -> list[Section]:
    """The sections, those under doubtful headings by their rows where a section of their own holds jobs or schools.

    Where none does, the doubtful one is it.
    """
    settled = [(section, _DOUBTFUL.get(normalise_heading(section.title))) for section in sections]
    jobs_elsewhere = any(section.kind is SectionKind.WORK and doubt is None for section, doubt in settled)
    schools_elsewhere = any(section.kind is SectionKind.EDUCATION for section in sections)
    return [
        _settle(section, *doubt)
        if doubt is not None and jobs_elsewhere
        else section
        if schools_elsewhere or not _is_schooling(section)
        else replace(section, kind=SectionKind.EDUCATION)
        for section, doubt in settled
    ]


def _is_schooling(section: Section) -> bool:
    """Whether a section of courses, as `Training`, names a school or degree."""
    return section.kind is SectionKind.COURSES and any(SCHOOL_OR_DEGREE.search(row.text) for row in section.rows)


def _settle(section: Section, holds_jobs: Callable[[Sequence[Line]], bool], otherwise: SectionKind) -> Section:
    lines = [row.line for row in section.rows]
    return replace(section, kind=SectionKind.WORK if holds_jobs(lines) else otherwise)
