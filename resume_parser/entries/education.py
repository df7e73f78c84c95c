"""An education section's entries: where, which degree in which field, until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_parser.entries.block import Block
from resume_parser.entries.cut import CutSection
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.entries.period import Period, period_of
from resume_parser.entries.roles import RoleSpec, assign_roles
from resume_parser.entries.scoring import Scores
from resume_parser.entries.study_degree import complete_degree
from resume_parser.entries.study_school import complete_school
from resume_parser.values.partial_date import PartialDate

ROLES = (
    RoleSpec("school", {"SCHOOL": 1.0, "COMPANY": 0.5, "LOCATION": 0.05, "PERSON": 0.3}, 1.2),
    RoleSpec("degree", {"DEGREE": 1.0, "FIELD": 0.35, "TITLE": 0.2}, 1.2, joins=True),
    RoleSpec("location", {"LOCATION": 1.0}, -1.5, joins=True),
)


@dataclass(frozen=True, slots=True)
class EducationEntry:
    school: Filled | None
    degree: Filled | None
    degree_text: str | None
    location: Filled | None
    period: Period | None
    lines: tuple[int, ...]
    block: Block


def read_education(cut: CutSection) -> list[EducationEntry]:
    """The degrees and schools of an education section in order."""
    roles = assign_roles(cut.parts, cut.scores, ROLES)
    entries = [
        _make_entry(block, parts, row, filled)
        for block, parts, row, filled in zip(cut.blocks, cut.parts, cut.scores, roles, strict=True)
    ]
    return _share_schools(_share_upwards(_join_terms(entries)))


def _make_entry(
    block: Block, parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]
) -> EducationEntry:
    filled = complete_school(parts, filled)
    degree, text = complete_degree(parts, scores, filled) or (None, None)
    lines = tuple(fact.row.index for fact in block.header)
    return EducationEntry(filled.get("school"), degree, text, filled.get("location"), period_of(block), lines, block)


def _join_terms(entries: Sequence[EducationEntry]) -> list[EducationEntry]:
    """`Entered ... 2009` and `Graduated from ... 2012` of one school are the two ends of one entry."""
    joined: list[EducationEntry] = []
    for entry in entries:
        before = joined[-1] if joined else None
        if before is not None and _is_begin_of(before, entry):
            begin = before.period.end if before.period else None
            start = begin if isinstance(begin, PartialDate) else None
            period = replace(entry.period, start=start, single=False) if entry.period else None
            degree, text = (entry.degree, entry.degree_text) if entry.degree else (before.degree, before.degree_text)
            joined[-1] = replace(entry, period=period, degree=degree, degree_text=text)
        else:
            joined.append(entry)
    return joined


def _is_begin_of(before: EducationEntry, entry: EducationEntry) -> bool:
    same = before.school is not None and entry.school is not None and before.school.text == entry.school.text
    dated = before.period is not None and entry.period is not None and before.period.single and entry.period.single
    return same and dated and not (before.degree and entry.degree) and before.lines != entry.lines


def _share_upwards(entries: Sequence[EducationEntry]) -> list[EducationEntry]:
    """Degrees one below the other with their one school below the last of them."""
    shared = list(entries)
    for place in range(len(entries) - 2, -1, -1):
        entry, below = shared[place], shared[place + 1]
        first = all(other.school is None for other in entries[: place + 1])
        if first and entry.degree and entry.school is None and below.school and below.degree and _stands_below(below):
            shared[place] = replace(entry, school=below.school)
    return shared


def _stands_below(entry: EducationEntry) -> bool:
    """Whether the school's row is further down than the degree's and the date's."""
    if entry.school is None or entry.degree is None:
        return False
    row = entry.school.parts[0].offset
    return row > 0 and row > entry.degree.parts[0].offset


def _share_schools(entries: Sequence[EducationEntry]) -> list[EducationEntry]:
    """Several degrees of one school: those without a school take the one above."""
    result: list[EducationEntry] = []
    heading: EducationEntry | None = None
    for position, entry in enumerate(entries):
        following = entries[position + 1] if position + 1 < len(entries) else None
        if entry.school:
            heading = entry
            only_school = not entry.degree and following is not None and following.degree and not following.school
            if only_school and len(entry.block.header) == 1:
                continue
        elif entry.degree and heading is not None and _is_sibling(entry.block.header, heading):
            entry = replace(entry, school=heading.school)
        result.append(entry)
    return [entry for entry in result if entry.school or entry.degree]


def marry(entries: Sequence[EducationEntry]) -> list[EducationEntry]:
    """Schools and degrees listed apart, each with its date: those of one year belong together."""
    alone = [entry for entry in entries if entry.degree and not entry.school and entry.period]
    married: list[EducationEntry] = []
    for entry in entries:
        partner = None
        if entry.school and not entry.degree:
            year = _end_year(entry)
            partner = next((other for other in alone if year is not None and _end_year(other) == year), None)
        if partner is not None:
            alone = [other for other in alone if other is not partner]
            entry = replace(entry, degree=partner.degree, degree_text=partner.degree_text)
        married.append(entry)
    taken = {id(entry.degree) for entry in married if entry.school}
    return [entry for entry in married if entry.school or id(entry.degree) not in taken]


def _end_year(entry: EducationEntry) -> int | None:
    end = entry.period.end if entry.period else None
    return end.year if isinstance(end, PartialDate) else None


def _is_sibling(header: Sequence[RowFacts], heading: EducationEntry) -> bool:
    school_row = heading.school.parts[0].offset if heading.school else 0
    degree_row = heading.degree.parts[0].offset if heading.degree else school_row + 1
    return school_row < degree_row and len(header) <= len(heading.block.header)
