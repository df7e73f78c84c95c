"""Dates of a record and their two columns: the first day of the period, and how precise it is."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

PRESENT = "present"
Precision = Literal["year", "month", "day"]

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_LENGTH_OF: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True, slots=True)
class StoredDate:
    first_day: date
    precision: Precision

    def __str__(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        return self.first_day.isoformat()[: _LENGTH_OF[self.precision]]

    def agrees_with(self, other: "StoredDate") -> bool:
        """Whether both can mean the same day, at the coarser of their precisions."""
        mine, theirs = str(self), str(other)
        return mine.startswith(theirs) or theirs.startswith(mine)

    def is_finer_than(self, other: "StoredDate") -> bool:
        return len(str(self)) > len(str(other))


def read_date(written: str | None) -> StoredDate | None:
    """None for `present`, and for what is no date."""
    match = _WRITTEN.fullmatch(written or "")
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        first_day = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return StoredDate(first_day, "day" if day else "month" if month else "year")


def as_columns(stored: StoredDate | None) -> tuple[date | None, Precision | None]:
    return (None, None) if stored is None else (stored.first_day, stored.precision)


def from_columns(first_day: date | None, precision: str | None) -> StoredDate | None:
    if first_day is None:
        return None
    known: tuple[Precision, ...] = ("year", "month")
    return StoredDate(first_day, next((name for name in known if name == precision), "day"))


def write_end(end: StoredDate | None, *, is_current: bool) -> str | None:
    """As records write an end: a date, `present`, or None."""
    return PRESENT if is_current else None if end is None else str(end)
