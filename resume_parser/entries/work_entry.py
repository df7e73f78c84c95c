"""One position as found in a work section."""

from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.entries.period import Period
from resume_parser.entries.scoring import Scores


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
    parts: tuple[Part, ...] = ()
    """All pieces of the header, whatever role they play."""
    scores: tuple[Scores, ...] = ()
    """What each of them is likely to be."""
    inherited: bool = False
    """The company stands in a heading above several positions."""

    @property
    def lead(self) -> Part | None:
        """What the header begins with."""
        return self.parts[0] if self.parts else None
