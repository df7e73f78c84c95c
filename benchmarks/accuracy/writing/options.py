"""What a template lets a writer choose."""

from dataclasses import dataclass
from typing import Literal

from benchmarks.accuracy.writing.dates import COMMON


@dataclass(frozen=True, slots=True)
class Options:
    dates: tuple[str, ...] = COMMON
    """Keys of `dates.STYLES`."""
    study_dates: Literal["range", "end", "either"] = "either"
    linkedin: Literal["text", "link", "either"] = "either"
    """Written out, or only the target of a link."""
    unusual_headings: bool = False
    skill_levels: bool = False
    hides_email: bool = False
    """Writes `name at host dot org`."""
    two_phones: bool = False
    credentials: bool = False
    """Letters after the name, which are no part of it."""
    max_jobs: int = 12
