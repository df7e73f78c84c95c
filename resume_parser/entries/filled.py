"""A role of an entry, filled."""

from dataclasses import dataclass

from resume_parser.entries.parts import Part


@dataclass(frozen=True, slots=True)
class Filled:
    """The text of a role, the parts it was made of, and how much better it fits than its rivals (natural log)."""

    text: str
    parts: tuple[Part, ...]
    margin: float
