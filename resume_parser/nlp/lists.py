"""What the word lists say of a single word, as two token features of the language model."""

from functools import lru_cache

from resume_parser.vocabulary import company_cues, first_names, surnames, title_heads
from resume_parser.vocabulary.files import read_words
from resume_parser.vocabulary.places import country_words, place_words
from resume_parser.vocabulary.skills import skill_names
from resume_parser.vocabulary.text import plain
from resume_parser.vocabulary.titles import title_modifiers

UNKNOWN = "*"


def word_features(word: str) -> tuple[str, str]:
    """The word itself where it is one of a closed list, else `*`; and the names of the lists that hold it.

    An open-class word, such as a name or a place, is never given as itself: the model must not learn it by heart.
    """
    folded = word.casefold()
    bare = folded.rstrip(".")
    classes = _classes(folded) or (_classes(bare) if bare != folded else "") or _classes(plain(bare))
    if not classes and bare.endswith("s"):
        classes = _classes(bare[:-1])
    known = folded if folded in _closed() else bare if bare in _closed() else UNKNOWN
    return known, classes or UNKNOWN


def _classes(folded: str) -> str:
    return "".join(letter for letter, words in _lists() if folded in words)


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return (
        ("t", title_heads()),
        ("m", title_modifiers()),
        ("c", company_cues()),
        ("x", _words_of("work/company_suffixes.txt")),
        ("s", read_words("education/school_cues.txt")),
        ("d", _words_of("education/degrees.txt")),
        ("f", _words_of("education/fields.txt")),
        ("l", place_words()),
        ("n", country_words()),
        ("p", first_names()),
        ("q", surnames()),
        ("k", frozenset(word for name in skill_names() for word in name.casefold().split())),
        ("w", read_words("words/function.txt")),
        ("z", read_words("words/dates.txt")),
        ("h", read_words("words/honorifics.txt")),
    )


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    """Words that are given as themselves: of roles, employers, schools, degrees, dates, and function words."""
    open_classes = frozenset("lnpqkf")
    return frozenset(word for letter, words in _lists() if letter not in open_classes for word in words)


def _words_of(name: str) -> frozenset[str]:
    items = (item.replace("(", " ").replace(")", " ") for item in read_words(name))
    return frozenset(word for item in items for word in item.split()) - read_words("words/function.txt")
