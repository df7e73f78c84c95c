"""A work section's entries: who, what, from when to when, where."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.banners import under_banners
from resume_parser.entries.block import Block
from resume_parser.entries.consensus import place_of
from resume_parser.entries.cut import CutSection
from resume_parser.entries.filled import Filled
from resume_parser.entries.nesting import share_by_period
from resume_parser.entries.parts import Part
from resume_parser.entries.period import period_of
from resume_parser.entries.roles import RoleSpec, assign_roles
from resume_parser.entries.scoring import Scores, is_career_break
from resume_parser.entries.whole import make_whole
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.vocabulary import has_company_suffix, has_title_word, names_several

ROLES = (
    RoleSpec("title", {"TITLE": 1.0, "DEGREE": 0.1}, 1.2, leads=True),
    RoleSpec(
        "company",
        {"COMPANY": 1.0, "SCHOOL": 0.9, "LOCATION": 0.05, "PERSON": 0.3, "FIELD": 0.1, "OTHER": 0.1},
        1.2,
        leads=True,
    ),
    RoleSpec("location", {"LOCATION": 1.0}, -0.5, joins=True),
)

_ACTIVITY = re.compile(
    r"(?:tutor|mark|demonstrat|lectur|grad|supervis|review|teach|examin|invigilat|mentor|referee)ing$", re.I
)
"""What a row of a teaching list begins with, alone before a colon."""
_BY_PLACE_ALONE = -0.5
"""Margin of an employer that only its place among others speaks for."""


def read_work(cut: CutSection) -> list[WorkEntry]:
    """The positions of a work section in order."""
    roles = assign_roles(cut.parts, cut.scores, ROLES)
    entries = [
        _make_entry(block, parts, scores, filled)
        for block, parts, scores, filled in zip(cut.blocks, cut.parts, cut.scores, roles, strict=True)
    ]
    entries = [_title_alone(_employer_by_place(entry, entries)) for entry in entries if not _is_no_job(entry)]
    return [make_whole(entry) for entry in _share_companies(under_banners(share_by_period(entries)))]


def _make_entry(block: Block, parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]) -> WorkEntry:
    lines = tuple(fact.row.index for fact in block.header)
    used = {id(part.row) for role in filled.values() for part in role.parts}
    spare = [fact.text for fact in block.header if id(fact) not in used and not fact.anchor]
    description = (*spare, *(fact.text for fact in block.body))
    return WorkEntry(
        filled.get("title"),
        filled.get("company"),
        filled.get("location"),
        period_of(block),
        description,
        lines,
        block,
        tuple(parts),
        tuple(scores),
    )


def _is_no_job(entry: WorkEntry) -> bool:
    """A pause between two jobs, or what somebody did at times: `Tutoring: Real Analysis (2016, 2017)`."""
    if entry.lead is None:
        return False
    return is_career_break(entry.lead.text) or (entry.title is None and bool(_ACTIVITY.match(entry.lead.text)))


def _employer_by_place(entry: WorkEntry, entries: Sequence[WorkEntry]) -> WorkEntry:
    """A name that is also a town's is the employer where the others' employers stand: `Lab Intern, Normandy`."""
    if entry.title is None or entry.company is not None or entry.location is None:
        return entry
    place = place_of(entry.location.parts[0])
    others = [other.company for other in entries if other.title and other.company]
    if not others or any(place_of(other.parts[0]) != place for other in others):
        return entry
    return replace(entry, company=replace(entry.location, margin=_BY_PLACE_ALONE), location=None)


def _title_alone(entry: WorkEntry) -> WorkEntry:
    """A post that stands alone below its employer's row, in the place of employers elsewhere: `Project Manager II`."""
    company = entry.company
    if entry.title is not None or company is None or len(entry.parts) > 1 or has_company_suffix(company.text):
        return entry
    if not has_title_word(company.text) or names_several(company.text):
        return entry
    return replace(entry, title=company, company=None)


def _share_companies(entries: Sequence[WorkEntry]) -> list[WorkEntry]:
    """Positions without a company take the one heading their group."""
    result: list[WorkEntry] = []
    heading: WorkEntry | None = None
    for position, entry in enumerate(entries):
        following = entries[position + 1] if position + 1 < len(entries) else None
        if entry.company and not entry.title:
            heading = entry
            if following is not None and following.title and not following.company and not entry.block.body:
                continue
        elif entry.company and _first_part(entry.company).offset <= _first_offset(entry):
            heading = entry
        if (
            entry.title
            and not entry.company
            and heading is not None
            and heading.company
            and _may_inherit(entry, heading)
        ):
            entry = replace(entry, company=heading.company, inherited=True)
        result.append(entry)
    return [entry for entry in result if entry.title or entry.company]


def _may_inherit(entry: WorkEntry, heading: WorkEntry) -> bool:
    """A shorter header than that of the entry that names the company."""
    return heading.title is None or len(entry.block.header) <= len(heading.block.header)


def _first_part(filled: Filled) -> Part:
    return filled.parts[0]


def _first_offset(entry: WorkEntry) -> int:
    return min(part.offset for filled in (entry.title, entry.company) if filled for part in filled.parts)
