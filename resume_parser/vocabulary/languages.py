"""Human languages and how well somebody speaks them."""

from functools import lru_cache

from resume_parser.vocabulary.files import read_items, read_words
from resume_parser.vocabulary.text import key


def match_language(text: str) -> str | None:
    """The English name of the language that the text as a whole names."""
    return _language_index().get(key(text))


def is_language(text: str) -> bool:
    return match_language(text) is not None


def is_language_level(text: str) -> bool:
    """Whether the text as a whole says how well a language is spoken: native, fluent, B2, business level."""
    return " ".join(text.casefold().split()).strip(" .()") in _levels()


@lru_cache(maxsize=1)
def _language_index() -> dict[str, str]:
    return {key(name): item.names[0] for item in read_items("languages/languages.txt") for name in item.names}


@lru_cache(maxsize=1)
def _levels() -> frozenset[str]:
    return read_words("languages/levels.txt")
