"""A date that is as precise as the text says."""

from dataclasses import dataclass


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
