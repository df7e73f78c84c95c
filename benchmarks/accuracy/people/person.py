"""An invented person, before any layout: what happened, not how it is written."""

from dataclasses import dataclass
from typing import Literal

Split = Literal["tune", "held_out"]


@dataclass(frozen=True, slots=True)
class Month:
    year: int
    month: int

    @classmethod
    def counted(cls, months: int) -> "Month":
        """From months since year 0, the inverse of `count`."""
        return cls(months // 12, months % 12 + 1)

    @property
    def count(self) -> int:
        return self.year * 12 + self.month - 1


@dataclass(frozen=True, slots=True)
class Job:
    company: str
    title: str
    location: str
    start: Month
    end: Month | None
    """None while it is ongoing."""
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Degree:
    institution: str
    kind: str
    """A key of `degree_style.KINDS`."""
    field: str
    location: str
    start: Month
    end: Month
    grade: str
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Decoy:
    """A section that a parser must keep apart from work, education and skills."""

    kind: str
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    identity: str
    split: Split
    region: str
    """ISO 3166 code of the country."""
    country: str
    full_name: str
    headline: str
    email: str
    phone_e164: str
    second_phone_e164: str
    linkedin_slug: str | None
    city: str
    summary: str
    jobs: tuple[Job, ...]
    """Latest first."""
    degrees: tuple[Degree, ...]
    """Latest first."""
    skill_groups: tuple[tuple[str, tuple[str, ...]], ...]
    decoys: tuple[Decoy, ...]

    @property
    def skills(self) -> tuple[str, ...]:
        return tuple(skill for _, skills in self.skill_groups for skill in skills)
