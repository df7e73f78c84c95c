"""Styled spans become a line's text and runs, with sizes relative to the document's body text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resume_parser.document import Run
from resume_parser.layout.clean import BULLET, standard_bullet
from resume_parser.layout.fragment import Span

DEFAULT_SIZE = 10.0


class StyledText(NamedTuple):
    text: str
    main: Run
    """The style of most of the text."""
    runs: tuple[Run, ...]
    """Empty where there is one style only."""


def body_size(spans: Iterable[Span]) -> float:
    """The font size of most characters, in points, to half a point."""
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[span.size] += len(span.text)
    halves: Counter[float] = Counter()
    for size, characters in sizes.items():
        halves[round(size * 2) / 2] += characters
    return max(halves, key=lambda size: (halves[size], size)) or DEFAULT_SIZE if halves else DEFAULT_SIZE


def styled_text(spans: Sequence[Span], body: float) -> StyledText | None:
    """The text with its bullet made standard; None when nothing but blanks and a bullet is there."""
    text = "".join(span.text for span in spans)
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    if not stripped or stripped == BULLET:
        return None
    runs = _runs(spans, start, len(stripped), body)
    bulleted = standard_bullet(stripped)
    shift = len(bulleted) - len(stripped)
    if shift:
        runs = [run for run in (_shifted(run, shift, len(bulleted)) for run in runs) if run.start < run.end]
    main = runs[0] if len(runs) == 1 else max(runs, key=lambda run: run.end - run.start)
    return StyledText(bulleted, main, tuple(runs) if len(runs) > 1 else ())


def _runs(spans: Sequence[Span], start: int, length: int, body: float) -> list[Run]:
    """Stretches of one style over `text[start:start + length]`, counted from its start."""
    if len(spans) == 1:
        only = spans[0]
        return [Run(0, length, only.bold, only.italic, round(only.size / body, 2))]
    runs: list[Run] = []
    position = -start
    for span in spans:
        first, position = position, position + len(span.text)
        begin, end = max(first, 0), min(position, length)
        if begin >= end:
            continue
        size = round(span.size / body, 2)
        last = runs[-1] if runs else None
        if last is not None and (
            not span.text.strip() or (last.bold, last.italic, last.size) == (span.bold, span.italic, size)
        ):
            runs[-1] = Run(last.start, end, last.bold, last.italic, last.size)
        else:
            runs.append(Run(begin, end, span.bold, span.italic, size))
    return runs


def _shifted(run: Run, shift: int, length: int) -> Run:
    start = 0 if run.start == 0 else min(max(0, run.start + shift), length)
    return Run(start, min(length, max(0, run.end + shift)), run.bold, run.italic, run.size)
