"""Lines that went nowhere and look as the dated lines of the entries beside them do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from resume_parser.accounting.cues import Look, look_at
from resume_parser.accounting.entries import Recorded
from resume_parser.accounting.places import ENTRIES, Lines, Place
from resume_parser.document import Document
from resume_parser.entries.scoring import is_career_break
from resume_parser.record import Unread
from resume_parser.sections.kinds import SectionKind


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the eye tells entries' heads by."""

    marked: bool
    bold: bool
    date_first: bool
    period: bool
    """Behind the words one date says less than two; before them either heads a row."""


def spot_siblings(
    document: Document, lines: Lines, entries: Sequence[Recorded], reported: frozenset[int]
) -> Iterator[Unread]:
    """Of work and education: what is dated at the same edge, with the same bullet and weight, as an entry of the section."""
    candidates = dict(_candidates(document, lines, reported))
    if not candidates:
        return
    known = _shapes_of(document, lines, entries)
    for index, shape in candidates.items():
        if shape in known[id(lines.sections[index])]:
            yield Unread("job" if lines.kind(index) is SectionKind.WORK else "degree", (index,))


def _candidates(document: Document, lines: Lines, reported: frozenset[int]) -> Iterator[tuple[int, _Shape]]:
    for index, place in enumerate(lines.places):
        if place not in {Place.LEFT, Place.TOLD} or lines.kind(index) not in ENTRIES or index in reported:
            continue
        look = look_at(document.lines[index].text)
        shape = _shape_of(look, bold=document.lines[index].bold)
        if (
            shape is not None
            and look.rest[:1].isupper()
            and not is_career_break(look.rest)
            and _is_apart(look, shape, place)
        ):
            yield index, shape


def _is_apart(look: Look, shape: _Shape, place: Place) -> bool:
    """Whether the line is no sentence of a description with a date in it."""
    if shape.date_first and look.words[look.dates[0].stop :].startswith("\t"):
        return True
    return look.heads and (look.period if place is Place.TOLD else look.period or look.job or look.study)


def _shapes_of(document: Document, lines: Lines, entries: Sequence[Recorded]) -> Mapping[int, set[_Shape]]:
    """By section: how the entries' dated lines look."""
    known: dict[int, set[_Shape]] = defaultdict(set)
    for entry in entries:
        for index in entry.lines:
            line = document.lines[index]
            look = look_at(line.text)
            shape = _shape_of(look, bold=line.bold)
            if shape is not None and look.rest:
                known[id(lines.sections[index])].add(shape)
    return known


def _shape_of(look: Look, *, bold: bool) -> _Shape | None:
    if not look.dates:
        return None
    first = look.dates[0].begin == 0
    last = not any(map(str.isalnum, look.words[look.dates[-1].stop :]))
    return _Shape(look.marked, bold, first, first or look.period) if first or last else None
