"""The language that the document is written in."""

import re
from collections import Counter
from functools import lru_cache

from resume_parser.document import Document
from resume_parser.vocabulary.files import read_items

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SCRIPTS = {
    "ja": re.compile(r"[\u3041-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "th": re.compile(r"[\u0e01-\u0e5b]"),
    "hi": re.compile(r"[\u0904-\u0970]"),
}
"""Scripts that tell the language; in this order, as Japanese is written in Chinese signs too."""
_ANY_SCRIPT = re.compile(rf"[{''.join(script.pattern[1:-1] for script in _SCRIPTS.values())}]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 0.2
"""Of the document's letters that are of such a script; Japanese syllables are rarer."""
_SYLLABLES = 0.05
_LEAST = 2.0
_CLEAR = 1.15
"""So many times as much as for the next language."""
_MOST_OF_ONE = 20
"""How often one word counts."""


def language_of(document: Document) -> str | None:
    """ISO 639-1 code; None where the document has too few words that tell.

    By script where a language has one of its own, else by the small words that each language writes all the time.
    """
    text = document.raw_text.casefold()
    return _by_script(text) or _by_small_words(text)


def _by_script(text: str) -> str | None:
    if text.isascii() or not _ANY_SCRIPT.search(text):
        return None
    letters = len(_LETTER.findall(text))
    for code, script in _SCRIPTS.items():
        found = len(script.findall(text))
        if found and found >= letters * (_SYLLABLES if code == "ja" else _SHARE):
            return code
    return None


def _by_small_words(text: str) -> str | None:
    words = Counter(_WORD.findall(text))
    scores: dict[str, float] = {}
    for word in words.keys() & _owners().keys():
        owners = _owners()[word]
        for code in owners:
            scores[code] = scores.get(code, 0.0) + min(words[word], _MOST_OF_ONE) / len(owners)
    (second, _), (first, best) = sorted([(0.0, ""), (0.0, ""), *((score, code) for code, score in scores.items())])[-2:]
    return best if first >= max(_LEAST, second * _CLEAR) else None


@lru_cache(maxsize=1)
def _owners() -> dict[str, tuple[str, ...]]:
    """The languages that each word belongs to; one of several tells less."""
    owners: dict[str, list[str]] = {}
    for item in read_items("languages/small_words.txt"):
        code, *words = item.names
        for word in dict.fromkeys(words):
            owners.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in owners.items()}
