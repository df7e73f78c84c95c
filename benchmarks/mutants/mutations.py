"""Changes of a document as bad conversions, hands and layouts make them; each takes and gives lines."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from resume_parser.document import Document, Line

Lines = list[Line]
Mutation = Callable[[Lines, Sequence[Line], random.Random], Lines]
"""Lines, those of another document to borrow from, and the source of chance."""

SEPARATORS = (
    ", ",
    " - ",
    " – ",
    " — ",
    " | ",
    " · ",
    " / ",
    "\t",
    ": ",
    "; ",
    " (",
    ") ",
    " ",
    "\u00a0",
    "…",
    " to ",
    " @ ",
    "&",
)
_SEPARATOR = re.compile(r"\s*[,–—|·/\t:;()@&-]\s*")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW, _MANY = 4, 40
_SHARE_OF_HEAVY = 0.1


def mutate(document: Document, other: Document, chance: random.Random) -> Document:
    """A few changes, now and then many."""
    lines = list(document.lines)
    most = _MANY if chance.random() < _SHARE_OF_HEAVY else _FEW
    for _ in range(chance.randint(1, most)):
        if not lines:
            break
        lines = chance.choice(MUTATIONS)(lines, other.lines, chance)
    return replace(document, lines=tuple(lines))


def drop(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    first, stop = _stretch(lines, chance)
    return lines[:first] + lines[stop:]


def double(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    first, stop = _stretch(lines, chance)
    return lines[:stop] + lines[first:]


def swap(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    swapped = list(lines)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    return swapped


def shuffle(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    first, stop = _stretch(lines, chance)
    middle = lines[first:stop]
    chance.shuffle(middle)
    return [*lines[:first], *middle, *lines[stop:]]


def merge(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    joined = chance.choice(("", " ", "\t", "  ")).join(line.text for line in lines[at : at + 2])
    return [*lines[:at], _with_text(lines[at], joined), *lines[at + 2 :]]


def cut(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    """A line broken in two, or its end lost."""
    at = chance.randrange(len(lines))
    text = lines[at].text
    place = chance.randint(0, len(text))
    halves = [_with_text(lines[at], text[:place])]
    if chance.random() < 0.6:
        halves.append(_with_text(lines[at], text[place:]))
    return [*lines[:at], *halves, *lines[at + 1 :]]


def change_digits(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    return _edit(lines, chance, lambda text: _DIGIT.sub(lambda digit: _other_digit(digit[0], chance), text), _DIGIT)


def change_separators(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    return _edit(lines, chance, lambda text: _SEPARATOR.sub(lambda _: chance.choice(SEPARATORS), text), _SEPARATOR)


def borrow_words(lines: Lines, other: Sequence[Line], chance: random.Random) -> Lines:
    words = _WORD.findall(chance.choice(other).text) if other else []
    if not words:
        return lines
    return _edit(lines, chance, lambda text: _WORD.sub(lambda word: _maybe(word[0], words, chance), text), _WORD)


def borrow_lines(lines: Lines, other: Sequence[Line], chance: random.Random) -> Lines:
    if not other:
        return lines
    first, stop = _stretch(other, chance)
    at = chance.randint(0, len(lines))
    return [*lines[:at], *other[first:stop], *lines[at:]]


def change_case(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    return _edit(lines, chance, chance.choice((str.upper, str.lower, str.title, str.swapcase)), _WORD)


def move_column(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    first, stop = _stretch(lines, chance)
    column, shift = chance.randint(0, 3), chance.uniform(-300, 300)
    moved = [replace(line, column=column, box=_shifted(line, shift)) for line in lines[first:stop]]
    return [*lines[:first], *moved, *lines[stop:]]


def restyle(lines: Lines, _other: Sequence[Line], chance: random.Random) -> Lines:
    """Fonts, sizes, indents and white space shuffled within a stretch."""
    first, stop = _stretch(lines, chance)
    looks = lines[first:stop]
    chance.shuffle(looks)
    restyled = [
        replace(line, size=look.size, bold=look.bold, italic=look.italic, indent=look.indent, gap=look.gap, runs=())
        for line, look in zip(lines[first:stop], looks, strict=True)
    ]
    return [*lines[:first], *restyled, *lines[stop:]]


def flatten(lines: Lines, _other: Sequence[Line], _chance: random.Random) -> Lines:
    """Plain text: nothing is known of the layout."""
    return [Line(line.text) for line in lines]


MUTATIONS: tuple[Mutation, ...] = (
    drop, double, swap, shuffle, merge, cut, change_digits, change_separators, borrow_words, borrow_lines, change_case,
    move_column, restyle, flatten,
)  # fmt: skip


def _stretch(lines: Sequence[Line], chance: random.Random) -> tuple[int, int]:
    """One line or a few, seldom many."""
    first = chance.randrange(len(lines))
    return first, min(len(lines), first + chance.choice((1, 1, 1, 2, 3, 5, 8, 20)))


def _edit(lines: Lines, chance: random.Random, change: Callable[[str], str], needs: re.Pattern[str]) -> Lines:
    """Some lines that hold what is to be changed, with other text."""
    places = [place for place, line in enumerate(lines) if needs.search(line.text)]
    chosen = set(chance.sample(places, min(len(places), chance.choice((1, 1, 2, 4, 10)))))
    return [_with_text(line, change(line.text)) if place in chosen else line for place, line in enumerate(lines)]


def _with_text(line: Line, text: str) -> Line:
    return line if text == line.text else replace(line, text=text, runs=())


def _other_digit(digit: str, chance: random.Random) -> str:
    return str(chance.randint(0, 9)) if chance.random() < 0.4 else digit


def _maybe(word: str, words: Sequence[str], chance: random.Random) -> str:
    return chance.choice(words) if chance.random() < 0.3 else word


def _shifted(line: Line, shift: float) -> tuple[float, float, float, float] | None:
    return line.box and (line.box[0] + shift, line.box[1], line.box[2] + shift, line.box[3])
