"""Fragments side by side on one baseline make a row."""

from collections.abc import Iterable

from resume_parser.layout.fragment import Fragment

SAME_BASELINE = 0.35
"""How far two baselines may lie apart in one row, in sizes of the smaller text."""
SAME_HEIGHT = 0.7
"""Or what share of the smaller text's height lies beside the larger text."""

Row = list[Fragment]


def top_down(fragments: Iterable[Fragment]) -> list[Fragment]:
    return sorted(fragments, key=lambda item: (item.baseline, item.x0))


def group_into_rows(fragments: Iterable[Fragment]) -> list[Row]:
    """Rows from top to bottom, each from left to right. `fragments` go from top to bottom."""
    rows: list[Row] = []
    for fragment in fragments:
        for row in rows[:-4:-1]:
            if _belongs(fragment, row):
                row.append(fragment)
                break
        else:
            rows.append([fragment])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda item: item.x0)
    return rows


def _belongs(fragment: Fragment, row: Row) -> bool:
    first = row[0]
    apart = fragment.baseline - first.baseline
    smaller = fragment if fragment.size < first.size else first
    if apart <= SAME_BASELINE * smaller.size:
        return True
    if apart > first.size + fragment.size:
        return False
    beside = min(fragment.bottom, first.bottom) - max(fragment.top, first.top)
    return beside >= SAME_HEIGHT * (smaller.bottom - smaller.top) and all(
        fragment.x0 >= other.x1 - 1 or fragment.x1 <= other.x0 + 1 for other in row
    )
