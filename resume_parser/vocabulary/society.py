"""Words of the offices that people hold beside their work: treasurer, committee, reviewer."""

from functools import lru_cache

from resume_parser.vocabulary.files import read_words
from resume_parser.vocabulary.text import words


def names_an_office(text: str) -> bool:
    """Whether a word of the text is one of clubs, committees, volunteers and reviewers."""
    return any(word in _offices() or word.rpartition("-")[2] in _offices() for word in words(text))


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return read_words("work/society_roles.txt")
