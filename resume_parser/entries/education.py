"""An education section's entries: where, which degree in which field, until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_parser.entries.block import Block
from resume_parser.entries.cut import CutSection
from resume_parser.entries.degree import tidy_degree
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.entries.period import Period, period_of
from resume_parser.entries.roles import RoleSpec, assign_roles
from resume_parser.entries.scoring import Scores
from resume_parser.values.dates import PartialDate
from resume_parser.vocabulary import find_degree, has_degree_word

ROLES = (
    RoleSpec("school", {"SCHOOL": 1.0, "COMPANY": 0.5, "LOCATION": 0.05, "PERSON": 0.3}, 1.2),
    RoleSpec("degree", {"DEGREE": 1.0, "FIELD": 0.35, "TITLE": 0.2}, 1.2, joins=True),
    RoleSpec("location", {"LOCATION": 1.0}, -1.5, joins=True),
)
_FIELD_THRESHOLD = 0.5
_APART = 0.9
"""Line heights of white space: a blank line, below which nothing belongs to the degree."""


@dataclass(frozen=True, slots=True)
class EducationEntry:
    school: Filled | None
    degree: Filled | None
    degree_text: str | None
    location: Filled | None
    period: Period | None
    lines: tuple[int, ...]
    block: Block
    inherited: bool = False


def read_education(cut: CutSection) -> list[EducationEntry]:
    """The degrees and schools of an education section in order."""
    roles = assign_roles(cut.parts, cut.scores, ROLES)
    entries = [
        _make_entry(block, parts, row, filled)
        for block, parts, row, filled in zip(cut.blocks, cut.parts, cut.scores, roles, strict=True)
    ]
    return _share_schools(entries)


def _make_entry(
    block: Block, parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]
) -> EducationEntry:
    degree = filled.get("degree")
    text = tidy_degree(degree.text) if degree else None
    if degree and text:
        text = _with_field(text, degree, parts, scores, filled)
    lines = tuple(fact.row.index for fact in block.header)
    return EducationEntry(
        filled.get("school"), degree if text else None, text, filled.get("location"), period_of(block), lines, block
    )


def _with_field(
    text: str, degree: Filled, parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]
) -> str:
    """A bare degree with its field of study, or a bare field with its degree, from the part beside it."""
    taken = {id(part) for role in filled.values() for part in role.parts}
    bare_degree = _is_bare_degree(text)
    if not bare_degree and has_degree_word(text):
        return text
    here = _position(parts, degree.parts[-1])
    for place in sorted(range(len(parts)), key=lambda place: (abs(place - here), place < here)):
        part, score = parts[place], scores[place]
        below = part.offset > degree.parts[0].offset
        if (
            id(part) in taken
            or abs(part.offset - degree.parts[0].offset) > 1
            or (below and part.row.row.line.gap > _APART)
        ):
            continue
        between = parts[min(place, here) + 1 : max(place, here)]
        beside = part.offset == degree.parts[0].offset and not any(id(one) in taken for one in between)
        wanted = score.get("FIELD", 0.0) > _FIELD_THRESHOLD or beside
        fits = wanted and _may_be_field(part.text, score) if bare_degree else has_degree_word(part.text)
        field = tidy_degree(part.text) if fits else None
        if field:
            return _join(field, text, degree.parts[0]) if place < here else _join(text, field, part)
    return text


def _is_bare_degree(text: str) -> bool:
    """A degree's name and hardly more."""
    found = find_degree(text)
    return found is not None and len((text[: found[0]] + text[found[1] :]).strip(" ().,'’s")) <= 4


def _may_be_field(text: str, score: Scores) -> bool:
    return (
        score.get("OTHER", 0.0) < 0.5
        and score.get("LOCATION", 0.0) < 0.5
        and score.get("SCHOOL", 0.0) < 0.4
        and text[:1].isupper()
    )


def _join(first: str, second: str, part: Part) -> str:
    """The two as the separator before `part` joined them."""
    if part.mark == "bracket":
        return f"{first} ({second})"
    return f"{first} – {second}" if part.mark == "dash" else f"{first}, {second}"


def _position(parts: Sequence[Part], wanted: Part) -> int:
    return next(number for number, part in enumerate(parts) if part is wanted)


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
            entry = replace(entry, school=heading.school, inherited=True)
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
