"""One position as found in a work section."""

from dataclasses import dataclass

from resume_parser.entries.blocks import Block
from resume_parser.entries.filled import Filled
from resume_parser.entries.period import Period


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """One position as found; texts still as written."""

    title: Filled | None
    company: Filled | None
    location: Filled | None
    period: Period | None
    description: tuple[str, ...]
    lines: tuple[int, ...]
    block: Block
    inherited: bool = False
    """The company stands in a heading above several positions."""
