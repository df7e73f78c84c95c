"""Where a name stands: at the head of a column, in large print over two lines, or beside smaller text."""

from collections import Counter
from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.fields.name_agreement import agreement
from resume_parser.fields.name_words import PARTICLES, clean_name, is_credential
from resume_parser.vocabulary import has_title_word, is_place, is_surname

_LARGE = 1.2
_MOST_WORDS, _MOST_SURE = 4, 6
_SAME_SIZE = 0.02
_AGREES = 0.5
_FAR_LARGER = 1.5
_HEAD = 2
"""Lines of a column's head."""


def column_heads(lines: Sequence[Line], page: int) -> list[int]:
    """The first lines of each column of the page: the main one may stand behind a long sidebar."""
    seen: Counter[int] = Counter()
    heads: list[int] = []
    for index, line in enumerate(lines):
        if line.page == page:
            seen[line.column] += 1
            if seen[line.column] <= _HEAD:
                heads.append(index)
    return heads


def over_two_lines(text: str, lines: tuple[Line, ...], index: int, email: str | None) -> str | None:
    """First name and surname below each other; `text` is what the first of the lines says.

    Two words and more on each only in one size, where the second line holds a surname.
    """
    if index + 1 == len(lines) or text.endswith(","):
        return None
    above, below = lines[index], lines[index + 1]
    if min(above.size, below.size) <= _LARGE or abs(below.size - above.size) >= 0.35 * max(below.size, above.size):
        return None
    first, second = clean_name(text, least=1), clean_name(below.text, least=1)
    if first is None or second is None or is_credential(second):
        return None
    counts = len(first.split()), len(second.split())
    if counts[0] > 1 and is_place(second) and not agreement(second, email):
        return None
    joined = f"{first}-{second}" if text.rstrip().endswith("-") else f"{first} {second}"
    if sum(counts) <= _MOST_WORDS and min(counts) == 1:
        return joined
    alike = abs(below.size - above.size) <= _SAME_SIZE and below.bold == above.bold and below.column == above.column
    return joined if sum(counts) <= _MOST_SURE and alike and _is_surname(second, email) else None


def _is_surname(text: str, email: str | None) -> bool:
    if has_title_word(text) or is_place(text):
        return False
    words = [word for word in text.split() if word.casefold() not in PARTICLES]
    return is_surname(words[0]) or is_surname(words[-1]) or agreement(text, email) >= _AGREES


def beside_smaller_text(lines: tuple[Line, ...], places: Sequence[int]) -> tuple[str, tuple[int, ...]] | None:
    """The name that stands out by its size from what else is on its line or lines, with these."""
    pieces = [
        (index, line.text[run.start : run.end].strip(), run.size)
        for index in places
        for line in (lines[index],)
        for run in line.runs
        if run.size >= _FAR_LARGER and line.text[run.start : run.end].strip()
    ]
    if not pieces:
        return None
    largest = max(size for *_, size in pieces)
    kept = [(index, text) for index, text, size in pieces if size >= largest - _SAME_SIZE]
    name = clean_name(" ".join(text for _, text in kept))
    return (name, tuple(dict.fromkeys(index for index, _ in kept))) if name else None
