"""Cards: frames side by side, each with rows of its own, which are read one after the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from resume_parser.document import Box
from resume_parser.layout.fragment import Fragment

NARROWEST, LOWEST = 90.0, 28.0
"""Points."""
APART = 5.0
"""Points between two cards; the cells of a table stand closer."""
SAME_TOP = 3.0
MOST_FRAMES = 200
"""A page with more is a drawing."""
_ROWS = 2


def mark_cards(fragments: Sequence[Fragment], boxes: Iterable[Box]) -> None:
    """Gives each text in a card the card's number; cards of one row follow each other."""
    frames = sorted({_rounded(box) for box in boxes if box[2] - box[0] >= NARROWEST and box[3] - box[1] >= LOWEST})
    if not 2 <= len(frames) <= MOST_FRAMES:
        return
    held: dict[Box, list[Fragment]] = {}
    for frame in frames:
        inside = [fragment for fragment in fragments if _holds(frame, fragment)]
        if len({round(fragment.baseline) for fragment in inside}) >= _ROWS:
            held[frame] = inside
    number = 0
    for row in _rows_of(list(held)):
        for frame in row:
            number += 1
            for fragment in held[frame]:
                fragment.card = number


def split_at_cards(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[list[Fragment]], list[Fragment]] | None:
    """What is over the first row of cards, its cards from left to right, and what is under them; None without such a row.

    Nothing else may stand beside the cards: else they are in a column, which is to be found first.
    """
    numbered: dict[int, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        if fragment.card:
            numbered[fragment.card].append(fragment)
    for number in sorted(numbered):
        row = [numbered[number]]
        while (following := numbered.get(number + len(row))) and _overlap(row[0], following):
            row.append(following)
        if len(row) < 2:
            continue
        top = min(item.top for card in row for item in card)
        bottom = max(item.bottom for card in row for item in card)
        inside = {id(item) for card in row for item in card}
        others = [item for item in fragments if id(item) not in inside]
        if any(top < (item.top + item.bottom) / 2 < bottom for item in others):
            continue
        return (
            [item for item in others if item.bottom <= bottom],
            row,
            [item for item in others if item.bottom > bottom],
        )
    return None


def _rounded(box: Box) -> Box:
    return round(box[0]), round(box[1]), round(box[2]), round(box[3])


def _holds(frame: Box, fragment: Fragment) -> bool:
    x0, y0, x1, y1 = frame
    return x0 - 1 <= fragment.x0 and fragment.x1 <= x1 + 2 and y0 <= (fragment.top + fragment.bottom) / 2 <= y1


def _rows_of(frames: Sequence[Box]) -> list[list[Box]]:
    """Frames that begin at one height and stand clear of each other, two and more."""
    tops: dict[float, list[Box]] = defaultdict(list)
    for frame in frames:
        top = next((top for top in tops if abs(top - frame[1]) <= SAME_TOP), frame[1])
        tops[top].append(frame)
    rows = [sorted(row) for _, row in sorted(tops.items())]
    return [row for row in rows if len(row) > 1 and all(right[0] - left[2] > APART for left, right in pairwise(row))]


def _overlap(card: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    return min(item.top for item in other) < max(item.bottom for item in card)
