"""The person's e-mail address."""

from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.fields.context import CONTACT_KINDS, OTHERS_KINDS, Context
from resume_parser.record import Field
from resume_parser.sections.kinds import SectionKind
from resume_parser.values import email

_JOIN_LIMIT = 60


@dataclass(frozen=True, slots=True)
class _Candidate:
    address: str
    lines: tuple[int, ...]
    score: float


def find_email(context: Context) -> Field[str] | None:
    """The most credible address: contact sections before others, the top before the bottom, never a referee's when there is another."""
    kinds = {row.index: section.kind for section in context.sections for row in section.rows}
    lines = context.document.lines
    candidates = []
    for index, _line in enumerate(lines):
        kind = kinds.get(index, SectionKind.OTHER)
        for address, used, sure in _on_line(lines, index):
            score = sure * _weight(kind, index / max(1, len(lines)))
            candidates.append(_Candidate(address, used, score))
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.score)
    return Field(best.address, min(0.99, best.score), best.lines)


def _weight(kind: SectionKind, depth: float) -> float:
    if kind in CONTACT_KINDS:
        return 1.0 - 0.02 * depth
    if kind in OTHERS_KINDS:
        return 0.3
    return 0.9 - 0.15 * depth


def _on_line(lines: tuple[Line, ...], index: int) -> list[tuple[str, tuple[int, ...], float]]:
    line = lines[index]
    linked = [
        address for target in line.links if target.lower().startswith("mailto:") and (address := email.clean(target))
    ]
    broken = _broken_over_lines(lines, index)
    if broken:
        return [(broken, (index, index + 1), 0.95)]
    found = email.find_emails(line.text)
    if found:
        return [(span.address, (index,), 0.93 if span.obfuscated else 0.99) for span in found]
    return [(address, (index,), 0.96) for address in linked]


def _broken_over_lines(lines: tuple[Line, ...], index: int) -> str | None:
    """An address that a narrow column broke: the first line alone is no address or lacks its end."""
    text = lines[index].text.rstrip()
    if index + 1 >= len(lines) or lines[index + 1].column != lines[index].column:
        return None
    piece = text.split()[-1] if text.split() else ""
    following = lines[index + 1].text.split()
    if not following or len(piece) + len(following[0]) > _JOIN_LIMIT or len(following) > 1:
        return None
    head = following[0]
    joined = email.clean(piece + head)
    if joined is None:
        return None
    if "@" in piece and email.clean(piece) is None:
        return joined
    if ("@" in piece and head.startswith(".")) or (piece.endswith((".", "-", "_", "@")) and "@" in piece + head):
        return joined
    if "@" not in piece and head.startswith("@"):
        return joined
    return None
