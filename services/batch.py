"""What the steps of an ingest run hand to each other: resumes on their way, and those that have arrived.

A batch lives in memory only. It holds personal data, so it has no `repr` and is no collection: Prefect looks into
dataclasses and lists that tasks are given, and shall not look into this.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.leases import ClaimedResume
from resume_parser import Document, ParsedResume
from services.candidate_service import Match


@dataclass(frozen=True, slots=True, repr=False)
class Item:
    """One resume on its way; each step fills in its part."""

    claimed: ClaimedResume
    content: bytes | None = None
    """The stored bytes, where they are few enough to keep from `hash` to `extract`."""
    document: Document | None = None
    parsed: ParsedResume | None = None
    record: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()
    """Of the quality rules."""
    match: Match | None = None

    @property
    def id(self) -> int:
        return self.claimed.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended for one resume."""

    resume_id: int
    status: str
    reason: str | None = None
    matched_by: str | None = None


class Batch:
    """Items still on their way, outcomes of the others, and what each step cost."""

    __slots__ = ("items", "milliseconds", "outcomes", "today")

    def __init__(
        self,
        today: date,
        items: Iterable[Item] = (),
        outcomes: Iterable[Outcome] = (),
        milliseconds: Mapping[int, Mapping[str, float]] | None = None,
    ) -> None:
        self.today = today
        """What "today" is for the parser and the rules, the same for the whole run."""
        self.items: Sequence[Item] = tuple(items)
        self.outcomes: Sequence[Outcome] = tuple(outcomes)
        self.milliseconds: Mapping[int, Mapping[str, float]] = milliseconds or {}
        """Resume id -> step -> milliseconds."""

    def advance(
        self, items: Iterable[Item], settled: Iterable[Outcome], stage: str, spent: Mapping[int, float]
    ) -> "Batch":
        """The batch after a step: `items` go on, `settled` have arrived, `spent` is milliseconds by resume id."""
        ids = self.milliseconds.keys() | spent.keys()
        milliseconds = {
            resume_id: {
                **self.milliseconds.get(resume_id, {}),
                **({stage: spent[resume_id]} if resume_id in spent else {}),
            }
            for resume_id in ids
        }
        return Batch(self.today, items, (*self.outcomes, *settled), milliseconds)

    def __len__(self) -> int:
        return len(self.items)
