"""Headings that stand over jobs in one resume and over something else in the next: the rows decide."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from resume_parser.document import Line
from resume_parser.sections.content import SCHOOL_OR_DEGREE, holds_dated_roles, holds_positions
from resume_parser.sections.heading_words import normalise_heading
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_school_cue

_FORCES = re.compile(
    r"\b(?:army|navy|naval|air force|marines?|coast guard|national guard|infantry|regiment|battalion|armed forces|"
    r"defen[cs]e force|royal|sergeant|corporal|lieutenant|honou?rabl[ye])\b",
    re.IGNORECASE,
)


def _is_military(lines: Sequence[Line]) -> bool:
    return any(_FORCES.search(line.text) for line in lines)


def _is_never_work(_lines: Sequence[Line]) -> bool:
    return False


_DOUBTFUL: dict[str, tuple[Callable[[Sequence[Line]], bool], SectionKind]] = {
    "teaching": (holds_dated_roles, SectionKind.COURSES),
    "teaching experience": (holds_dated_roles, SectionKind.COURSES),
    "service": (_is_military, SectionKind.OTHER),
    "research": (holds_positions, SectionKind.PROJECTS),
    **dict.fromkeys(
        ("rotations", "clinical rotations", "clinical placements", "placements"), (_is_never_work, SectionKind.COURSES)
    ),
}
"""What shows that they hold jobs, and what they are else: courses given, committees, projects."""


_TEACHING = frozenset({"teaching", "teaching experience"})
_APPOINTED = re.compile(r"\bappointments?\b", re.IGNORECASE)
"""Who lists appointments has named most posts there: teaching is then what was taught, unless it names schools, too."""
_TRAINED_AS = re.compile(
    r"\b(?:intern|resident|registrar|fellow|house (?:officer|surgeon|physician)|houseman|foundation doctor)\b",
    re.IGNORECASE,
)
_CERTIFYING = re.compile(r"\bprofessional qualif|certif|licen[sc]|accredit", re.IGNORECASE)


def settle_doubtful(sections: Sequence[Section]) -> list[Section]:
    """The sections, each of the kind that its rows show where its heading may stand over something else."""
    jobs_elsewhere = any(
        section.kind is SectionKind.WORK and normalise_heading(section.title) not in _DOUBTFUL for section in sections
    )
    appointed = any(section.kind is SectionKind.WORK and _APPOINTED.search(section.title) for section in sections)
    schools = [section for section in sections if section.kind is SectionKind.EDUCATION]
    settled: list[Section] = []
    for section in sections:
        title = normalise_heading(section.title)
        doubt = _DOUBTFUL.get(title)
        if appointed and title in _TEACHING and not _names_schools(section):
            kind = SectionKind.COURSES
        elif section.kind is SectionKind.COURSES and _holds_posts_in_training(section):
            kind = SectionKind.WORK
        elif doubt is not None and jobs_elsewhere:
            holds_jobs, otherwise = doubt
            kind = SectionKind.WORK if holds_jobs([row.line for row in section.rows]) else otherwise
        else:
            kind = _kind_by_schools(section, schools)
        settled.append(section if kind is section.kind else replace(section, kind=kind))
    return settled


def _holds_posts_in_training(section: Section) -> bool:
    """Whether half of the dated rows name a physician's post, with its period: residencies are jobs."""
    dated = _dated_texts(section)
    posts = [text for text in dated if _TRAINED_AS.search(text) and any(not span.single for span in find_dates(text))]
    return len(posts) * 2 >= len(dated) > 0


def _names_schools(section: Section) -> bool:
    """Whether half of the dated rows say at which school."""
    dated = _dated_texts(section)
    return sum(map(has_school_cue, dated)) * 2 >= len(dated) > 0


def _dated_texts(section: Section) -> list[str]:
    return [row.text for row in section.rows if find_dates(row.text)]


def _kind_by_schools(section: Section, schools: Sequence[Section]) -> SectionKind:
    """`Training` may be the schooling where no other section is; beside one, professional qualifications are not."""
    if section.kind is SectionKind.COURSES and not schools:
        return SectionKind.EDUCATION if _names_school(section) else section.kind
    certifying = section.kind is SectionKind.EDUCATION and _CERTIFYING.search(section.title)
    if certifying and not all(_CERTIFYING.search(other.title) for other in schools) and not _names_school(section):
        return SectionKind.CERTIFICATES
    return section.kind


def _names_school(section: Section) -> bool:
    return any(SCHOOL_OR_DEGREE.search(row.text) for row in section.rows)
