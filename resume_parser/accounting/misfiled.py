"""Degrees that were taken for jobs, and jobs that were taken for schools."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resume_parser.accounting.cues import look_at
from resume_parser.accounting.entries import Recorded
from resume_parser.accounting.places import Lines, Place, is_told_by_heading
from resume_parser.document import Document
from resume_parser.record import Unread


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entry, and what its own lines look like together: what most entries of its kind show is asked first."""

    entry: Recorded
    texts: Sequence[str]

    def any(self, cue: str) -> bool:
        return any(getattr(look_at(text), cue) for text in self.texts)

    @property
    def job(self) -> bool:
        return not self.any("degree") and self.any("title")

    @property
    def study(self) -> bool:
        return not self.any("title") and (self.any("degree") or self.any("school"))


def spot_misfiled(document: Document, lines: Lines, entries: Sequence[Recorded]) -> Iterator[Unread]:
    """Entries whose own lines name a degree and its school, or a post and its employer, in a list of the other kind.

    Below a heading that says nothing, what most entries of the section look like is enough for all of them.
    """
    sections: dict[int, list[_Seen]] = defaultdict(list)
    for entry in entries:
        if entry.named:
            sections[id(lines.sections[min(entry.named)])].append(_Seen(entry, _texts_of(document, lines, entry)))
    for seen in sections.values():
        section = lines.sections[min(seen[0].entry.named)]
        sure = section is not None and is_told_by_heading(section)
        for is_job in (True, False):
            own = [one for one in seen if one.entry.is_job is is_job]
            odd = [one for one in own if (one.study if is_job else one.job)]
            most = not sure and len(odd) * 2 > len(own)
            kind = "degree" if is_job else "job"
            for one in odd:
                if (most and one.any("dated")) or _is_plain(one, several=len(odd) > 1):
                    yield Unread(kind, tuple(sorted(one.entry.lines)))


def _texts_of(document: Document, lines: Lines, entry: Recorded) -> list[str]:
    """Of its evidence, and of what was left right above or below."""
    own = {*entry.lines}
    for line in entry.lines:
        own.update(
            one
            for one in (line - 1, line + 1)
            if 0 <= one < len(lines.places)
            and lines.places[one] is Place.LEFT
            and lines.sections[one] is lines.sections[line]
        )
    return [document.lines[line].text for line in sorted(own)]


def _is_plain(one: _Seen, *, several: bool) -> bool:
    """Whether the entry's own words leave no doubt."""
    if one.entry.is_job:
        return one.any("degree") and one.any("school")
    if one.any("office") or not one.any("period"):
        return False
    return several if one.any("school") else one.any("employer")
