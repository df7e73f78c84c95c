"""Where on a page two sides stand beside each other without a fragment that crosses between them."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.layout.fragment import Fragment
from resume_parser.layout.rows import group_into_rows
from resume_parser.layout.side_rows import side_rows

CLEARANCE = 2.0
"""Points that must be free left of a column's edge."""
SAME_EDGE = 3.0
"""Points within which left edges count as one."""
CENTRED = 6.0
"""Points that the middle of a centred heading may lie beside that of the page's text."""
MAX_EDGES = 12


@dataclass(frozen=True, slots=True)
class Band:
    """Fragments left and right of `edge`, each from top to bottom, between two that cross it."""

    edge: float
    left: Sequence[Fragment]
    right: Sequence[Fragment]
    crossed_above: Fragment | None
    crossed_below: Fragment | None


def find_bands(fragments: Sequence[Fragment]) -> list[Band]:
    """All bands with text on both sides, for every place where a column may begin; fragments go from top to bottom."""
    bands: list[Band] = []
    page_wide = _centred_headings(fragments) | _dated_headers(fragments)
    for edge in candidate_edges(fragments):
        bands.extend(_bands_at(edge, fragments, page_wide))
    return bands


def _centred_headings(fragments: Sequence[Fragment]) -> set[int]:
    """Strong text alone in the middle of its row, under no edge that others share: page-wide, though it is short."""
    middle = (min(fragment.x0 for fragment in fragments) + max(fragment.x1 for fragment in fragments)) / 2
    starts = sorted(fragment.x0 for fragment in fragments)
    found: set[int] = set()
    for index, fragment in enumerate(fragments):
        if abs((fragment.x0 + fragment.x1) / 2 - middle) > CENTRED or not _is_strong(fragment):
            continue
        near = fragments[max(0, index - 1) : index + 2]
        alone = all(item is fragment or abs(item.baseline - fragment.baseline) > fragment.size / 2 for item in near)
        sharing = bisect_right(starts, fragment.x0 + CLEARANCE) - bisect_left(starts, fragment.x0 - CLEARANCE)
        if alone and sharing == 1:
            found.add(id(fragment))
    return found


def _dated_headers(fragments: Sequence[Fragment]) -> set[int]:
    """Strong text at the left edge and a date at the right one, alone on their row: the header over what is in columns."""
    start, end = min(fragment.x0 for fragment in fragments), max(fragment.x1 for fragment in fragments)
    found: list[Fragment] = []
    for row in group_into_rows(fragments):
        if len(row) != 2 or row[0].x0 - start > SAME_EDGE or end - row[1].x1 > SAME_EDGE or not _is_strong(row[0]):
            continue
        if side_rows(row[1:])[0].is_date:
            found += row
    return set(map(id, found))


def _is_strong(fragment: Fragment) -> bool:
    return fragment.spans[0].bold or fragment.text.isupper()


def candidate_edges(fragments: Sequence[Fragment]) -> list[float]:
    """Left edges that several fragments share, and the right end of the space that most row gaps have in common."""
    clusters: list[list[float]] = []
    for start in sorted(fragment.x0 for fragment in fragments):
        if clusters and start - clusters[-1][0] <= SAME_EDGE:
            clusters[-1].append(start)
        else:
            clusters.append([start])
    shared = sorted((cluster for cluster in clusters[1:] if len(cluster) > 1), key=len, reverse=True)
    edges = [cluster[0] for cluster in shared[:MAX_EDGES]]
    edges += _edges_of_right_aligned(fragments)
    common = _common_gap(fragments)
    return edges if common is None else [*edges, common]


def _edges_of_right_aligned(fragments: Sequence[Fragment]) -> list[float]:
    """For text set flush right: the left end of the longest fragment of those in the right half that end together."""
    start, end = min(fragment.x0 for fragment in fragments), max(fragment.x1 for fragment in fragments)
    flush = [item.x0 for item in fragments if end - item.x1 <= SAME_EDGE and item.x0 > (start + end) / 2]
    return [min(flush)] if len(flush) > 1 else []


def _common_gap(fragments: Sequence[Fragment]) -> float | None:
    """The right end of the x-interval inside most gaps between neighbours of a row; for ragged or centred columns."""
    events: list[tuple[float, int]] = []
    for before, after in itertools.pairwise(fragments):
        left, right = (before, after) if before.x0 < after.x0 else (after, before)
        near = abs(before.baseline - after.baseline) < 0.8 * before.size
        if near and right.x0 - left.x1 > left.size:
            events += [(left.x1, 1), (right.x0, -1)]
    best, depth, found = 1, 0, None
    for position, step in sorted(events):
        if step < 0 and depth > best:
            best, found = depth, position
        depth += step
    return found


def _bands_at(edge: float, fragments: Sequence[Fragment], page_wide: set[int]) -> list[Band]:
    bands: list[Band] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    above: Fragment | None = None
    limit = edge - CLEARANCE
    for fragment in fragments:
        beside = id(fragment) not in page_wide
        if beside and fragment.x0 >= limit:
            right.append(fragment)
        elif beside and fragment.x1 <= limit:
            left.append(fragment)
        else:
            if left and right:
                bands.append(Band(edge, left, right, above, fragment))
            left, right, above = [], [], fragment
    if left and right:
        bands.append(Band(edge, left, right, above, None))
    return bands
