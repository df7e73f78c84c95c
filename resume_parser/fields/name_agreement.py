"""How far an e-mail address is made of a person's name."""

import re
import unicodedata
from functools import lru_cache

from resume_parser.fields.name_words import PARTICLES

_NO_LETTER = re.compile(r"[^a-z]")
_BETWEEN_WORDS = re.compile(r"[\s'’-]+")


def agreement(name: str, email: str | None) -> float:
    """How far the e-mail's local part is made of the name: 1 for first and last, 0.5 for one of them or initials."""
    if not email:
        return 0.0
    local = _NO_LETTER.sub("", _plain(email.partition("@")[0]))
    words = [word for word in _BETWEEN_WORDS.split(_plain(name)) if word and word not in PARTICLES]
    if not local or not words:
        return 0.0
    hits = sum(len(word) > 2 and word in local for word in words)
    if hits >= 2:
        return 1.0
    if hits == 1:
        rest = [word for word in words if word not in local]
        return 0.8 if any(local.startswith(word[0]) or local.endswith(word[0]) for word in rest) else 0.55
    return 0.0


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.casefold()
    spelled = text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
