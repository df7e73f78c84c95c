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
    TOKEN,
)
from resume_parser.values.date_words import ERAS, MONTHS

PRESENT: Literal["present"] = "present"
_SHORT_END = re.compile(rf"{APOSTROPHE}?(\d\d)(?![\d\w%])(?!\s*[+.,]\d)")
_SHORT_YEARS = re.compile(r"(?P<year>\d{4})\s?[-/](?P<end>\d\d)$")
_MONTH_FIRST = frozenset({None, "en"})
"""Languages in which a month may stand before its day."""
_PIVOT = 50
"""Two-digit years from here on belong to the 1900s."""
_REACH = 80
"""Characters before a date in which words may stand that speak of it."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day. Not ordered: of `2019` and `2019-05` neither is the earlier."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def is_before(self, other: "PartialDate") -> bool:
        """Whether it is earlier as far as both are precise."""
        for own, others in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if own is None or others is None:
                return False
            if own != others:
                return own < others
        return False

    @property
    def first_month(self) -> int:
        """Months since year 0; a bare year counts from its January."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def last_month(self) -> int:
        """Months since year 0; a bare year counts to its December."""
        return self.year * 12 + (self.month or 12) - 1


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


@dataclass(frozen=True, slots=True)
class _Token:
    begin: int
    stop: int
    date: PartialDate | None
    month_only: int | None = None
    needs_range: bool = False
    """Too short to be a date by itself: `05/19`, `Jan 19`, a month without its year."""


def year_of(two_digits: str) -> int:
    number = int(two_digits)
    return 1900 + number if number >= _PIVOT else 2000 + number


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
    tokens = _tokens(text, day_first)
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


def _tokens(text: str, day_first: bool) -> list[_Token]:
    found = []
    for match in TOKEN.finditer(text):
        token = _read(match, day_first)
        if token is not None:
            found.append(token)
    return found


def _read(match: re.Match[str], day_first: bool) -> _Token | None:
    """The date that a match of `TOKEN` says; None when its numbers make no date."""
    if match.lastgroup == "year":
        return _Token(*match.span(), PartialDate(int(match.group())))
    if match.lastgroup == "name_year":
        return _Token(*match.span(), PartialDate(int(match["name_year"]), MONTHS[match["name_month"].casefold()]))
    got = match.groupdict()
    begin, stop = match.span()

    def token(year: int, month: str | int | None = None, day: str | None = None, needs_range: bool = False) -> _Token:
        number = MONTHS[month.casefold()] if isinstance(month, str) and not month.isdigit() else month
        date = PartialDate(year, int(number) if number else None, int(day) if day else None)
        return _Token(begin, stop, date, needs_range=needs_range)

    if got["iso_year"]:
        return token(int(got["iso_year"]), got["iso_month"], got["iso_day"])
    if got["cjk_year"]:
        return token(int(got["cjk_year"]), got["cjk_month"], got["cjk_day"])
    if got["era"]:
        year = 1 if got["era_year"] == "元" else int(got["era_year"])
        return token(ERAS[got["era"]] + year, got["era_month"], got["era_day"])
    if got["dmy_year"]:
        return _numeric_day(match, day_first)
    for prefix in ("day", "us", "name", "rev"):
        if got[f"{prefix}_year"]:
            day = got["day_before"] or got["us_day"]
            return token(int(got[f"{prefix}_year"]), got[f"{prefix}_month"], day)
    if got["short_year"]:
        return token(year_of(got["short_year"]), got["short_month"], needs_range=got["short_mark"] in "- /")
    for name in ("season_year", "quarter_year", "year_quarter", "year"):
        if got[name]:
            return token(int(got[name]))
    if got["season_short"] or got["apostrophe_year"]:
        return token(year_of(got["season_short"] or got["apostrophe_year"]))
    if got["ym_year"]:
        return token(int(got["ym_year"]), got["ym_month"])
    if got["my_year"]:
        return token(int(got["my_year"]), got["my_month"])
    if got["compact_year"]:
        return token(int(got["compact_year"]), got["compact_month"], got["compact_day"], needs_range=True)
    if got["dash_year"]:
        return token(year_of(got["dash_year"]), got["dash_month"], needs_range=True)
    if got["sh_year"]:
        return token(year_of(got["sh_year"]), got["sh_month"], needs_range=True)
    month = int(got["first_month"]) if got["first_month"] else MONTHS[got["bare_month"].casefold()]
    return _Token(begin, stop, None, month, needs_range=True)


def _numeric_day(match: re.Match[str], day_first: bool) -> _Token | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["dmy_year"])
    if first > 12 or match["mark"] == "." or (day_first and second <= 12):
        day, month = first, second
    else:
        month, day = first, second
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _Token(*match.span(), PartialDate(year, month, day))


def _span_at(text: str, tokens: list[_Token], position: int) -> tuple[DateSpan | None, int]:
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


def _pair(first: _Token, second: _Token) -> tuple[PartialDate, PartialDate] | None:
    """Start and end, a month without its year taking the other's, or the year before: `Nov – Feb 2012`."""
    start, end = first.date, second.date
    if start is None and first.month_only and end is not None:
        turned = end.month is not None and first.month_only > end.month
        start = PartialDate(end.year - turned, first.month_only)
    if end is None and second.month_only and start is not None:
        end = PartialDate(start.year, second.month_only)
    return (start, end) if start is not None and end is not None else None


def _single(text: str, token: _Token) -> DateSpan | None:
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
