"""Text that nobody who looks at the page sees: people hide keywords in it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

TINY = 2.0
"""Points under which nobody reads a text."""
OPAQUE = 250
LEGIBLE = 0x1A
"""Difference in some colour channel, of 255, that text needs to its background."""
MIN_AREA = 60.0
"""Square points of a shape that can be a background."""
WHITE = 0xFFFFFF

_FILLED = 16
_STROKED = 32
_CLIPPED = 64
_PAINTED = _FILLED | _STROKED | _CLIPPED

Box = tuple[float, float, float, float]


class Shape(NamedTuple):
    """A filled shape; `number` is its place in the order of painting."""

    number: int
    box: Box
    color: int
    alpha: int


class HiddenText:
    """Judges the lines of one page."""

    def __init__(
        self, page: Any, shapes: Sequence[Shape], lines: Sequence[tuple[int, dict[str, Any]]], *, trust_invisible: bool
    ) -> None:
        self._page = page
        rect = page.rect
        self._page_box: Box = (rect.x0, rect.y0, rect.x1, rect.y1)
        self._backgrounds = [shape for shape in shapes if shape.alpha >= OPAQUE and _area(shape.box) >= MIN_AREA]
        colors = {WHITE, *(shape.color for shape in self._backgrounds)}
        written = {span["color"] for _, line in lines for span in line["spans"]}
        self._suspect = {color for color in written if any(_alike(color, other) for other in colors)}
        self._trust_invisible = trust_invisible
        self._pictures: list[Box] | None = None
        self._covering = self._covering_shapes(lines)

    def is_hidden(self, number: int, line: dict[str, Any]) -> bool:
        spans = line["spans"]
        if len(spans) > 1:
            spans = [span for span in spans if not span["text"].isspace()]
        box: Box = line["bbox"]
        if not spans:
            return False
        first = spans[0]
        # What does not hold of the first need not be asked of all.
        return (
            (first["size"] < TINY and all(span["size"] < TINY for span in spans))
            or _outside(box, self._page_box)
            or (not self._trust_invisible and _is_unpainted(first) and all(_is_unpainted(span) for span in spans))
            or any(shape.number > number and _holds(shape.box, box) for shape in self._covering)
            or (
                first["color"] in self._suspect
                and all(span["color"] in self._suspect and self._melts_in(number, span) for span in spans)
            )
        )

    def _melts_in(self, number: int, span: dict[str, Any]) -> bool:
        """Whether the text has the colour of what is painted under it."""
        box: Box = span["bbox"]
        background = WHITE
        for shape in self._backgrounds:
            if shape.number < number and _holds(shape.box, box):
                background = shape.color
        return _alike(span["color"], background) and not self._on_picture(box)

    def _on_picture(self, box: Box) -> bool:
        if self._pictures is None:
            kinds = ("fill-image", "fill-shade", "fill-imgmask")
            self._pictures = [area for kind, area in self._page.get_bboxlog() if kind in kinds]
        return any(_holds(picture, box) for picture in self._pictures)

    def _covering_shapes(self, lines: Sequence[tuple[int, dict[str, Any]]]) -> list[Shape]:
        """Shapes painted over text; one over most of the page must let it through, or there were no resume."""
        numbers = [number for number, _ in lines]
        if not numbers:
            return []
        last = [shape for shape in self._backgrounds if shape.number > numbers[0]]
        return [
            shape
            for shape in last
            if 2 * sum(number < shape.number and _holds(shape.box, line["bbox"]) for number, line in lines)
            <= len(lines)
        ]


def _is_unpainted(span: dict[str, Any]) -> bool:
    return not span["char_flags"] & _PAINTED or span["alpha"] < 8


def _alike(color: int, other: int) -> bool:
    return all(abs((color >> shift & 0xFF) - (other >> shift & 0xFF)) < LEGIBLE for shift in (0, 8, 16))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of `inner` and most of its width lie within `outer`."""
    middle = (inner[1] + inner[3]) / 2
    width = min(outer[2], inner[2]) - max(outer[0], inner[0])
    return outer[1] <= middle <= outer[3] and width >= 0.8 * (inner[2] - inner[0])


def _outside(box: Box, page: Box) -> bool:
    return box[2] <= page[0] or box[0] >= page[2] or box[3] <= page[1] or box[1] >= page[3]
