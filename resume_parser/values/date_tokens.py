"""Single dates, and the pieces of dates that are one only at the end of a period."""

import re
from dataclasses import dataclass

from resume_parser.values.date_patterns import TOKEN
from resume_parser.values.date_words import ERAS, MONTHS
from resume_parser.values.partial_date import PartialDate

_PIVOT = 50
"""Two-digit years from here on belong to the 1900s."""


@dataclass(frozen=True, slots=True)
class Token:
    begin: int
    stop: int
    date: PartialDate | None
    month_only: int | None = None
    needs_range: bool = False
    """Too short to be a date by itself: `05/19`, `Jan 19`, a month without its year."""


def _year_of(two_digits: str) -> int:
    number = int(two_digits)
    return 1900 + number if number >= _PIVOT else 2000 + number


def find_tokens(text: str, day_first: bool) -> list[Token]:
    """The dates in the text, and what may be one end of a period, in order."""
    found = []
    for match in TOKEN.finditer(text):
        token = _read(match, day_first)
        if token is not None:
            found.append(token)
    return found


def _read(match: re.Match[str], day_first: bool) -> Token | None:
    """The date that a match of `TOKEN` says; None when its numbers make no date."""
    if match.lastgroup == "year":
        return Token(*match.span(), PartialDate(int(match.group())))
    if match.lastgroup == "name_year":
        return Token(*match.span(), PartialDate(int(match["name_year"]), MONTHS[match["name_month"].casefold()]))
    got = match.groupdict()
    begin, stop = match.span()

    def token(year: int, month: str | int | None = None, day: str | None = None, needs_range: bool = False) -> Token:
        number = MONTHS[month.casefold()] if isinstance(month, str) and not month.isdigit() else month
        date = PartialDate(year, int(number) if number else None, int(day) if day else None)
        return Token(begin, stop, date, needs_range=needs_range)

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
        return token(_year_of(got["short_year"]), got["short_month"], needs_range=got["short_mark"] in "- /")
    for name in ("season_year", "quarter_year", "year_quarter", "year"):
        if got[name]:
            return token(int(got[name]))
    if got["season_short"] or got["apostrophe_year"]:
        return token(_year_of(got["season_short"] or got["apostrophe_year"]))
    if got["ym_year"]:
        return token(int(got["ym_year"]), got["ym_month"])
    if got["my_year"]:
        return token(int(got["my_year"]), got["my_month"])
    if got["compact_year"]:
        return token(int(got["compact_year"]), got["compact_month"], got["compact_day"], needs_range=True)
    if got["dash_year"]:
        return token(_year_of(got["dash_year"]), got["dash_month"], needs_range=True)
    if got["sh_year"]:
        return token(_year_of(got["sh_year"]), got["sh_month"], needs_range=True)
    month = int(got["first_month"]) if got["first_month"] else MONTHS[got["bare_month"].casefold()]
    return Token(begin, stop, None, month, needs_range=True)


def _numeric_day(match: re.Match[str], day_first: bool) -> Token | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["dmy_year"])
    if first > 12 or match["mark"] == "." or (day_first and second <= 12):
        day, month = first, second
    else:
        month, day = first, second
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Token(*match.span(), PartialDate(year, month, day))
