"""Jobs each told in one item of a list, its duties behind them: `• Driver, Acme Ltd, 2019 to now. Loading and yard work.`"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume_parser.entries.broken_periods import with_text
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.wrapping import continues
from resume_parser.sections.section import Row
from resume_parser.values.dates import DateSpan, find_dates
from resume_parser.vocabulary import has_title_word
from resume_parser.vocabulary.abbreviations import SENTENCE_STOP

_LEAST = 2
"""Items that tell of a job, and all others fewer."""
_MOST_WORDS = 16
"""Of a job's title, employer and period."""
_APART = 0.5
"""White space above an item, which never goes on with the text of the one before."""
_SENTENCE = re.compile(rf"(?<=[\w)])(?<!\b[^\W\d_]){SENTENCE_STOP}(?=[A-ZÀ-Þ])")
"""Behind no initial and no short form."""
_DUTIES = re.compile(r"\s*[-–—:]\s+(?=[a-zà-ÿ])")
"""Behind the period, before what was done there."""


def split_items(rows: Sequence[Row], day_first: bool) -> list[Row]:
    """The rows, of each such item one that names the job and one that tells of it; all as they are in other sections."""
    items = list(_items(rows))
    listed = [item for item in items if _is_item(item)]
    loose = any(_period(item[0].text, day_first) for item in items if not _is_item(item))
    if loose or len(listed) < _LEAST:
        return list(rows)
    cuts = [_cut(item, day_first) for item in listed]
    told = sum(cut is not None for cut in cuts)
    if told < _LEAST or told * 2 <= len(listed):
        return list(rows)
    by_first = {id(item[0]): cut for item, cut in zip(listed, cuts, strict=True) if cut}
    return [row for item in items for row in by_first.get(id(item[0]), item)]


def _is_item(rows: Sequence[Row]) -> bool:
    return BULLET.match(rows[0].text) is not None


def _items(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Each item with the rows that go on with it; each other row by itself."""
    item: list[Row] = []
    for row in rows:
        if item and not BULLET.match(row.text) and _is_item(item) and _goes_on(item, row):
            item.append(row)
            continue
        if item:
            yield item
        item = [row]
    if item:
        yield item


def _goes_on(item: Sequence[Row], row: Row) -> bool:
    last = item[-1]
    hangs = row.line.indent > item[0].line.indent + 0.5 and row.line.gap <= 0.45 and row.line.bold == last.line.bold
    return hangs or continues(last, last.text, last is item[0], row, row.text.strip())


def _period(text: str, day_first: bool) -> DateSpan | None:
    return next((span for span in find_dates(text, day_first) if not span.single), None)


def _cut(item: Sequence[Row], day_first: bool) -> list[Row] | None:
    """The row that names the job and the row that tells of it; None where the item does not begin with a job."""
    text = " ".join(row.text.strip() for row in item)
    text = BULLET.sub("", text, count=1)
    span = _period(text, day_first)
    if span is None:
        return None
    duties = _DUTIES.match(text, span.stop)
    end = duties or next((stop for stop in _SENTENCE.finditer(text) if stop.end() > span.stop), None)
    name = text[: end.start()] if end else text.rstrip(". ")
    if _SENTENCE.search(name) or not has_title_word(name) or len(name.split()) > _MOST_WORDS:
        return None
    first = _with_gap(with_text(item[0], name), max(item[0].line.gap, _APART))
    if end is None:
        return [first]
    return [first, _with_gap(with_text(item[-1], f"• {text[end.end() :]}"), 0.0)]


def _with_gap(row: Row, gap: float) -> Row:
    return Row(row.index, replace(row.line, gap=gap))
