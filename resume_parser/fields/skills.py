"""Skills, one item each, as written."""

import re
from collections.abc import Iterator
from dataclasses import replace

from resume_parser.fields.context import Context
from resume_parser.fields.skill_groups import read_items
from resume_parser.fields.skill_prose import is_prose
from resume_parser.fields.skill_rows import right_margins
from resume_parser.record import Field, Skill
from resume_parser.sections.heading_words import kind_of_phrase
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section
from resume_parser.vocabulary import match_skill

_LISTED, _TOLD = 0.9, 0.5
_RUN_IN = re.compile(r"^\W*(?:(?P<caps>(?:[A-Z]+ ){0,2}SKILLS)\s|(?P<label>[^:]{4,30}):)\s*(?=\S)")
_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_WITHOUT_LISTS = frozenset({
    SectionKind.SKILLS, SectionKind.WORK, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.PUBLICATIONS,
    SectionKind.REFERENCES, SectionKind.VOLUNTEERING, SectionKind.SUMMARY,
})  # fmt: skip
"""Sections that are read already, that tell what one job or project was done with, or that are running text."""


def find_skills(context: Context) -> tuple[Skill, ...]:
    """Items of the skills lists; where a skills section is in running text, what the vocabulary knows of it."""
    lists = [*(s for s in context.sections if s.kind is SectionKind.SKILLS), *_run_in_lists(context)]
    margins = right_margins(context.document)
    found: dict[str, Skill] = {}
    for section in lists:
        for name, row in read_items(section, margins):
            _add(found, name, row, _LISTED)
    if not found:
        for section in lists:
            for row in section.rows:
                for name in _named_in_prose(row):
                    _add(found, name, row, _TOLD)
    return tuple(found.values())


def _add(found: dict[str, Skill], name: str, row: Row, confidence: float) -> None:
    key = re.sub(r"\s+", " ", name.casefold())
    if key not in found:
        canonical = match_skill(name) or match_skill(_BRACKETS.sub("", name)) or name
        found[key] = Skill(Field(name, confidence, (row.index,)), canonical)


def _run_in_lists(context: Context) -> Iterator[Section]:
    """Lists that begin `Computer skills: …` inside a section of another kind, as under "Additional information"."""
    for section in context.sections:
        if section.kind in _WITHOUT_LISTS:
            continue
        for place, row in enumerate(section.rows):
            label = _RUN_IN.match(row.text)
            title = label["caps"] or label["label"] if label else ""
            if label and kind_of_phrase(title) is SectionKind.SKILLS:
                first = Row(row.index, replace(row.line, text=row.text[label.end() :], runs=()))
                more = () if label["caps"] else _unlabelled(section.rows[place + 1 :])
                yield Section(SectionKind.SKILLS, None, title, (first, *more))


def _unlabelled(rows: tuple[Row, ...]) -> Iterator[Row]:
    """Rows that may go on with the one above: up to a bullet, a name before a colon, or white space."""
    for row in rows:
        if row.line.gap > 0.6 or ":" in row.text or not row.text.strip() or not row.text.strip()[0].isalnum():
            return
        yield row


def _named_in_prose(row: Row) -> list[str]:
    if not is_prose(row.text):
        return []
    # Imported late: most resumes list their skills, and need no matcher.
    from resume_parser.nlp import find_skills as match_skills

    return list(match_skills(row.text).values())
