"""What of a skills section is skills: not the names of groups, nor what is told below a name."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resume_parser.fields.skill_items import split_items, split_label, split_list, whole_item
from resume_parser.fields.skill_levels import is_level
from resume_parser.fields.skill_prose import explains, is_prose, split_explanation
from resume_parser.fields.skill_rows import Margins, SkillRow, read_skill_rows
from resume_parser.sections.heading_words import kind_of_phrase
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section

_STRENGTHS = re.compile(r"\bstrengths?\b|\bstärken\b", re.IGNORECASE)
_SPARSE = 0.35
"""Rows are single items when fewer of them than this share are lists."""
_LONG_ROW = 6
_WORDS_OF_NAME = 4


def read_items(section: Section, margins: Margins) -> Iterator[tuple[str, Row]]:
    """The items of the section, each with the row it came from."""
    rows = read_skill_rows(section.rows, margins)
    told = _names_above_prose(rows)
    if told and _STRENGTHS.search(section.title):
        return
    left_out = _names_of_groups(rows) | _levels_below_names(rows)
    shown = told or [row for number, row in enumerate(rows) if number not in left_out]
    one_each = _is_one_each(shown)
    for row in shown:
        for item in _items(row.text, one_each=one_each):
            yield item, row.row


def _names_of_groups(rows: Sequence[SkillRow]) -> set[int]:
    """Short rows that name what stands below: lists, bulleted rows, or rows that are not bold as they are."""
    is_list = [len(split_list(row.text)) > 1 for row in rows]
    several_lists = sum(is_list) > 1
    names = set()
    for number, (row, below) in enumerate(pairwise(rows)):
        if row.marked or row.named or "(" in row.text or _longest_cell(row) > _WORDS_OF_NAME:
            continue
        above_list = several_lists and is_list[number + 1] and not is_list[number] and row.bold >= below.bold
        above_bullets = below.marked and not is_list[number] and row.row.line.indent <= below.row.line.indent + 0.5
        above_plain = row.bold and not below.bold and not _tells_levels(below)
        if above_list or above_bullets or above_plain:
            names.add(number)
    return names


def _longest_cell(row: SkillRow) -> int:
    return max(len(cell.split()) for cell in row.text.split("\t"))


def _tells_levels(row: SkillRow) -> bool:
    return any(is_level(cell) for cell in row.text.split("\t") if cell.strip())


def _levels_below_names(rows: Sequence[SkillRow]) -> set[int]:
    """Rows that say how well the skills in bold above are known, some in other words than levels."""
    return {
        number + 1
        for number, (row, below) in enumerate(pairwise(rows))
        if row.bold and not below.bold and _tells_levels(below)
    }


def _names_above_prose(rows: Sequence[SkillRow]) -> list[SkillRow]:
    """Rows in bold with sentences below: the skills of a functional resume, which tells where each was shown."""
    names = [
        row
        for row, below in pairwise(rows)
        if row.bold and not row.marked and not below.bold and not _tells_levels(below)
    ]
    others = [row for row in rows if row not in names]
    sentences = sum(len(row.text.split()) > _LONG_ROW for row in others)
    return names if names and rows[0] is names[0] and sentences * 3 >= len(others) * 2 else []


def _is_one_each(rows: Sequence[SkillRow]) -> bool:
    """Whether each bullet of the list is one skill: hardly any has separators."""
    lists = sum(len(split_list(row.text)) > 1 for row in rows)
    return len(rows) >= 3 and all(row.marked for row in rows) and lists <= _SPARSE * len(rows)


def _items(text: str, *, one_each: bool) -> list[str]:
    label, told = split_label(text)
    if label:
        return _whole(label) if explains(told) else split_items(text)
    label, told = split_explanation(text)
    if not label or is_level(told):
        return [] if is_prose(text) else split_items(text)
    if explains(told):
        return _whole(label)
    return split_items(told) if told[0].isupper() and not one_each else _whole(text)


def _whole(text: str) -> list[str]:
    """The text as one skill, unless it only says that skills follow."""
    item = None if kind_of_phrase(text) is SectionKind.SKILLS else whole_item(text)
    return [item] if item else []
