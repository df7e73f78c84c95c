"""How a line looks, as far as headings are concerned."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resume_parser.document import Line

_SHORT = 2
_SAME_EDGE = 1.5
"""Points."""


@dataclass(frozen=True, slots=True)
class Style:
    """What the headings of one document have in common."""

    caps: bool
    bold: bool
    size: float

    @property
    def prominence(self) -> float:
        """How much the style stands out: relative size, with bold and capitals worth some size each."""
        return self.size + 0.15 * self.bold + 0.15 * self.caps


def style_of(line: Line) -> Style:
    """The style of the line's first words; an icon before them does not count."""
    first = None
    if line.runs:
        first = next((run for run in line.runs if any(map(str.isalnum, line.text[run.start : run.end]))), None)
    bold = first.bold if first else line.bold
    size = first.size if first and "\t" in line.text else line.size
    return Style(is_caps(line.text.partition("\t")[0]), bold, round(size * 20) / 20)


def is_caps(text: str) -> bool:
    """All capitals, as far as the script has any; a single short word is not enough to tell."""
    return text.isupper() and sum(map(str.isalpha, text)) > _SHORT


def body_style(lines: Sequence[Line], styles: Sequence[Style]) -> Style:
    """The style that most of the text is in."""
    weights: Counter[Style] = Counter()
    for line, style in zip(lines, styles, strict=True):
        weights[style] += len(line.text)
    return weights.most_common(1)[0][0] if weights else Style(caps=False, bold=False, size=1.0)


def dominant(styles: Iterable[Style]) -> Style | None:
    """The most frequent style; of equals the most prominent."""
    counts = Counter(styles)
    return max(counts, key=lambda style: (counts[style], style.prominence)) if counts else None


def stands_out(style: Style, body: Style) -> bool:
    return style.prominence > body.prominence + 0.04


def are_flush_right(above: Line, line: Line) -> bool:
    """Whether both lines end on one edge and begin apart: how far they reach says nothing of the room that was left."""
    if above.box is None or line.box is None:
        return False
    return abs(above.box[2] - line.box[2]) <= _SAME_EDGE < abs(above.box[0] - line.box[0])
