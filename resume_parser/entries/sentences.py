"""Where the names on a line end and prose about them begins."""

import re

from resume_parser.vocabulary import has_title_word
from resume_parser.vocabulary.abbreviations import ABBREVIATIONS

_STOP = re.compile(r"([A-Za-zÀ-ÿ]+)\.\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+)")
_SHORTEST = 4
_SHORT_WORD = 3
_MOST_WORDS_OF_A_NAME = 9


def part_title(text: str) -> str:
    """`Shop assistant. Dairy La Palma` is a title and its employer: the full stop stands for a tab."""
    stop = _STOP.search(text)
    if stop is None or "\t" in text[: stop.start()] or len(stop[1]) < _SHORTEST or stop[1].casefold() in ABBREVIATIONS:
        return text
    title, name = text[: stop.end(1)], text[stop.end() :]
    if (
        not has_title_word(title)
        or len(name.split()) > _MOST_WORDS_OF_A_NAME
        or len(title.split()) > _MOST_WORDS_OF_A_NAME
    ):
        return text
    large = sum(word[:1].isupper() for word in name.split() if word[:1].isalpha() and len(word) > _SHORT_WORD)
    small = sum(word[:1].islower() for word in name.split() if len(word) > _SHORT_WORD)
    return f"{title}\t{name}" if large > small else text


def first_sentence(text: str) -> str:
    """The text up to a full stop behind a whole word with another sentence after it: `Analyst, Acme. Part of a team` is cut at `Acme`."""
    text = text.partition("\t. ")[0]
    for match in _STOP.finditer(text):
        word = match[1].casefold()
        if len(word) >= _SHORTEST and word not in ABBREVIATIONS:
            return text[: match.end(1)]
    return text
