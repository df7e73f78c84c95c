"""Whether an entry has the form of the others of its list: the same parts on the same lines, in the same look."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.confidence.clues import Clues
from resume_parser.document import Document
from resume_parser.record import Education, Field, WorkExperience

Part = Field[str] | None
Look = tuple[bool, bool, bool, float]


@dataclass(frozen=True, slots=True)
class Forms:
    """Of all entries of one list: how often each form comes, and each look of a part."""

    document: Document
    count: int
    shapes: Counter[tuple[int | None, ...]]
    looks: Counter[tuple[int, Look]]
    """By the place of the part among the parts."""

    def clues_of(self, parts: Sequence[Part]) -> Clues:
        """`parts`: those of one entry, in the order in which the forms were counted."""
        others = self.count - 1
        if others < 1:
            return {"unlike the others": 0.0, "odd look": 0.0}
        odd = [
            1 - (self.looks[place, _look(part, self.document)] - 1) / others
            for place, part in enumerate(parts[:2])
            if part is not None and part.lines
        ]
        return {
            "unlike the others": 1 - (self.shapes[_shape(parts)] - 1) / others,
            "odd look": max(odd, default=0.0),
        }


def read_forms(entries: Sequence[Sequence[Part]], document: Document) -> Forms:
    looks = Counter(
        (place, _look(part, document))
        for parts in entries
        for place, part in enumerate(parts[:2])
        if part is not None and part.lines
    )
    return Forms(document, len(entries), Counter(map(_shape, entries)), looks)


def parts_of(entry: WorkExperience | Education) -> tuple[Part, ...]:
    if isinstance(entry, WorkExperience):
        return entry.company, entry.job_title, entry.end_date or entry.start_date
    return entry.institution, entry.degree, entry.end_date or entry.start_date


def _shape(parts: Sequence[Part]) -> tuple[int | None, ...]:
    """Lines of the parts below the first of them; None for a part that lacks."""
    firsts = [part.lines[0] if part is not None and part.lines else None for part in parts]
    top = min((first for first in firsts if first is not None), default=0)
    return tuple(None if first is None else first - top for first in firsts)


def _look(part: Field[str], document: Document) -> Look:
    line = document.lines[part.lines[0]]
    return line.bold, line.italic, part.value.isupper(), round(line.size, 1)
