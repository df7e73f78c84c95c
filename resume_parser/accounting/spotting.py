"""Jobs, degrees and periods in lines that went nowhere."""

from collections.abc import Iterator, Mapping, Sequence

from resume_parser.accounting.cues import Look, look_at
from resume_parser.accounting.entries import Recorded
from resume_parser.accounting.places import ENTRIES, OPEN, Lines, Place, is_told_by_heading
from resume_parser.document import Document
from resume_parser.entries.scoring import is_career_break
from resume_parser.record import Unread
from resume_parser.sections.heading_words import kind_of_phrase, kind_of_words
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.dates import find_dates

_AROUND = 2
_OTHERS = frozenset({SectionKind.REFERENCES})
"""Sections about other people's posts."""
_DATED = frozenset({
    SectionKind.PROJECTS, SectionKind.VOLUNTEERING, SectionKind.COURSES, SectionKind.AWARDS, SectionKind.CERTIFICATES,
    SectionKind.PUBLICATIONS,
})  # fmt: skip
"""Sections that hold dates, roles and schools in their own right."""


def spot_entries(document: Document, lines: Lines, entries: Sequence[Recorded]) -> list[Unread]:
    """What looks like a job, a degree or a period in a place where none was read."""
    wanted = {
        kind for kind, is_job in (("job", True), ("degree", False)) if not any(e.is_job is is_job for e in entries)
    }
    found: list[Unread] = []
    for run in _runs(lines):
        section = lines.sections[run[0]]
        dated = section is not None and _holds_dates(section)
        if not dated or wanted:
            looks = {index: look_at(document.lines[index].text) for index in run}
            found.extend(one for one in _spot(document, run, looks, lines) if not dated or one.kind in wanted)
    return found


def _runs(lines: Lines) -> Iterator[list[int]]:
    """Stretches of lines that may hold something unread, each within one section and in one kind of place."""
    run: list[int] = []
    for index, place in enumerate(lines.places):
        if place is Place.BLANK:
            continue
        may_hold = place in OPEN and lines.kind(index) not in _OTHERS
        same = may_hold and bool(run) and place is lines.places[run[-1]]
        if run and not (same and lines.sections[index] is lines.sections[run[-1]]):
            yield run
            run = []
        if may_hold:
            run.append(index)
    if run:
        yield run


def _holds_dates(section: Section) -> bool:
    """Whether dates, roles and schools are at home there, though they are none of the person's jobs and degrees."""
    if section.kind is SectionKind.OTHER and section.title:
        return (kind_of_phrase(section.title) or kind_of_words(section.title)) is SectionKind.OTHER
    return section.kind in _DATED


def _spot(document: Document, run: Sequence[int], looks: Mapping[int, Look], lines: Lines) -> Iterator[Unread]:
    taken: set[int] = set()
    for position, index in enumerate(run):
        look = looks[index]
        if index in taken or not look.heads or not look.period:
            continue
        near = _lines_around(run, position, looks, taken)
        kind = _kind_of([looks[one] for one in near], strict=lines.places[index] is not Place.LEFT)
        if kind == "period" and _is_of_the_line_above(document, index):
            kind = None
        if kind is None and _is_orphan(look, index, lines) and not _is_of_the_line_above(document, index):
            kind = "period"
        if kind is not None:
            taken.update(near)
            yield Unread(kind, tuple(near))
    yield from _spot_undated([index for index in run if index not in taken], looks, lines)


def _is_orphan(look: Look, index: int, lines: Lines) -> bool:
    """A period alone on its line that no entry took up."""
    return look.bare and look.period and lines.places[index] is Place.LEFT and lines.kind(index) in ENTRIES


def _is_of_the_line_above(document: Document, index: int) -> bool:
    """Whether the period dates a break told above it, or begins with a month that ends that line."""
    above = document.lines[index - 1].text.split() if index else []
    if not above:
        return False
    joined = find_dates(f"{above[-1]} {document.lines[index].text}")
    return is_career_break(" ".join(above)) or (bool(joined) and joined[0].begin == 0 and not find_dates(above[-1]))


def _lines_around(run: Sequence[int], position: int, looks: Mapping[int, Look], taken: set[int]) -> list[int]:
    """The dated line and what heads an entry right above and below it."""
    near = [run[position]]
    for step in (-1, 1):
        for distance in range(1, _AROUND + 1):
            place = position + step * distance
            if not 0 <= place < len(run) or run[place] in taken:
                break
            look = looks[run[place]]
            if not look.heads or look.marked or look.period:
                break
            near.append(run[place])
    return sorted(near)


def _kind_of(looks: Sequence[Look], *, strict: bool) -> str | None:
    title, employer = any(one.title for one in looks), any(one.employer for one in looks)
    school, degree = any(one.school for one in looks), any(one.degree for one in looks)
    dated = next(one for one in looks if one.period)
    if any(one.office for one in looks):
        return None
    if degree and (school or not title):
        return "degree"
    if dated.marked or (strict and not (title or any(one.firm for one in looks))):
        return "job" if title and (employer or school) else None
    if title or employer:
        return "job"
    if school:
        return "degree"
    return "period" if len(looks) > 1 and (not dated.bare or sum(one.heads for one in looks) > 1) else None


def _spot_undated(run: Sequence[int], looks: Mapping[int, Look], lines: Lines) -> Iterator[Unread]:
    """Lines without a period that name a post with its employer, or a degree with its school, on one line or on two."""
    section = lines.sections[run[0]] if run else None
    guessed = section is not None and bool(section.title) and not is_told_by_heading(section)
    done: set[int] = set()
    for position, index in enumerate(run):
        look = looks[index]
        if (
            index in done
            or not look.heads
            or look.office
            or (lines.kind(index) is SectionKind.PROFILE and not look.dated)
        ):
            continue
        beside = [one for one in run[max(0, position - 1) : position + 2] if abs(one - index) == 1 and one not in done]
        near = [one for one in beside if looks[one].heads and not looks[one].marked and not look.marked]
        kind = _kind_of_undated(look, [looks[one] for one in near], index, lines, guessed=guessed)
        if kind is not None:
            done.update((index, *near))
            yield Unread(kind, tuple(sorted((index, *near))))


def _kind_of_undated(look: Look, near: Sequence[Look], index: int, lines: Lines, *, guessed: bool) -> str | None:
    dated = look.dated or any(one.dated for one in near)
    if look.degree and (look.school or any(one.school and not one.degree for one in near)):
        return "degree" if dated or not look.marked else None
    if (
        guessed
        and dated
        and look.title
        and (look.firm or look.school or any(one.employer or one.school for one in near))
    ):
        return "job"
    place = lines.places[index]
    if place is Place.LEFT and look.marked and dated and look.title and look.employer and lines.kind(index) in ENTRIES:
        return "job"
    if lines.kind(index) is not SectionKind.WORK or look.marked or _is_beside(index, lines):
        return None
    if place is Place.TOLD:
        return "job" if look.title and any(one.firm for one in near) else None
    return "job" if look.title and (look.employer or look.school) else None


def _is_beside(index: int, lines: Lines) -> bool:
    """Whether the line above or below is part of a value: what is left there belongs to that entry."""
    around = (index - 1, index + 1)
    return any(0 <= one < len(lines.places) and lines.places[one] is Place.VALUE for one in around)
