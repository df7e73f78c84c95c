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


def has_title_modifier(text: str) -> bool:
    return any(word in title_modifiers() for word in words(text))


def _is_head(word: str) -> bool:
    heads = title_heads()
    return word in heads or word.removesuffix("s") in heads or word.rpartition("-")[2] in heads
