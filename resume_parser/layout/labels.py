"""Narrow columns of labels or dates: each is read with what stands beside it."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from resume_parser.layout.form_labels import field_lengths, is_form
from resume_parser.layout.fragment import Fragment, joined
from resume_parser.layout.heading_column import HEADING_SIZE, LabelledStrip, is_heading, is_worded, words_and_dates
from resume_parser.layout.rows import Row, group_into_rows
from resume_parser.layout.side_rows import (
    GROUP_GAP,
    SideRow,
    begins_with,
    blocks,
    group_around,
    heads_date,
    is_aligned,
    side_rows,
)

WRAPPED_DATE_CHARACTERS = 32
FULL_WIDTH = 0.9

_OPEN_PERIOD = re.compile(r"(?:[-–—/→]|\bto)\s*$")
_WITHOUT_LAST_YEAR = re.compile(r"[-–—→]\s*[^\W\d_]{3,9}\.?$")
_LEFT_OPEN = re.compile(r"(?:[,;·•&/-]|\b(?:and|und|et|y|e|of|de))\s*$")
_IN_LIST = re.compile(r"[,;·•|]\s")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class JoinedLabel:
    """Where a label's rows go: lines of their own before the content, on its first row, or after that."""

    before: list[Row]
    beside: Row
    after: list[Row]


def label_strips(left: Sequence[Fragment], right: Sequence[Fragment]) -> list[LabelledStrip]:
    """One strip a label, from top to bottom; content over the first label belongs to the first."""
    label_rows = group_into_rows(left)
    content = side_rows(right)
    labels = side_rows(left)
    groups = _fields(label_rows) if is_form(labels) else []
    for row in label_rows if not groups else ():
        if groups and not _starts_strip(row, groups[-1][-1], content):
            groups[-1].append(row)
        else:
            groups.append([row])
    groups = _with_their_dates(groups, content)
    tops = [_strip_top(group, content, labels) for group in groups[1:]]
    bounds = [float("-inf"), *tops, float("inf")]
    return [
        LabelledStrip(group, [item for item in right if upper <= item.baseline < lower])
        for group, upper, lower in zip(groups, bounds, bounds[1:], strict=False)
    ]


def _fields(label_rows: Sequence[Row]) -> list[list[Row]]:
    """The labels of a form, each made one of its lines, and the rows between them, such as headings, by themselves."""
    lengths = field_lengths([_side_row(row) for row in label_rows])
    groups: list[list[Row]] = []
    index = 0
    while index < len(label_rows):
        length = lengths.get(index, 1)
        items = [item for row in label_rows[index : index + length] for item in row]
        groups.append([[reduce(lambda first, second: joined(first, second, " "), items)]])
        index += length
    return groups


def join_label(strip: LabelledStrip, first: Row | None, *, headings: bool) -> JoinedLabel:
    """A heading stands alone, in one line; a date or a plain label stands on the first row of its content."""
    label = strip.label
    if first is None:
        return JoinedLabel(label, [], [])
    if not headings and not is_heading(strip):
        return _join_plain(label, first)
    words, dates = words_and_dates(label)
    heading = [[item for row in words for item in row]] if words else []
    joined = _join_plain(dates, first) if dates else JoinedLabel([], [], [])
    return JoinedLabel(heading + joined.before, joined.beside, joined.after)


def _join_plain(label: list[Row], first: Row) -> JoinedLabel:
    is_date = len(label) == 1 and not is_worded(label)
    if not (is_date or is_aligned(_side_row(label[0]), _side_row(first))):
        return JoinedLabel(label, [], [])
    first[0].apart = True
    if _is_wrapped_date(label):
        return JoinedLabel([], [item for row in label for item in row], [])
    return JoinedLabel([], label[0], label[1:])


def first_row_wraps(rows: Sequence[Row]) -> bool:
    """Whether the second row of the content goes on with the first, which fills the width."""
    if len(rows) < 2:
        return False
    first, second = _side_row(rows[0]), _side_row(rows[1])
    end = max(item.x1 for row in rows for item in row)
    full = rows[0][-1].x1 - first.x0 > FULL_WIDTH * (end - first.x0)
    alike = first.size == second.size and abs(first.x0 - second.x0) < 1 and not second.bold and not second.is_item
    return full and alike and second.baseline - first.baseline < GROUP_GAP * first.size


def is_grid(strip: LabelledStrip) -> bool:
    """Whether the label is a column of cells like those beside it: as many, in one style, on the same baselines."""
    content = side_rows(strip.content)
    if len(strip.label) < 2 or not 0 < len(content) <= len(strip.label):
        return False
    cells = [*strip.content, *(item for row in strip.label for item in row)]
    if len({(round(item.size), item.spans[0].bold) for item in cells}) > 1:
        return False
    return all(any(is_aligned(row, _side_row(label)) for label in strip.label) for row in content)


def _starts_strip(row: Row, above: Row, content: Sequence[SideRow]) -> bool:
    """White space over a label, or another style where the content, too, begins anew."""
    mine, before = _side_row(row), _side_row(above)
    if mine.baseline - before.baseline > GROUP_GAP * max(mine.size, before.size):
        return True
    if mine.is_date and before.is_date and not _goes_on(before.text, mine.text):
        return any(is_aligned(mine, item) for item in content)
    beside_above = any(abs(item.baseline - before.baseline) < before.size for item in content)
    if not beside_above:
        return any(is_aligned(mine, item) for item in content)
    return any(
        is_aligned(mine, item) and ((item.bold and not higher.bold) or _lists_anew(before, mine, higher, item))
        for higher, item in itertools.pairwise(content)
    )


def _lists_anew(above: SideRow, label: SideRow, content_above: SideRow, content: SideRow) -> bool:
    """Whether neither the label nor the list beside it goes on with the row above: `Kitchen | Fish, Pastry` over `Office | Excel, Word`."""
    texts = ((above.text, label.text), (content_above.text, content.text))
    begun = not any(_LEFT_OPEN.search(first) or second.lstrip()[:1].islower() for first, second in texts)
    return (
        begun
        and is_aligned(above, content_above)
        and all(_IN_LIST.search(row.text) for row in (content_above, content))
    )


def _goes_on(date: str, following: str) -> bool:
    """Whether a period broken in two lines begins with the one and ends with the other."""
    first, second = date.rstrip(), following.strip()
    return _OPEN_PERIOD.search(first) is not None or (
        _WITHOUT_LAST_YEAR.search(first) is not None and _YEAR.match(second) is not None
    )


def _with_their_dates(groups: list[list[Row]], content: Sequence[SideRow]) -> list[list[Row]]:
    """The labels, dates put to the words over them where nothing begins beside them: those of a section's first entry."""
    starts = [block[0].baseline for block in blocks(content)]
    joined: list[list[Row]] = []
    for group in groups:
        above = joined[-1] if joined else []
        if above and not words_and_dates(above)[1] and not words_and_dates(group)[0]:
            upper, lower = _side_row(above[-1]), _side_row(group[0])
            parted = any(upper.baseline + upper.size < start < lower.baseline + lower.size / 2 for start in starts)
            if heads_date(upper, lower) and not parted:
                above.extend(group)
                continue
        joined.append([*group])
    return joined


def _strip_top(label: Sequence[Row], content: Sequence[SideRow], labels: Sequence[SideRow]) -> float:
    """The height that parts this label's content from what belongs to the label above."""
    rows = [_side_row(row) for row in label]
    partners = [item.baseline for item in content if is_aligned(rows[0], item)]
    partners += [block[0].baseline for block in blocks(content) if begins_with(rows[0], block)]
    around = group_around(rows if not partners else rows[:1], content, labels)
    if around is not None and not _is_under_heading(rows[0], around):
        partners.append(around[0].baseline)
    return min([rows[0].baseline, *partners]) - 0.3 * rows[0].size


def _is_under_heading(label: SideRow, group: Sequence[SideRow]) -> bool:
    """Whether the label stands beside the bold first row of an entry, and over that, a heading that opens the group."""
    if len(group) < 2:
        return False
    heading, header = group[:2]
    return heading.bold and header.bold and heading.size > HEADING_SIZE * header.size and is_aligned(label, header)


def _side_row(row: Row) -> SideRow:
    return side_rows(row)[0]


def _is_wrapped_date(label: Sequence[Row]) -> bool:
    texts = [item.text for row in label for item in row]
    return (
        len(label) > 1
        and sum(map(len, texts)) <= WRAPPED_DATE_CHARACTERS
        and any(character.isdigit() for character in texts[0])
        and (_goes_on(texts[0], texts[1]) or texts[1].lstrip().startswith(("-", "–", "—", "to ")))
    )
