"""Words that job titles are made of."""

from functools import lru_cache

from resume_parser.vocabulary.files import read_words
from resume_parser.vocabulary.text import words


@lru_cache(maxsize=1)
def title_heads() -> frozenset[str]:
    """Words that name a role by themselves: engineer, nurse, foreman."""
    return read_words("work/title_heads.txt")


@lru_cache(maxsize=1)
def title_modifiers() -> frozenset[str]:
    """Words that stand before the head of a title: senior, regional, software."""
    return read_words("work/title_modifiers.txt")


def has_title_word(text: str) -> bool:
    """Whether a word of the text names a role; a plural counts as its singular."""
    return any(_is_head(word) for word in words(text))


def names_several(text: str) -> bool:
    """Whether the text ends in the plural of a role and names none in the singular: firms are called `Rowan Builders`."""
    *before, last = words(text) or ("",)
    heads = title_heads()
    plural = last not in heads and last.endswith("s") and last.removesuffix("s") in heads
    return plural and bool(before) and not any(word in heads for word in before)


def has_title_modifier(text: str) -> bool:
    return any(word in title_modifiers() for word in words(text))


def _is_head(word: str) -> bool:
    heads = title_heads()
    return word in heads or word.removesuffix("s") in heads or word.rpartition("-")[2] in heads
