"""Which rows are the next line of the running text above them."""

import re
from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.sections.section import Row
from resume_parser.values.dates import find_dates

_MOST_LEADING = 0.45
"""White space above the next line of a paragraph, in body line heights, at the most."""
_SHORTEST_FULL_LINE = 25
_LEAST_HAND_WRAP, _MOST_HAND_WRAP = 60, 110
"""Characters of the longest line where lines without a place on a page were broken by hand."""
_UNFINISHED = re.compile(
    r"(?:[,(&/–-]|\b(?:and|or|the|a|an|of|for|with|to|in|on|at|by|from|since|until|as|into|over|under|between))$"
)
_GOES_ON = re.compile(r"\s*[,;.)]?\s*(?:[a-z(]|$)")


class Margins:
    """Where the lines of each column end at the most, as far as a section's rows tell."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._edges: dict[tuple[int, int], float] = {}
        # The second longest: the longest alone need not have been broken by a margin.
        self._longest = next(iter(sorted((len(row.text) for row in rows if row.line.box is None), reverse=True)[1:]), 0)
        for row in rows:
            box = row.line.box
            if box is not None:
                place = (row.line.page, row.line.column)
                self._edges[place] = max(self._edges.get(place, 0.0), box[2])

    def has_no_room(self, line: Line, word: str, least: int = _SHORTEST_FULL_LINE) -> bool:
        """Whether the word would not have fitted at the end of the line: that line was broken by the margin."""
        if line.box is None:
            by_hand = _LEAST_HAND_WRAP <= self._longest <= _MOST_HAND_WRAP and len(line.text) <= self._longest
            return by_hand and len(line.text) + len(word) >= self._longest
        if len(line.text) < least:
            return False
        width = (line.box[2] - line.box[0]) / len(line.text)
        return line.box[2] + (len(word) + 1) * width >= self._edges.get((line.page, line.column), 0.0)


def runs_on(above: Row, row: Row, text: str, margins: Margins) -> bool:
    """Whether a row, even one with a date, goes on with the running text above it."""
    if not _is_set_alike(above.line, row.line):
        return False
    before = above.text.rstrip()
    spans = find_dates(text)
    opens_with_period = bool(spans) and spans[0].begin == 0 and not spans[0].single
    if opens_with_period and not _GOES_ON.match(text[spans[0].stop :]):
        return False
    if text[:1].islower() and not (spans and spans[0].begin == 0):
        return True
    if _UNFINISHED.search(before) or before.count("(") > before.count(")"):
        return True
    lone = opens_with_period and spans[0].stop >= len(text)
    return not lone and margins.has_no_room(above.line, text.split()[0])


def _is_set_alike(above: Line, line: Line) -> bool:
    same_place = (line.page, line.column) == (above.page, above.column)
    plain = not line.bold or above.bold
    return same_place and plain and line.gap <= _MOST_LEADING and abs(line.size - above.size) <= 0.06


def continues(above: Row, above_text: str, above_bullet: bool, row: Row, text: str) -> bool:
    """The same of a row without a date, for which less is enough."""
    line, upper = row.line, above.line
    if (line.bold and not upper.bold) or line.gap > _MOST_LEADING or abs(line.size - upper.size) > 0.06:
        return False
    if text[:1].islower() or text[:1] in "&(":
        return True
    if above_text.endswith((".", "!", "?", ";")):
        return False
    if above_text.endswith((",", " and", " the", " of", " for", " with", "-", " to", " in", " a")):
        return True
    hanging = upper.indent + (0.6 if above_bullet else 0)
    wide = len(above.text) >= 60
    return wide and (line.indent >= hanging - 0.1 if above_bullet else line.indent == upper.indent)
