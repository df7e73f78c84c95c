"""Misspelt words of headings: `EXPERIANCE`, `Qualfication`, `SKILS`."""

from collections import defaultdict
from functools import lru_cache

from resume_parser.vocabulary import has_title_word
from resume_parser.vocabulary.files import read_items

_WORDS = "words/heading_words.txt"
_SHORTEST = 5
"""Letters; of shorter words too many others are a letter away."""


def correct_heading(words: str) -> str:
    """The folded words, each as it is spelt where it is a letter away from a known word of headings."""
    parts = words.split(" ")
    if len(parts) > 1:
        parts = [_taken_for().get(part, part) for part in parts]
    return " ".join(map(_correct, parts))


@lru_cache(maxsize=4096)
def _correct(word: str) -> str:
    if len(word) < _SHORTEST or word in _known() or has_title_word(word):
        return word
    near = {
        known
        for cut in _with_one_letter_less(word)
        for known in _index().get(cut, ())
        if known[0] == word[0] and abs(len(known) - len(word)) <= 1 and _is_one_slip(word, known)
    }
    return near.pop() if len(near) == 1 else word


def _is_one_slip(word: str, known: str) -> bool:
    """A letter left out, doubled, added or taken for another, or two exchanged; a last `s` more or less is another word."""
    begin = next((at for at, (one, other) in enumerate(zip(word, known, strict=False)) if one != other), len(known))
    one, other = word[begin:], known[begin:]
    if {word, known} == {known, known.rstrip("s")} or {word, known} == {word, word.rstrip("s")}:
        return False
    exchanged = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return exchanged or one[1:] == other or one == other[1:] or one[1:] == other[1:]


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(item.names[0] for item in read_items(_WORDS))


@lru_cache(maxsize=1)
def _taken_for() -> dict[str, str]:
    """Other words that are written for those of headings, which they can only be beside a second word."""
    return {other: item.names[0] for item in read_items(_WORDS) for other in item.names[1:]}


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[str, ...]]:
    """The known words by themselves with a letter less, and whole."""
    index: dict[str, list[str]] = defaultdict(list)
    for known in sorted(_known()):
        for cut in _with_one_letter_less(known):
            index[cut].append(known)
    return {cut: tuple(words) for cut, words in index.items()}


def _with_one_letter_less(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
