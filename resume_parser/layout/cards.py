"""Cards: frames side by side, each with rows of its own, which are read one after the other.

They stand in rows that begin at one height, or in two stacks, where one card reaches down beside several.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

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
    _mark_stacks(fragments, frames)
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


def split_at_stacks(
    fragments: Sequence[Fragment],
) -> tuple[list[Fragment], list[list[Fragment]], list[Fragment]] | None:
    """What is over two stacks of cards, the stacks, and what is under them; None where there are not two, or other text is beside them."""
    stacks = [[item for item in fragments if item.stack == number] for number in (1, 2)]
    if not all(stacks):
        return None
    top = min(item.top for stack in stacks for item in stack)
    bottom = max(item.bottom for stack in stacks for item in stack)
    others = [item for item in fragments if not item.stack]
    if any(top < (item.top + item.bottom) / 2 < bottom for item in others):
        return None
    return [item for item in others if item.bottom <= bottom], stacks, [item for item in others if item.bottom > bottom]


def _mark_stacks(fragments: Sequence[Fragment], frames: Sequence[Box]) -> None:
    cards = [frame for frame in frames if sum(_is_within(other, frame) for other in frames) == 1]
    sides: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for frame in cards:
        sides[frame[0], frame[2]].append(frame)
    for left, right in combinations(sorted(sides), 2):
        if right[0] - left[1] <= APART or not _reach_beside_several(sides[left], sides[right]):
            continue
        for number, side in ((1, left), (2, right)):
            for fragment in fragments:
                if any(_holds(frame, fragment) for frame in sides[side]):
                    fragment.stack = number
        return


def _reach_beside_several(left: Sequence[Box], right: Sequence[Box]) -> bool:
    return any(
        sum(card[1] < other[3] and other[1] < card[3] for other in others) > 1
        for cards, others in ((left, right), (right, left))
        for card in cards
    )


def _is_within(frame: Box, outer: Box) -> bool:
    return outer[0] <= frame[0] and outer[1] <= frame[1] and frame[2] <= outer[2] and frame[3] <= outer[3]


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
