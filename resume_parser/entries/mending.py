"""Periods that a narrow column broke over two lines are put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.broken_periods import close_period, give_month_back, join_cells, join_stacked, with_text
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import without_dates
from resume_parser.entries.wrapping import Margins
from resume_parser.sections.section import Row
from resume_parser.sections.style import are_flush_right, style_of
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary.labels import read_columns

_FRAGMENT = re.compile(r"^[\w\s.,/'’–—-]{2,24}$")
_UNFINISHED = re.compile(r"(?:[-–—]|\b(?:to|until|till)|[A-Za-zÀ-ÿ]{3,9}\.?|\d{1,2},?|,)\s*$")
_CONTINUATION = re.compile(r"^(?:and|of|for|&|und|et|de)\s+\S")
_RUNS_ON = (",", " &", " and", " of", " for", " to", " at", " the", " in", " with", " including", " by", " from")
_DANGLING = re.compile(r"\s[–—-]\s*$|/\s*$|\($")
_STATE = re.compile(r",\s[A-Z]{2}$")
"""`Chennai, IN`, `Portland, OR`: no word that goes on."""
_LOOK_AHEAD = 2
_WORDS_LEFT_OVER = 2
"""So few words on a line of their own may be the end of the header above."""
_CELLS_OF_A_TABLE = 3
"""Cells parted by so many gaps are a table's: which of them goes on below is not told by the last."""
_WIDEST = 75
"""Characters of a header line that may be cut."""


def mend_rows(rows: Sequence[Row], margins: Margins, day_first: bool) -> list[Row]:
    """The rows with every `Dec 2021 to May` / `2022`, and every header that the margin broke, on the first of its rows."""
    mended = _mend_wraps(join_cells(rows, day_first), margins)
    position = 0
    while position < len(mended) - 1:
        if _names_columns(mended[position].text):
            position += 1
            continue
        join_stacked(mended, position, day_first)
        close_period(mended, position, day_first)
        give_month_back(mended, position, day_first)
        for step in range(1, _LOOK_AHEAD + 1):
            if position + step < len(mended) and _mend(mended, position, position + step, day_first):
                break
        position += 1
    return mended


def _mend_wraps(rows: Sequence[Row], margins: Margins) -> list[Row]:
    """Headers cut by the margin: the next line goes on after a comma, with `and`, `of`, `in`, or with a word that had no room."""
    mended: list[Row] = []
    for row in rows:
        text = row.text.strip()
        filled = _fill_cell(mended[-1], row, text) if mended else None
        if filled is not None:
            mended[-1] = with_text(mended[-1], filled)
        elif mended and _goes_on(mended[-1], row, text, margins):
            before = mended[-1].text.rstrip()
            joined = before[:-1] + text if _is_hyphenated(before, text) else f"{before} {text}"
            # With the place of its last line: whether that one has room left decides what may be joined next.
            mended[-1] = Row(mended[-1].index, replace(mended[-1].line, text=joined, box=row.line.box, runs=()))
        else:
            mended.append(row)
    return mended


def _goes_on(above: Row, row: Row, text: str, margins: Margins) -> bool:
    before = above.text.rstrip()
    if not text or (
        len(_behind_dates(before)) > _WIDEST
        or _behind_dates(before).count("\t") >= _CELLS_OF_A_TABLE
        or _names_columns(before)
        or BULLET.match(above.text)
        or BULLET.match(row.text)
        or row.line.gap > 0.5
    ):
        return False
    if row.line.bold != above.line.bold or abs(row.line.size - above.line.size) > 0.06:
        return False
    if (
        (before.lower().endswith(_RUNS_ON) and not _STATE.search(before))
        or _CONTINUATION.match(text)
        or _is_hyphenated(before, text)
    ):
        return True
    if before.count("(") > before.count(")") and ")" in text and not find_dates(before):
        return True
    few = len(text.split()) <= _WORDS_LEFT_OVER and not text.endswith(".") and not find_dates(text)
    few = few and not are_flush_right(above.line, row.line)
    return few and "\t" not in text and margins.has_no_room(above.line, text.split()[0])


def _behind_dates(text: str) -> str:
    """The text without a first cell that holds nothing but dates."""
    cell, tab, rest = text.partition("\t")
    return rest if tab and not without_dates(cell, find_dates(cell)).strip() else text


def _fill_cell(above: Row, row: Row, text: str) -> str | None:
    """`Event Manager –` with its period in a cell beside it goes on in the row below: the two with the period behind."""
    cell, tab, period = above.text.strip().partition("\t")
    spans = find_dates(period) if tab else ()
    if not spans or without_dates(period, spans).strip() or "\t" in text or find_dates(text) or BULLET.match(row.text):
        return None
    look, own = style_of(above.line), style_of(row.line)
    alike = own.bold == look.bold and abs(own.size - look.size) <= 0.06 and row.line.gap <= 0.5
    open_bracket = cell.count("(") > cell.count(")") and ")" in text
    unfinished = open_bracket or cell.rstrip().lower().endswith(_RUNS_ON) or _DANGLING.search(cell)
    return f"{cell.rstrip()} {text}\t{period}" if (alike or open_bracket) and unfinished else None


def _names_columns(text: str) -> bool:
    return "\t" in text and bool(read_columns(text))


def _is_hyphenated(before: str, text: str) -> bool:
    return before.endswith("-") and before[-2:-1].islower() and text[:1].islower()


def _mend(rows: list[Row], first: int, second: int, day_first: bool) -> bool:
    """Move the second row's first cell behind the first row's first cell when only together they are a period."""
    cell, tab, rest = rows[first].text.partition("\t")
    fragment, other_tab, other = rows[second].text.strip().partition("\t")
    if len(cell) > 40 or not _FRAGMENT.match(fragment) or not _UNFINISHED.search(cell):
        return False
    joined = f"{cell.rstrip()} {fragment}"
    spans = find_dates(joined, day_first)
    if len(spans) != 1 or spans[0].single or spans[0].open_ended:
        return False
    if (joined[: spans[0].begin] + joined[spans[0].stop :]).strip(" ,.()"):
        return False
    rows[first] = with_text(rows[first], joined + tab + rest)
    if other_tab:
        rows[second] = with_text(rows[second], other)
    else:
        del rows[second]
    return True
