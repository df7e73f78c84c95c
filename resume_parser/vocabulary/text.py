"""Words and keys of a text, so that case, accents and punctuation do not matter in a look-up."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_NOT_KEY = re.compile(r"[^\w+#]+")


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The words in folded case, inner points, hyphens and apostrophes kept: `Ph.D.`, `co-founder`, `o'brien`."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Folded case without accents: `São Tomé` is `sao tome`."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """What ways of writing a term have in common: letters, digits, `+`, `#`; `Node.js` and `node js` are one."""
    return _NOT_KEY.sub("", plain(text)).replace("_", "")
