"""One entry of a section, before its parts are read."""

from dataclasses import dataclass

from resume_parser.entries.facts import RowFacts


@dataclass(frozen=True, slots=True)
class Block:
    """One entry: its header rows, which of them holds the date (None without one), and the running text."""

    header: tuple[RowFacts, ...]
    anchor: int | None
    body: tuple[RowFacts, ...]
