"""Whether a page's text makes words: fonts that do not tell their letters give signs that nobody can read."""

import re
import unicodedata

from resume_parser.layout.clean import UNMAPPED
from resume_parser.readers.pdf_page import PageText

FEWEST_CHARACTERS = 40
"""Less is a logo's or an icon's."""
MOST_UNTOLD = 0.25
"""Share of characters that no letter is known for; icons and bullets are far fewer."""
FEWEST_WORDS = 20
LEAST_VOWELLED = 0.45
"""Share of the longer Latin words that have a vowel. In real text of any language it is over 0.9, abbreviations and all."""

_LATIN_WORD = re.compile(r"\b[A-Za-z\u00c0-\u024f]{4,}\b")
_VOWELS = frozenset("aeiouy")


def is_legible(text: PageText) -> bool:
    """False when most of it cannot be what is seen on the page."""
    written = " ".join(fragment.text for fragment in (*text.fragments, *text.rotated))
    signs = [sign for sign in written if not sign.isspace()]
    if len(signs) < FEWEST_CHARACTERS:
        return True
    if sum(map(_is_untold, signs)) > MOST_UNTOLD * len(signs):
        return False
    words = _LATIN_WORD.findall(written)
    return len(words) < FEWEST_WORDS or sum(map(_has_vowel, words)) >= LEAST_VOWELLED * len(words)


def _is_untold(sign: str) -> bool:
    return sign == UNMAPPED or unicodedata.category(sign) in ("Co", "Cn", "Cc")


def _has_vowel(word: str) -> bool:
    """Accents set aside."""
    return any(letter in _VOWELS for letter in unicodedata.normalize("NFD", word.lower()))
