"""Dates as resumes write them: as precise as the text says, alone or as the two ends of a period."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from resume_parser.values.date_patterns import (
    AFTER_YEAR,
    ANY_DATE_CHARACTER,
    APOSTROPHE,
    CLOSED_BEFORE,
    DAY_MONTH_YEAR,
    DURATION,
    EXPECTED_AFTER,
    EXPECTED_BEFORE,
    HOUSE_NUMBER,
    LABEL_BEFORE,
    LOOSE_SEPARATOR,
    ONGOING_BEFORE,
    PERIOD_BEFORE,
    SEPARATOR,
    STILL,
)
from resume_parser.values.date_tokens import Token, find_tokens
from resume_parser.values.partial_date import PartialDate

PRESENT: Literal["present"] = "present"
_SHORT_END = re.compile(rf"{APOSTROPHE}?(\d\d)(?![\d\w%])(?!\s*[+.,]\d)")
_SHORT_YEARS = re.compile(r"(?P<year>\d{4})\s?[-/](?P<end>\d\d)$")
_MONTH_FIRST = frozenset({None, "en"})
"""Languages in which a month may stand before its day."""
_REACH = 80
"""Characters before a date in which words may stand that speak of it."""


End = PartialDate | Literal["present"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """`text[begin:stop]` speaks of a date or a period. A single date has its `end` only, and `single` set."""

    begin: int
    stop: int
    start: PartialDate | None
    end: End | None
    single: bool = False
    expected: bool = False
    open_ended: bool = False
    """The text stops after the separator: the end may stand on the next line."""


def clean(text: str) -> str | None:
    """The single date that the text is, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None when it is not one.

    Seasons and quarters name no month: they give their year.
    """
    spans = find_dates(text)
    if len(spans) != 1 or not spans[0].single:
        return None
    span = spans[0]
    outside = text[: span.begin] + text[span.stop :]
    return str(span.end) if not outside.strip(" .,()[]") else None


@lru_cache(maxsize=4096)
def find_dates(text: str, day_first: bool = False) -> tuple[DateSpan, ...]:
    """Dates and periods in the text, in order. `day_first` settles `03/04/2020`, which is else month first."""
    if not ANY_DATE_CHARACTER.search(text):
        return ()
    if day_first and not DAY_MONTH_YEAR.search(text):
        return find_dates(text)
    tokens = find_tokens(text, day_first)
    spans: list[DateSpan] = []
    position = 0
    while position < len(tokens):
        span, used = _span_at(text, tokens, position)
        if span is not None:
            spans.append(_widen(text, span))
        position += used
    return tuple(spans)


def writes_day_first(texts: Iterable[str], language: str | None) -> bool:
    """Whether `03/04/2020` is the third of April: by the dates that can be read in one way only, else by the language."""
    day_first = month_first = 0
    for text in texts:
        for match in DAY_MONTH_YEAR.finditer(text):
            first, second = int(match[1]), int(match[2])
            day_first += first > 12 >= second
            month_first += second > 12 >= first
    return day_first > 0 or (month_first == 0 and language not in _MONTH_FIRST)


def _span_at(text: str, tokens: list[Token], position: int) -> tuple[DateSpan | None, int]:
    """The span that begins with the token at `position`, and how many tokens it uses."""
    token = tokens[position]
    separator = SEPARATOR.match(text, token.stop)
    follower = tokens[position + 1] if position + 1 < len(tokens) else None
    if separator:
        if follower is not None and follower.begin == separator.end():
            pair = _pair(token, follower)
            if pair:
                return DateSpan(token.begin, follower.stop, *pair), 2
        present = STILL.match(text, separator.end())
        if present and token.date and not token.month_only:
            return DateSpan(token.begin, present.end(), token.date, PRESENT), 1
        short = _SHORT_END.match(text, separator.end())
        if short and token.date and token.date.month is None:
            end = PartialDate(token.date.year // 100 * 100 + int(short[1]))
            if 0 <= end.year - token.date.year <= 50 or int(short[1]) <= token.date.year % 100 - 50:
                end = end if end.year >= token.date.year else PartialDate(end.year + 100)
                used = 2 if follower is not None and follower.begin < short.end() else 1
                return DateSpan(token.begin, short.end(), token.date, end), used
        ends_cell = separator.group().rstrip(" ").endswith("\t")
        if token.date and (ends_cell or not text[separator.end() :].strip(" )].")) and "/" not in separator.group():
            stop = token.stop + len(separator.group().rstrip())
            return DateSpan(token.begin, stop, token.date, PRESENT, open_ended=True), 1
    if follower is not None and not token.needs_range and not follower.needs_range and token.date and follower.date:
        gap = text[token.stop : follower.begin]
        if LOOSE_SEPARATOR.fullmatch(gap) and token.date.is_before(follower.date):
            return DateSpan(token.begin, follower.stop, token.date, follower.date), 2
    if token.date and "\t" in text[token.stop : token.stop + 2]:
        present = STILL.match(text, token.stop + len(text[token.stop :]) - len(text[token.stop :].lstrip()))
        if present and text[present.end() :].lstrip(" ")[:1] in {"", "\t"}:
            return DateSpan(token.begin, present.end(), token.date, PRESENT), 1
    return _single(text, token), 1


def _pair(first: Token, second: Token) -> tuple[PartialDate, PartialDate] | None:
    """Start and end, a month without its year taking the other's, or the year before: `Nov – Feb 2012`."""
    start, end = first.date, second.date
    if start is None and first.month_only and end is not None:
        turned = end.month is not None and first.month_only > end.month
        start = PartialDate(end.year - turned, first.month_only)
    if end is None and second.month_only and start is not None:
        end = PartialDate(start.year, second.month_only)
    return (start, end) if start is not None and end is not None else None


def _single(text: str, token: Token) -> DateSpan | None:
    if token.date is None or token.needs_range or HOUSE_NUMBER.match(text, token.begin):
        return None
    short_years = _SHORT_YEARS.match(text[token.begin : token.stop])
    if short_years and int(short_years["end"]) > max(12, token.date.year % 100):
        # 2015-17 is two years; 2010-12 is read as ISO writes months.
        end = PartialDate(token.date.year // 100 * 100 + int(short_years["end"]))
        return DateSpan(token.begin, token.stop, PartialDate(token.date.year), end)
    if token.begin:
        ongoing = _before(text, token.begin, ONGOING_BEFORE)
        if ongoing:
            return DateSpan(ongoing.start(), token.stop, token.date, PRESENT)
        closed = _before(text, token.begin, CLOSED_BEFORE)
        if closed:
            return DateSpan(closed.start(), token.stop, None, token.date)
    return DateSpan(token.begin, token.stop, None, token.date, single=True)


def _before(text: str, begin: int, words: re.Pattern[str]) -> re.Match[str] | None:
    """Such words right before a date, which begins at `begin`."""
    return words.search(text, max(0, begin - _REACH), begin)


def _after_year_word(text: str, stop: int) -> int:
    match = AFTER_YEAR.match(text, stop)
    return match.end() if match else stop


def _widen(text: str, span: DateSpan) -> DateSpan:
    """The span with the words and brackets around it that speak of the date alone."""
    begin, stop, expected = span.begin, _after_year_word(text, span.stop), span.expected
    opening = None if span.single or begin == 0 else _before(text, begin, PERIOD_BEFORE)
    begin = opening.start() if opening else begin
    before = _before(text, begin, EXPECTED_BEFORE) if begin else None
    if before:
        begin, expected = before.start(), True
    elif begin:
        label = _before(text, begin, LABEL_BEFORE)
        if label and ("\t" not in label.group() or ":" in label.group()):
            begin = label.start()
    after = EXPECTED_AFTER.match(text, stop)
    if after:
        stop, expected = after.end(), True
    duration = DURATION.match(text, stop)
    if duration:
        stop = duration.end()
    if text[:begin].rstrip()[-1:] in {"(", "["} and text[stop:].lstrip()[:1] in {")", "]"}:
        begin = len(text[:begin].rstrip()) - 1
        stop = stop + len(text[stop:]) - len(text[stop:].lstrip()) + 1
    end: End | None = span.end
    return DateSpan(begin, stop, span.start, end, span.single, expected, span.open_ended)
