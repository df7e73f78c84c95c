"""One employer on a row over several posts, each with its team on the title's row."""

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.consensus import place_of
from resume_parser.entries.parts import Part
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.vocabulary import has_company_cue, has_company_suffix, has_school_cue

_MAY_BE_A_FIRM = 0.4


def under_banners(entries: Sequence[WorkEntry]) -> list[WorkEntry]:
    """The entries; those below such an employer have it, and not the team that was taken for one."""
    result: list[WorkEntry] = []
    banner: WorkEntry | None = None
    for entry in entries:
        if _has_banner(entry):
            banner = entry
        elif banner is not None and _names_a_team(entry, banner):
            entry = replace(entry, company=banner.company, inherited=True)
        elif entry.company is not None:
            banner = None
        result.append(entry)
    return result


def _has_banner(entry: WorkEntry) -> bool:
    """Whether the employer has a row of its own over the title's."""
    title, company = entry.title, entry.company
    return title is not None and company is not None and company.parts[0].offset < title.parts[0].offset


def _names_a_team(entry: WorkEntry, banner: WorkEntry) -> bool:
    """Whether what counts as employer stands behind the title, where the first post has its team or no firm's name does."""
    title, company = entry.title, entry.company
    if title is None or company is None or len(entry.block.header) >= len(banner.block.header):
        return False
    part = company.parts[0]
    if part.row is not title.parts[0].row or has_company_suffix(part.text) or has_school_cue(part.text):
        return False
    score = next(score for own, score in zip(entry.parts, entry.scores, strict=True) if own is part)
    nameless = score["COMPANY"] < _MAY_BE_A_FIRM and not has_company_cue(part.text)
    return nameless or any(_is_team_at(other, part, banner) for other in banner.parts)


def _is_team_at(other: Part, part: Part, banner: WorkEntry) -> bool:
    roles = [role for role in (banner.company, banner.location) if role]
    return place_of(other) == place_of(part) and not any(other is one for role in roles for one in role.parts)
