"""Periods that a line's end broke in two, put back on the row they begin on."""

import re
from dataclasses import replace

from resume_parser.entries.bullets import BULLET
from resume_parser.sections.section import Row
from resume_parser.values.date_patterns import MONTH
from resume_parser.values.dates import find_dates

_MONTH_AT_END = re.compile(rf"(?<=[\s\t])({MONTH}\.?)$", re.IGNORECASE)
_SEPARATOR_AT_END = re.compile(r"(?:[-–—‒~→]|\b(?:to|until|till))$", re.IGNORECASE)
_DASHES = ("–", "-", "—")
_LONGEST_FRAGMENT = 48
"""Characters of a row that is the rest of a period and little more."""


def give_month_back(rows: list[Row], position: int, day_first: bool) -> None:
    """`Teacher, Hill School, Leeds Sep` / `2018 – present`: the month belongs to the period below it, and that to this row."""
    if position + 1 >= len(rows):
        return
    text, below = rows[position].text.rstrip(), rows[position + 1].text.strip()
    if not below[:4].isdigit() or len(below) > _LONGEST_FRAGMENT:
        return
    month, spans = _MONTH_AT_END.search(text), find_dates(below, day_first)
    if month is None or not spans or spans[0].begin > 0 or spans[0].single or spans[0].stop < len(below):
        return
    rows[position] = with_text(rows[position], f"{text[: month.start()].rstrip()}\t{month[1]} {below}")
    del rows[position + 1]


def close_period(rows: list[Row], position: int, day_first: bool) -> None:
    """`MSc Physics (2021 –` / `2023, part-time)`: the end moves up to its start."""
    if position + 1 == len(rows):
        return
    text, below = rows[position].text.rstrip(), rows[position + 1].text.strip()
    dash_below = below.startswith(_DASHES) and text.count("(") > text.count(")")
    if not dash_below and not _SEPARATOR_AT_END.search(text, max(0, len(text) - 8)):
        return
    spans = find_dates(text, day_first)
    if not spans or spans[-1].stop < len(text) or not (spans[-1].open_ended or dash_below):
        return
    if not spans[-1].open_ended:
        text += " –"
    below = BULLET.sub("", below, count=1)
    ends = find_dates(below, day_first)
    if not ends or ends[0].begin > 0 or not ends[0].single or below[ends[0].stop :].startswith("\t"):
        return
    bracket = ")" if below[ends[0].stop :].startswith(")") else ""
    rows[position] = with_text(rows[position], f"{text} {below[: ends[0].stop]}{bracket}")
    rest = below[ends[0].stop + len(bracket) :].strip(" ,;")
    if any(map(str.isalnum, rest)):
        rows[position + 1] = with_text(rows[position + 1], rest)
    else:
        del rows[position + 1]


def with_text(row: Row, text: str) -> Row:
    return Row(row.index, replace(row.line, text=text, runs=()))
