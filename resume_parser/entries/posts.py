"""Several posts on one row, each with its period: `Cashier (2014-2016) → Shift Lead (2016-2019)`."""

import re
from dataclasses import replace

from resume_parser.entries.broken_periods import with_text
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import without_dates
from resume_parser.sections.section import Row
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_title_word

_BETWEEN = re.compile(r"\s*(?:→|⟶|➔|➜|►|▶|>{1,2}|[-=]>|;|,|\||/|\band\b|\bthen\b)\s*(?=[^\W\d_])", re.IGNORECASE)
_MOST_WORDS = 8


def split_posts(row: Row, day_first: bool) -> list[Row]:
    """A row for each post; the row itself when it holds no more than one."""
    text = row.text
    if BULLET.match(text):
        return [row]
    spans = find_dates(text, day_first)
    if len(spans) < 2 or sum(not span.single for span in spans) < 2:
        return [row]
    pieces: list[str] = []
    begin = 0
    for separator in _BETWEEN.finditer(text):
        piece = text[begin : separator.start()]
        if _is_post(piece, day_first):
            pieces.append(piece)
            begin = separator.end()
    pieces.append(text[begin:])
    if len(pieces) < 2 or not all(_is_post(piece, day_first) for piece in pieces):
        return [row]
    first, *others = (with_text(row, piece.strip()) for piece in pieces)
    return [first, *(Row(other.index, replace(other.line, gap=0.0)) for other in others)]


def _is_post(piece: str, day_first: bool) -> bool:
    """Whether a title and its period are all that the piece holds."""
    spans = find_dates(piece, day_first)
    if len(spans) != 1 or spans[0].single:
        return False
    name = without_dates(piece, spans)
    return has_title_word(name) and len(name.split()) <= _MOST_WORDS
