"""How resumes write dates, and what a reader can know from each way."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.accuracy.people.person import Month

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = (
    "Winter",
    "Winter",
    "Spring",
    "Spring",
    "Spring",
    "Summer",
    "Summer",
    "Summer",
    "Fall",
    "Fall",
    "Fall",
    "Winter",
)
ONGOING = ("Present", "present", "Current", "Now", "Today", "Ongoing", "to date", "till date")
SEPARATORS = (" – ", " - ", "–", " — ", " to ", "-")

Alternatives = tuple[str, ...]
"""Record values that are all right: a season may be taken as its year or as any of its months."""


@dataclass(frozen=True, slots=True)
class DateStyle:
    write: Callable[[Month, random.Random], str]
    precision: str
    """year, month, day or season."""
    hyphen_joins: bool = True
    """Whether a bare hyphen or dash between two such dates can still be read."""


def _short(month: Month) -> str:
    return MONTHS[month.month - 1][:3]


STYLES: dict[str, DateStyle] = {
    "mon_year": DateStyle(lambda m, _: f"{_short(m)} {m.year}", "month"),
    "month_year": DateStyle(lambda m, _: f"{MONTHS[m.month - 1]} {m.year}", "month"),
    "mon_comma_year": DateStyle(lambda m, _: f"{_short(m)}, {m.year}", "month"),
    "mon_dot_year": DateStyle(lambda m, _: f"{_short(m)}. {m.year}", "month"),
    "upper_mon_year": DateStyle(lambda m, _: f"{_short(m).upper()} {m.year}", "month"),
    "slash": DateStyle(lambda m, _: f"{m.month:02d}/{m.year}", "month"),
    "dot": DateStyle(lambda m, _: f"{m.month:02d}.{m.year}", "month"),
    "short_slash": DateStyle(lambda m, _: f"{m.month:02d}/{m.year % 100:02d}", "month"),
    "apostrophe": DateStyle(lambda m, _: f"{_short(m)} '{m.year % 100:02d}", "month"),
    "curly_apostrophe": DateStyle(lambda m, _: f"{_short(m)} ’{m.year % 100:02d}", "month"),
    "iso_month": DateStyle(lambda m, _: f"{m.year}-{m.month:02d}", "month", hyphen_joins=False),
    "iso_day": DateStyle(lambda m, rng: f"{m.year}-{m.month:02d}-{rng.randint(1, 28):02d}", "day", hyphen_joins=False),
    "day_month": DateStyle(lambda m, rng: f"{rng.randint(1, 28)} {MONTHS[m.month - 1]} {m.year}", "day"),
    "us_day": DateStyle(lambda m, rng: f"{MONTHS[m.month - 1]} {rng.randint(1, 28)}, {m.year}", "day"),
    "season": DateStyle(lambda m, _: f"{SEASONS[m.month - 1]} {m.year}", "season"),
    "year": DateStyle(lambda m, _: f"{m.year}", "year"),
}
COMMON = ("mon_year", "month_year", "slash", "year", "mon_dot_year", "mon_comma_year", "upper_mon_year")


@dataclass(frozen=True, slots=True)
class WrittenRange:
    text: str
    start_text: str
    end_text: str
    start: Alternatives
    end: Alternatives


@dataclass(frozen=True, slots=True)
class DateWriter:
    """One person's way of writing dates, kept through a document."""

    style: str
    separator: str
    ongoing: str
    since: str
    """`since {}`, `From {}`, `{} –` or empty: how ongoing work is written without an end."""

    @classmethod
    def drawn(cls, rng: random.Random, styles: tuple[str, ...]) -> "DateWriter":
        style = rng.choice(styles)
        joins = STYLES[style].hyphen_joins
        separator = rng.choice(SEPARATORS if joins else tuple(mark for mark in SEPARATORS if mark.startswith(" ")))
        since = rng.choice(("since {}", "Since {}", "{} –", "From {}")) if rng.random() < 0.12 else ""
        return cls(style, separator, rng.choice(ONGOING), since)

    def point(self, month: Month, rng: random.Random) -> tuple[str, Alternatives]:
        """The text of one date and what it says."""
        style = STYLES[self.style]
        text = style.write(month, rng)
        return text, _known(text, month, style.precision)

    def span(self, start: Month, end: Month | None, rng: random.Random) -> WrittenRange:
        start_text, start_known = self.point(start, rng)
        if end is not None:
            end_text, end_known = self.point(end, rng)
            return WrittenRange(f"{start_text}{self.separator}{end_text}", start_text, end_text, start_known, end_known)
        if self.since:
            text = self.since.format(start_text)
        elif self.ongoing in ("to date", "till date"):
            text = f"{start_text} {self.ongoing}"
        else:
            text = f"{start_text}{self.separator}{self.ongoing}"
        return WrittenRange(text, start_text, self.ongoing.removeprefix("to "), start_known, ("present",))


def _known(text: str, month: Month, precision: str) -> Alternatives:
    if precision == "year":
        return (str(month.year),)
    if precision == "month":
        return (f"{month.year}-{month.month:02d}",)
    if precision == "season":
        season = SEASONS[month.month - 1]
        months = [number for number, name in enumerate(SEASONS, start=1) if name == season]
        return (str(month.year), *(f"{month.year}-{number:02d}" for number in months))
    digits = text.replace(",", "").split()
    day = text[-2:] if len(digits) == 1 else next(part for part in digits if part.isdigit() and len(part) < 3)
    return (f"{month.year}-{month.month:02d}-{int(day):02d}",)
