"""What of a skills section is skills: not the names of groups, nor what is told below a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from resume_parser.fields.skill_items import split_items, split_label, split_list, whole_item
from resume_parser.fields.skill_levels import is_level, strip_level
from resume_parser.fields.skill_prose import explains, introduced_list, is_prose, split_explanation
from resume_parser.fields.skill_rows import Margins, SkillRow, read_skill_rows
from resume_parser.sections.heading_words import kind_of_phrase, kind_of_words
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section
from resume_parser.vocabulary import is_language, match_skill

_STRENGTHS = re.compile(r"\bstrengths?\b|\bstärken\b", re.IGNORECASE)
_NEXT_GROUP = re.compile(r"(?<=[.;])\s+(?=[^\W\d_][^.,;:\t]{1,30}:\s)")
_WORD = re.compile(r"[^\W\d_]+")
_SPARSE = 0.35
"""Rows are single items when fewer of them than this share are lists."""
_SAME_GAP = 0.1
"""In line heights."""
_LONG_ROW = 6
_WORDS_OF_NAME = 4
_FEWEST_ENUMERATED, _WORDS_OF_PIECE = 3, 3
_LISTED = re.compile(r"[,;]")
_SAID = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES})
_OTHER_LISTS = frozenset({SectionKind.INTERESTS, SectionKind.CERTIFICATES, SectionKind.REFERENCES, SectionKind.AWARDS})


def read_items(section: Section, margins: Margins) -> Iterator[tuple[str, Row]]:
    """The items of the section, each with the row it came from."""
    rows = read_skill_rows(section.rows, margins)
    told = _names_above_prose(rows)
    if told and _STRENGTHS.search(section.title):
        return
    if told or _are_cards(rows):
        shown = told or [row for row in rows if row.bold]
    else:
        groups = _names_of_groups(rows)
        shown = [row for number, row in enumerate(rows) if number not in groups]
    one_each, labelled = _is_one_each(shown), _has_label_cells(shown)
    for row in chain.from_iterable(map(_groups_told, shown)):
        label, text = _split_label(row, labelled=labelled)
        if not _names_other_things(label) and not _names_spoken_languages(label or split_label(text)[0], text):
            for item in _items(label, text, one_each=one_each):
                yield item, row.row


def _groups_told(row: SkillRow) -> list[SkillRow]:
    """The groups of a row that names several, each in a sentence: `Languages: Go, Rust. Tools: Git, Docker.`"""
    groups = _NEXT_GROUP.split(row.text) if ":" in row.text else [row.text]
    if row.name or len(groups) == 1 or not all(split_label(group)[0] for group in groups):
        return [row]
    return [replace(row, text=group) for group in groups]


def _names_of_groups(rows: Sequence[SkillRow]) -> set[int]:
    """Short rows that name what stands below, with a level or without: lists, bulleted rows, or rows less bold than they."""
    names = [_without_level(row.text) for row in rows]
    is_list = [len(split_list(name)) > 1 for name in names]
    levels = {number for number, row in enumerate(rows) if _tells_levels(row.text)}
    several_lists = sum(listed and number not in levels for number, listed in enumerate(is_list)) > 1
    few_bold = sum(row.bold for row in rows) * 2 < len(rows)
    found = set()
    for number, row in enumerate(rows[:-1]):
        if row.marked or row.name or "(" in names[number] or _longest_cell(names[number]) > _WORDS_OF_NAME:
            continue
        at = next((at for at in range(number + 1, len(rows)) if at not in levels), number)
        below, leveled = rows[at], at > number + 1
        if leveled and at == number + 2 and is_list[at] and _cells(row) == _cells(rows[number + 1]):
            found.add(number)
            continue
        above_list = several_lists and is_list[at] and not is_list[number] and row.leads_bold >= below.bold
        above_list = above_list and not (at == number + 1 and _flows_into(rows, number))
        above_bullets = below.marked and not is_list[number] and row.row.line.indent <= below.row.line.indent + 0.5
        above_plain = row.bold and (few_bold or not below.bold) and not (is_list[number] and below.leads_bold)
        if above_list or above_bullets or above_plain:
            found.add(number)
    return found


def _flows_into(rows: Sequence[SkillRow], number: int) -> bool:
    """Whether a row alike in all is the next of the cells that fill the rows, as tags do, and no name above them."""
    row, below = rows[number], rows[number + 1]
    if "\t" not in below.text or _LISTED.search(below.text) or row.row.line.box is None or row.text.endswith(":"):
        return False
    alike = (
        row.leads_bold == below.leads_bold and row.larger == below.larger and row.text.isupper() == below.text.isupper()
    )
    return alike and (number == 0 or abs(row.gap - below.gap) <= _SAME_GAP)


def _without_level(text: str) -> str:
    """The name of a group without how well its skills are known: behind a wide gap, a dash, a colon or in brackets."""
    name, gap, level = text.partition("\t")
    return strip_level(name) if gap and is_level(level) else strip_level(text)


def _tells_levels(text: str) -> bool:
    """Whether the row says of one thing or of several beside each other how well they are known."""
    return all(is_level(cell) for cell in text.split("\t") if cell.strip())


def _cells(row: SkillRow) -> int:
    return row.text.count("\t")


def _longest_cell(text: str) -> int:
    return max(len(cell.split()) for cell in text.split("\t"))


def _are_cards(rows: Sequence[SkillRow]) -> bool:
    """Skills in bold, each with how well it is known below, or what of it; a level with a list below is a group's."""
    if not rows or not rows[0].bold or not any(_tells_level(row) for row in rows if not row.leads_bold):
        return False
    groups = sum(
        name.bold
        and _cells(name) == _cells(level)
        and _tells_levels(level.text)
        and not below.bold
        and not _tells_level(below)
        for name, level, below in zip(rows, rows[1:], rows[2:], strict=False)
    )
    return groups * 2 < sum(row.bold for row in rows)


def _tells_level(row: SkillRow) -> bool:
    return not row.text.endswith(":") and any(is_level(cell) for cell in row.text.split("\t") if cell.strip())


def _names_above_prose(rows: Sequence[SkillRow]) -> list[SkillRow]:
    """Rows in bold with sentences below: the skills of a functional resume, which tells where each was shown."""
    names = [row for row, below in pairwise(rows) if row.bold and not row.marked and not below.bold]
    others = [row for row in rows if row not in names]
    sentences = sum(len(row.text.split()) > _LONG_ROW and not _is_enumeration(row.text) for row in others)
    return names if names and rows[0] is names[0] and sentences * 3 >= len(others) * 2 else []


def _is_enumeration(text: str) -> bool:
    """Whether the text is three and more names of few words between separators."""
    pieces = split_list(text)
    return len(pieces) >= _FEWEST_ENUMERATED and len(text.split()) <= _WORDS_OF_PIECE * len(pieces)


def _is_one_each(rows: Sequence[SkillRow]) -> bool:
    """Whether each bullet of the list is one skill: hardly any has separators."""
    lists = sum(len(split_list(row.text)) > 1 for row in rows)
    return len(rows) >= 3 and all(row.marked for row in rows) and lists <= _SPARSE * len(rows)


def _has_label_cells(rows: Sequence[SkillRow]) -> bool:
    """Whether the list is a table with the groups' names in its first column."""
    pairs = [cells for row in rows if len(cells := row.text.split("\t")) == 2]
    lists = sum(_LISTED.search(cells[1]) is not None for cells in pairs)
    return lists >= 2 and lists * 2 >= len(pairs) and not any("," in cells[0] for cells in pairs)


def _split_label(row: SkillRow, *, labelled: bool) -> tuple[str, str]:
    """The name of the row's group or skill, and what it holds; no name where the row has none."""
    if row.name:
        return row.name, row.text
    cells = row.text.split("\t")
    named = _names_list(cells[0]) and (len(split_list(cells[-1])) > 1 or kind_of_phrase(cells[0]) is None)
    if (labelled or named) and len(cells) == 2 and len(cells[0].split()) <= _WORDS_OF_NAME:
        return cells[0].rstrip(" :"), cells[1]
    label, rest = split_label(row.text)
    return (label, rest) if explains(rest) or _names_other_things(label) else ("", row.text)


def _names_list(label: str) -> bool:
    """Whether the label says what kind of list stands beside it: `Computer skills`, `Mother tongue(s)`."""
    return kind_of_phrase(label) is not None or kind_of_words(label) in _OTHER_LISTS | _SAID


def _names_other_things(label: str) -> bool:
    """Whether the row is a list of its own that stands among the skills: interests, licences, awards."""
    phrase = kind_of_phrase(label)
    return phrase is not SectionKind.SKILLS and not _OTHER_LISTS.isdisjoint((phrase, kind_of_words(label)))


def _names_spoken_languages(label: str, text: str) -> bool:
    """Whether the row lists what the person speaks; `Languages` may also be those that computers are told in."""
    kind = kind_of_phrase(label) or kind_of_words(label)
    return kind is SectionKind.LANGUAGES and any(map(is_language, _WORD.findall(text)))


def _items(label: str, text: str, *, one_each: bool) -> list[str]:
    if label and explains(text):
        if (kind_of_phrase(label) or kind_of_words(label)) is SectionKind.SKILLS:
            return [] if is_prose(text) else split_items(text)
        return _whole(label)
    if one_each and not all(match_skill(piece) for piece in split_list(text)):
        return _whole(text)
    name, told = split_explanation(text)
    if not name or is_level(told):
        return introduced_list(text) if is_prose(text) else split_items(text)
    if explains(told):
        return _whole(name)
    return split_items(told) if told[0].isupper() and _is_group(name, told) else _whole(text)


def _is_group(name: str, told: str) -> bool:
    """Whether what stands before a dash names what stands behind it: `Tools – Git, Docker`, but not `RYA – Boat Handling`."""
    return len(split_list(told)) > 1 or (
        match_skill(told) is not None and match_skill(name) is None and not name.isupper()
    )


def _whole(text: str) -> list[str]:
    item = whole_item(text)
    return [item] if item else []
