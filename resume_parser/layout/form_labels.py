"""A column of labels as forms have it, each beside what it announces: `Dates`, `Occupation or position held`, `Employer`."""

from collections.abc import Sequence

from resume_parser.layout.side_rows import SideRow
from resume_parser.vocabulary.labels import is_form_label

_LEAST = 3
_MOSTLY = 0.4
_LINES_OF_A_LABEL = 3


def is_form(rows: Sequence[SideRow]) -> bool:
    """Whether many rows of a side are, alone or with those below them, labels of a form."""
    lengths = field_lengths(rows)
    return len(lengths) >= _LEAST and sum(lengths.values()) >= _MOSTLY * len(rows)


def field_lengths(rows: Sequence[SideRow]) -> dict[int, int]:
    """How many rows each label has, by the index of its first."""
    found: dict[int, int] = {}
    index = 0
    while index < len(rows):
        length = _label_length(rows, index)
        if length:
            found[index] = length
        index += max(length, 1)
    return found


def _label_length(rows: Sequence[SideRow], index: int) -> int:
    """The most rows from `index` on that are one label together; 0 when they are none."""
    for length in range(min(_LINES_OF_A_LABEL, len(rows) - index), 0, -1):
        if is_form_label(" ".join(row.text for row in rows[index : index + length])):
            return length
    return 0
