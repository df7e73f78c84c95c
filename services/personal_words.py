"""What tells who somebody is, as it stands in their candidate and resumes, and text with that masked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

MASK = "[removed]"
LEAST_INNER_LETTERS = 5
"""A name this long is found within other words too, as in a company called after its owner."""
_PARTICLES = frozenset(
    {"al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "van", "von"}
)
"""Of names; alone they tell nothing, and they stand in many other names."""

_LABELLED = re.compile(
    r"^\W*(?:nationality|citizenship|gender|sex|place of birth|marital status|religion|(?:home |postal )?address|"
    r"nationalität|staatsangehörigkeit|geschlecht|geburtsort|familienstand|konfession|anschrift|adresse|"
    r"nacionalidad|sexo|lugar de nacimiento|estado civil|dirección|domicilio|"
    r"nationalité|sexe|lieu de naissance|état civil)[ \t]*[:：|-][ \t]*(?P<value>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_CONTACT_LIKE = re.compile(
    r"\S+@\S+"  # an e-mail address
    r"|(?:https?://|www\.)\S+|\b[\w.-]+\.(?:com|org|net|io|me|dev)/\S+"  # an address on the web
    r"|\+?\(?\d[\d\s().\-/]{6,}\d"  # a telephone number, or a date
)
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0eff])"
"""Or a mark on one, which Python counts for no letter."""
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_MASKS = re.compile(rf"{re.escape(MASK)}(?:[\s,.'’-]*{re.escape(MASK)})+")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class PersonalWords:
    """All folded: without accents and case."""

    names: frozenset[str]
    """Looked for one by one, long ones within other words too."""
    phrases: frozenset[Phrase]
    """Words one after the other."""

    @classmethod
    def of(
        cls,
        names: Iterable[str | None],
        handles: Iterable[str | None],
        places: Iterable[str | None],
        texts: Iterable[str | None],
    ) -> Self:
        """Of a person's names, the names they go by elsewhere, where they live, and the texts of their resumes.

        Of the texts it is what stands behind labels such as `Nationality:`.
        """
        words = frozenset(word for name in names for word in _folded_words(name or "") if _tells(word))
        handle_phrases = {tuple(_folded_words(handle)) for handle in handles if handle}
        return cls(words, frozenset({*handle_phrases, *_parts(places), *_parts(_labelled(texts))} - {()}))

    def masked(self, text: str | None) -> str | None:
        """Without them, and without whatever looks like an e-mail or web address or a telephone number."""
        if text is None:
            return None
        text = _CONTACT_LIKE.sub(MASK, unicodedata.normalize("NFC", text))
        found = list(_WORD.finditer(text))
        folded = [_fold(word[0]) for word in found]
        personal = {place for place, word in enumerate(folded) if self._is_name(word)} | self._in_phrases(folded)
        for place in sorted(personal, reverse=True):
            text = text[: found[place].start()] + MASK + text[found[place].end() :]
        return _MASKS.sub(MASK, text)

    def _is_name(self, word: str) -> bool:
        return word in self.names or any(name in word for name in self.names if _is_found_within(name))

    def _in_phrases(self, words: list[str]) -> set[int]:
        return {
            place
            for phrase in self.phrases
            for start in range(len(words) - len(phrase) + 1)
            if tuple(words[start : start + len(phrase)]) == phrase
            for place in range(start, start + len(phrase))
        }


def _labelled(texts: Iterable[str | None]) -> Iterator[str]:
    return (found["value"] for text in texts for found in _LABELLED.finditer(text or ""))


def _parts(values: Iterable[str | None]) -> Iterator[Phrase]:
    """`12 Marrow Lane, 04103 Leipzig` in parts that may stand elsewhere alone."""
    for value in values:
        for piece in re.split(r"[,;/|()\n]", value or ""):
            words = tuple(word for word in _folded_words(piece) if not word[0].isdigit())
            if len("".join(words)) > 2:
                yield words


def _folded_words(text: str) -> list[str]:
    return [_fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(each for each in plain if each not in "'’" and not unicodedata.combining(each))


def _tells(word: str) -> bool:
    return word not in _PARTICLES and (len(word) > 1 or not word.isascii())


def _is_found_within(name: str) -> bool:
    """Where words are not parted by spaces, names are short and stand within longer runs."""
    return len(name) >= LEAST_INNER_LETTERS or any(unicodedata.category(letter) == "Lo" for letter in name)
