"""Tags side by side, as lists of skills are printed: set closer than the cells of a table, but each a text of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from resume_parser.document import Box
from resume_parser.layout.fragment import Fragment
from resume_parser.layout.letters import SYNTHETIC_SPACE

LEAST_GAP, MOST_GAP = 0.45, 1.3
"""Sizes that tags without a frame stand apart; more than words, less than cells."""
EVEN = 0.06
"""Sizes by which the gaps of one row of tags differ at the most: those of justified text do, from line to line."""
MOST_LOWER = 0.34
"""Share of tags that begin in lower case; of justified words most do."""
LOWEST_FRAME, HIGHEST_FRAME = 0.9, 2.8
"""Height of a tag's frame, in sizes."""
WIDEST_PADDING = 2.5
"""Sizes that a frame is wider than its text, at the most."""
_FEWEST_SPANS = 3
"""Two tags and the gap between them."""
_OVERLAP = 4.0
_BUCKET = 20.0


class _Place(NamedTuple):
    """What rows of one list of tags have in common: left edge, size and gap, roughly."""

    left: int
    size: int
    gap: int


def find_tag_rows(lines: Iterable[dict[str, Any]]) -> set[int]:
    """The `id` of extracted lines whose parts stand evenly apart, as in another line below or above them."""
    places: dict[int, _Place] = {}
    for line in lines:
        gap = _even_gap(line["spans"])
        if gap is not None:
            size = line["spans"][0]["size"]
            places[id(line)] = _Place(round(line["bbox"][0] / 4), round(size * 2), round(gap / EVEN / 2))
    counts = Counter(places.values())
    return {number for number, place in places.items() if _sharing(place, counts) > 1}


def tag_parts(spans: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The line's spans, cut where spaces stand in for gaps."""
    parts: list[list[dict[str, Any]]] = [[]]
    for span in spans:
        if _is_gap(span):
            parts.append([])
        else:
            parts[-1].append(span)
    return [part for part in parts if part]


def set_framed_apart(fragments: Sequence[Fragment], boxes: Iterable[Box]) -> None:
    """Marks as cells of their own the texts that stand, each in a frame or on a ground of its own, beside another such."""
    frames: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        frames[int((box[1] + box[3]) / 2 / _BUCKET)].append(box)
    if not frames:
        return
    framed = [(fragment, frame) for fragment in fragments if (frame := _frame_of(fragment, frames)) is not None]
    framed.sort(key=lambda pair: (round(pair[0].baseline), pair[0].x0))
    for (left, frame), (right, other) in pairwise(framed):
        if abs(left.baseline - right.baseline) < 1 and frame != other and right.x0 > left.x0:
            right.apart = True


def _even_gap(spans: Sequence[dict[str, Any]]) -> float | None:
    """The gaps' common width in sizes; None where there are none, or not of a width as between tags."""
    if len(spans) < _FEWEST_SPANS:
        return None
    gaps = [span["bbox"][2] - span["bbox"][0] for span in spans if _is_gap(span)]
    if not gaps:
        return None
    size = max(spans[0]["size"], 1.0)
    narrow, wide = min(gaps) / size, max(gaps) / size
    parts = tag_parts(spans)
    lower = sum(part[0]["text"].lstrip()[:1].islower() for part in parts)
    even = narrow >= LEAST_GAP and wide <= MOST_GAP and wide - narrow <= EVEN
    return (narrow + wide) / 2 if even and len(parts) > 1 and lower <= MOST_LOWER * len(parts) else None


def _is_gap(span: dict[str, Any]) -> bool:
    return bool(span["char_flags"] & SYNTHETIC_SPACE) and not span["text"].strip()


def _sharing(place: _Place, counts: Counter[_Place]) -> int:
    return sum(counts[place._replace(gap=gap)] for gap in range(place.gap - 1, place.gap + 2))


def _frame_of(fragment: Fragment, frames: dict[int, list[Box]]) -> Box | None:
    middle = (fragment.top + fragment.bottom) / 2
    near = (box for bucket in (-1, 0, 1) for box in frames.get(int(middle / _BUCKET) + bucket, ()))
    return next((box for box in near if _frames(box, fragment, middle)), None)


def _frames(box: Box, fragment: Fragment, middle: float) -> bool:
    x0, y0, x1, y1 = box
    size = fragment.size
    return (
        y0 < middle < y1
        and LOWEST_FRAME * size <= y1 - y0 <= HIGHEST_FRAME * size
        and x0 <= fragment.x0 + 1
        and x1 >= fragment.x1 - _OVERLAP
        and x1 - x0 <= fragment.x1 - fragment.x0 + WIDEST_PADDING * size
    )
