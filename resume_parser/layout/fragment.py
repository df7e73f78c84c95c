"""The pieces of text that a page is put together from."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

ASCENT = 0.75
DESCENT = 0.2
"""Height of letters over and under the baseline, in sizes; the boxes that fonts declare are often far taller."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter of Hebrew, Arabic or one of their neighbours."""


class Span(NamedTuple):
    """Text in one style. `size` in points."""

    text: str
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True, eq=False)
class Fragment:
    """A stretch of text on one baseline without a wide gap; positions in points from the page's upper left corner."""

    x0: float
    x1: float
    baseline: float
    size: float
    """Size of most of its characters, in points."""
    spans: list[Span]
    links: list[str] = field(default_factory=list)
    apart: bool = False
    """It starts a cell of its own, however narrow the gap before it is."""
    card: int = 0
    """The number of the card that it stands in; 0 outside of cards."""
    stack: int = 0
    """1 in the left one of two stacks of cards, 2 in the right one; 0 outside of both."""
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self.top = self.baseline - ASCENT * self.size
        self.bottom = self.baseline + DESCENT * self.size

    @property
    def text(self) -> str:
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


def joined(first: Fragment, second: Fragment, separator: str) -> Fragment:
    """The two as one, on the higher baseline."""
    last = first.spans[-1]
    spans: list[Span] = [*first.spans[:-1], last._replace(text=last.text.rstrip() + separator), *second.spans]
    one = Fragment(
        min(first.x0, second.x0),
        max(first.x1, second.x1),
        min(first.baseline, second.baseline),
        first.size,
        spans,
        [*first.links, *second.links],
        first.apart,
    )
    one.bottom = max(first.bottom, second.bottom)
    return one
