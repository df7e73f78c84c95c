"""The person's e-mail address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from resume_parser.document import Line
from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.fields.wrapped_email import find_wrapped
from resume_parser.ownership.owners import Owners, Whose
from resume_parser.record import Field
from resume_parser.sections.kinds import SectionKind
from resume_parser.values import email

_OF_THE_NAME = 0.05
"""What an address made of the person's name is preferred by."""


@dataclass(frozen=True, slots=True)
class FoundEmail:
    """The person's address; or, where there are only those of others, or whose they are cannot be told, their lines."""

    field: Field[str] | None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenEmail:
    """An address of the document, whoever's it is."""

    address: str
    lines: tuple[int, ...]
    sure: float
    """How surely it is whole, 0 to 1."""
    before: str
    """The text before it on its line."""


def written_emails(lines: tuple[Line, ...]) -> list[WrittenEmail]:
    """All addresses, in the order of the lines that they begin on."""
    found: list[WrittenEmail] = []
    for index, line in enumerate(lines):
        for address, used, sure in _on_line(lines, index):
            if not any(index in known.lines and known.address.endswith(address) for known in found):
                found.append(WrittenEmail(address, used, sure, line.text.partition(address)[0]))
    return found


def find_email(context: Context, written: Sequence[WrittenEmail], owners: Owners) -> FoundEmail:
    """The most credible address: contact sections before others, the top before the bottom, never somebody else's."""
    count = max(1, len(context.document.lines))
    best: Field[str] | None = None
    highest = 0.0
    others: list[int] = []
    for item in written:
        index = item.lines[0]
        whose = owners.of_email(item.address, index, item.before)
        if whose is Whose.OTHERS:
            others.extend(item.lines)
            continue
        score = item.sure * _weight(owners.kind_of(index), index / count) * whose.value
        rank = score + _OF_THE_NAME * owners.agrees(item.address)
        if best is None or rank > highest:
            best, highest = Field(item.address, score, item.lines), rank
    if best is None:
        return FoundEmail(None, tuple(dict.fromkeys(others)))
    return FoundEmail(replace(best, confidence=min(0.99, best.confidence)))


def _weight(kind: SectionKind, depth: float) -> float:
    if kind in CONTACT_KINDS:
        return 1.0 - 0.02 * depth
    return 0.9 - 0.15 * depth


def _on_line(lines: tuple[Line, ...], index: int) -> list[tuple[str, tuple[int, ...], float]]:
    """Addresses that begin on the line, with their lines and how surely they are whole."""
    targets = _linked(lines[index]) if lines[index].links else []
    found: list[tuple[str, tuple[int, ...], float]] = [
        (_as_in_link(span.address, targets), (index,), 0.93 if span.obfuscated else 0.99)
        for span in email.find_emails(lines[index].text)
    ]
    wrapped = find_wrapped(lines, index)
    if wrapped is not None:
        address, used = wrapped
        kept = [item for item in found if not address.startswith(item[0])]
        return [*kept, (address, used, 0.95)]
    return found or [(address, (index,), 0.96) for address in targets]


def _linked(line: Line) -> list[str]:
    return [
        address
        for target in line.links
        if target.lower().startswith("mailto:") and (address := email.clean(unquote(target)))
    ]


def _as_in_link(address: str, targets: Sequence[str]) -> str:
    """The whole address, where the link on it says more than the text does."""
    return next((target for target in targets if target.lower().startswith(address.lower())), address)
