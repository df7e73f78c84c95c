"""The names of the months in the languages that babel knows and whose names do not contradict each other."""

import re
from pathlib import Path

from babel import Locale

from resume_parser.vocabulary.files import DATA
from resume_parser.vocabulary.text import plain

FILE = "words/months.txt"
_LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "tr", "ca", "et", "lv", "lt", "sl", "id", "sq", "el", "ru", "uk", "bg", "sr", "he", "ar", "fa", "hi"]  # fmt: skip
"""In the order of their claim on a word that means different months in two of them."""
_ABBREVIATED = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "ro", "ru", "uk"})
"""Where the short names are no words of another language."""
_OWN = (
    "", "febuary febr fév", "maerz mrz marz mrt", "", "mayo", "", "juill", "aout", "sept setiembre set sett", "okt out ott",
    "", "decembre dez",
)  # fmt: skip
"""Ways of writing that the library does not have: wrong ones, and those without accents."""
_NOT = frozenset({"des", "mart", "sie"})
"""Short names that are common words elsewhere."""
_LEAST = 3


def write_months() -> Path:
    meaning: dict[str, int] = {}
    for month, words in enumerate(_OWN, start=1):
        meaning.update(dict.fromkeys(words.split(), month))
    for language in _LANGUAGES:
        widths = ("wide", "abbreviated") if language in _ABBREVIATED else ("wide",)
        for context in ("format", "stand-alone"):
            for width in widths:
                for month, name in Locale(language).months[context][width].items():
                    word = re.sub(r"[\u200e\u200f]|^(?:de |d[’'])", "", name).casefold().rstrip(".").strip()
                    if len(word) >= _LEAST and word not in _NOT and not any(sign.isdigit() for sign in word):
                        meaning.setdefault(word, month)
    for word, month in list(meaning.items()):
        meaning.setdefault(plain(word), month)
    path = DATA / FILE
    lines = ("|".join(sorted(word for word, number in meaning.items() if number == month)) for month in range(1, 13))
    path.write_text("# January to December; make vocabulary writes this\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path
