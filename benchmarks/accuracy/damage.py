"""Documents damaged in ways that make the parser miss entries: on whole ones it misses too few to measure by."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from benchmarks.accuracy.documents import Labelled
from benchmarks.accuracy.evaluate import TODAY
from benchmarks.accuracy.unread import Told, tell
from resume_parser import Document, ParserError, parse, read_document
from resume_parser.sections import Section, SectionKind, split_sections
from resume_parser.values.dates import find_dates

_ENTRIES = frozenset({SectionKind.WORK, SectionKind.EDUCATION})
_UNKNOWN = ("Waypoints", "Foundations", "Milestones", "Footsteps", "Chapters")
Damage = Callable[[Document, random.Random], Document]


def rename_heading(document: Document, chance: random.Random) -> Document:
    """One heading of work or education says a word that no parser knows."""
    section = _headed_section(document, chance)
    if section is None:
        return document
    line = document.lines[section.heading or 0]
    word = chance.choice(_UNKNOWN)
    text = line.text.replace(section.title, word.upper() if section.title.isupper() else word)
    return _with_lines(document, {section.heading or 0: text})


def drop_heading(document: Document, chance: random.Random) -> Document:
    """One heading of work or education is gone: what stood below it runs on from the section above."""
    section = _headed_section(document, chance)
    if section is None or any(row.index == section.heading for row in section.rows):
        return document
    kept = [line for place, line in enumerate(document.lines) if place != section.heading]
    return replace(document, lines=tuple(kept))


def space_one_period(document: Document, chance: random.Random) -> Document:
    """The digits of one period stand apart."""
    dated = _dated_lines(document)
    return _space_digits(document, [chance.choice(dated)] if dated else [])


def space_all_periods(document: Document, _chance: random.Random) -> Document:
    return _space_digits(document, _dated_lines(document))


def drop_all_periods(document: Document, _chance: random.Random) -> Document:
    return _rewrite_dates(document, _dated_lines(document), lambda _written: "")


DAMAGES: Mapping[str, Damage] = {
    "a heading renamed": rename_heading,
    "a heading dropped": drop_heading,
    "a period spaced": space_one_period,
    "all periods spaced": space_all_periods,
    "all periods dropped": drop_all_periods,
}


def tell_damaged(labelled: Labelled, name: str) -> Told | None:
    """What the record of the damaged document says of its gaps; None where it cannot be read or the damage finds nothing."""
    try:
        whole = read_document(labelled.path.read_bytes())
    except ParserError:
        return None
    damaged = DAMAGES[name](whole, random.Random(f"{labelled.name} {name}"))
    return None if damaged is whole else tell(parse(damaged, TODAY), damaged, labelled.truth)


def _headed_section(document: Document, chance: random.Random) -> Section | None:
    headed = [one for one in split_sections(document) if one.kind in _ENTRIES and one.heading is not None]
    return chance.choice(headed) if headed else None


def _dated_lines(document: Document) -> list[int]:
    rows = [row for one in split_sections(document) if one.kind in _ENTRIES for row in one.rows]
    return [row.index for row in rows if any(not span.single for span in find_dates(row.text))]


def _space_digits(document: Document, places: list[int]) -> Document:
    return _rewrite_dates(document, places, lambda written: re.sub(r"(?<=\d)(?=\d)", " ", written))


def _rewrite_dates(document: Document, places: list[int], rewrite: Callable[[str], str]) -> Document:
    texts = {}
    for place in places:
        text = document.lines[place].text
        for span in reversed(find_dates(text)):
            text = text[: span.begin] + rewrite(text[span.begin : span.stop]) + text[span.stop :]
        texts[place] = text
    return _with_lines(document, texts)


def _with_lines(document: Document, texts: Mapping[int, str]) -> Document:
    lines = [
        replace(line, text=texts[place], runs=()) if place in texts else line
        for place, line in enumerate(document.lines)
    ]
    return replace(document, lines=tuple(lines))
