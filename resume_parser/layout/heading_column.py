"""The left column of a page where it holds the headings of sections, and perhaps the dates of their entries, too."""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.layout.fragment import Fragment
from resume_parser.layout.rows import Row
from resume_parser.layout.side_rows import side_rows
from resume_parser.sections.heading_words import is_ambiguous, kind_of_phrase

HEADING_CHARACTERS = 45
HEADING_SIZE = 1.08
ROWS_OF_A_HEADING = 3
CONTENT_ROWS_OF_A_SECTION = 3
KNOWN = 0.5
"""Share of the headings whose words must be those of a section where their look says nothing."""
LEAST_KNOWN = 2


@dataclass(frozen=True, slots=True)
class LabelledStrip:
    label: list[Row]
    content: list[Fragment]


def is_heading_column(strips: Sequence[LabelledStrip]) -> bool:
    """Whether the labels are the headings of sections: words in one style, strong or known, some with many rows beside them."""
    parts = [words_and_dates(strip.label) for strip in strips]
    worded = [words for words, _ in parts if words]
    styles, dated = (
        {_style(item) for part in side for row in part for item in row} for side in zip(*parts, strict=True)
    )
    if len(styles) != 1 or styles & dated or not all(is_worded(words) for words in worded):
        return False
    longest = max(len(side_rows(strip.content)) if strip.content else 0 for strip in strips)
    if longest < CONTENT_ROWS_OF_A_SECTION:
        return False
    return _are_known(worded) or (not dated and any(map(_is_strong, strips)))


def words_and_dates(label: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows over the first with a digit, and the others."""
    length = next((index for index, row in enumerate(label) if any(map(str.isdigit, _text([row])))), len(label))
    return label[:length], label[length:]


def is_heading(strip: LabelledStrip) -> bool:
    """Whether this label alone, by its size or capitals, is a heading."""
    items = [item for row in strip.label for item in row]
    if not is_worded(strip.label) or len({(round(item.size), item.spans[0].bold) for item in items}) > 1:
        return False
    return _is_large(strip) or _is_capital(strip)


def is_worded(label: Sequence[Row]) -> bool:
    text = _text(label)
    return len(text) <= HEADING_CHARACTERS and len(label) <= ROWS_OF_A_HEADING and not any(map(str.isdigit, text))


def _are_known(labels: Sequence[Sequence[Row]]) -> bool:
    texts = [_text(label) for label in labels]
    known = sum(kind_of_phrase(text) is not None and not is_ambiguous(text) for text in texts)
    return known >= max(LEAST_KNOWN, KNOWN * len(texts))


def _style(fragment: Fragment) -> tuple[float, bool]:
    return round(fragment.size, 1), fragment.spans[0].bold


def _is_strong(strip: LabelledStrip) -> bool:
    return strip.label[0][0].spans[0].bold or _is_large(strip) or _is_capital(strip)


def _is_large(strip: LabelledStrip) -> bool:
    sizes = sorted(item.size for item in strip.content)
    return bool(sizes) and strip.label[0][0].size >= HEADING_SIZE * sizes[len(sizes) // 2]


def _is_capital(strip: LabelledStrip) -> bool:
    text = _text(strip.label)
    return text.isupper() and len(text) > 3


def _text(label: Sequence[Row]) -> str:
    return " ".join(item.text for row in label for item in row)
