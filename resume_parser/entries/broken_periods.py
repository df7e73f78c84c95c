"""Periods that a line's end broke in two, put back on the row they begin on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.bullets import BULLET
from resume_parser.sections.section import Row
from resume_parser.values.date_patterns import MONTH, STILL, YEAR
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary.labels import read_columns

_MONTH_AT_END = re.compile(rf"(?<=[\s\t])({MONTH}\.?)$", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?:de\s+)?{YEAR}")
_SEPARATOR_AT_END = re.compile(
    r"(?:[-–—‒~→]|\b(?:to|until|till|bis|à|au|a|al|ad?|até|hasta|tot|t/m|do|e|y))$", re.IGNORECASE
)
_DASHES = ("–", "-", "—")
_LONGEST_CELL = 32
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


def join_stacked(rows: list[Row], position: int, day_first: bool) -> None:
    """`Jan 2022` / `• Present`: a date alone, and below it behind a mark its end."""
    if position + 1 == len(rows) or not BULLET.match(rows[position + 1].text):
        return
    above, below = rows[position].text.strip(), BULLET.sub("", rows[position + 1].text, count=1).strip()
    spans = find_dates(above, day_first)
    ends = find_dates(below, day_first)
    is_end = STILL.fullmatch(below) or (ends and ends[0].single and (ends[0].begin, ends[0].stop) == (0, len(below)))
    if is_end and spans and spans[0].single and (spans[0].begin, spans[0].stop) == (0, len(above)):
        rows[position] = with_text(rows[position], f"{above} – {below}")
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
    rest = below[ends[0].stop + len(bracket) :].strip(" ,;")
    _put_first(rows, position, f"{text} {below[: ends[0].stop]}{bracket}", rest)


def join_cells(rows: Sequence[Row], day_first: bool) -> list[Row]:
    """`May 2016 –<tab>Nurse` / `April 2019<tab>Mercy Hospital`: periods that a narrow column broke stand whole on the first row."""
    joined = list(rows)
    for position in range(len(joined) - 1, 0, -1):
        upper, tab, beside = joined[position - 1].text.partition("\t")
        lower, _, rest = joined[position].text.partition("\t")
        upper, lower = upper.strip(), lower.strip()
        if not tab or not 0 < len(lower) <= _LONGEST_CELL or len(upper) > _LONGEST_CELL:
            continue
        whole = f"{upper} {lower}"
        is_cut = _is_period(whole, day_first) and _is_cut(upper, lower, day_first)
        if is_cut and not read_columns(joined[position - 1].text):
            _put_first(joined, position - 1, f"{whole}\t{beside}", rest)
    return joined


def _is_cut(upper: str, lower: str, day_first: bool) -> bool:
    """Whether neither half is a period by itself; a month at the end wants the year below it."""
    if _is_period(upper, day_first):
        return _MONTH_AT_END.search(upper) is not None and _YEAR_ALONE.fullmatch(lower) is not None
    return not _is_period(lower, day_first)


def _put_first(rows: list[Row], position: int, text: str, rest: str) -> None:
    """The text on the row at `position`, and what is left on the one below, if anything is."""
    rows[position] = with_text(rows[position], text)
    if any(map(str.isalnum, rest)):
        rows[position + 1] = with_text(rows[position + 1], rest)
    else:
        del rows[position + 1]


def _is_period(text: str, day_first: bool) -> bool:
    """Whether the text is one closed period and nothing else."""
    spans = find_dates(text, day_first)
    if len(spans) != 1 or spans[0].single or spans[0].open_ended:
        return False
    return spans[0].begin == 0 and spans[0].stop == len(text) and spans[0].start is not None


def with_text(row: Row, text: str) -> Row:
    return Row(row.index, replace(row.line, text=text, runs=()))
