"""Characters that come out of real files, made fit to read, to compare and to store."""

import re
import unicodedata

BULLET = "•"

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# Soft hyphen, zero-width and direction marks, byte order mark, annotation marks: seen by nobody.
_INVISIBLE = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
# Wingdings and Symbol bullets as Word and its exporters write them.
_PRIVATE_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf0e0\uf06e\uf075\uf0d2\uf0be\uf02d"
_SYMBOL_BULLETS = "•◦▪▫■□●○‣⁃∙·◾◽◼◻➢➣➤►▶▸▹❖✓✔✦✧✪❯◆◇◈➔➜➝⮚⚫⚬⦿⁌⁍\u23fa"

UNMAPPED = "\ufffd"


def _translation() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys([*range(32), *range(0x7F, 0xA0), *_INVISIBLE], None)
    table.update(dict.fromkeys(map(ord, _SPACES + _LINE_BREAKS), " "))
    table.update(dict.fromkeys(range(0xE000, 0xF900), " "))
    table.update(dict.fromkeys(range(0xFFF9, 0xFFFE), " "))
    table.update({ord(ligature): letters for ligature, letters in _LIGATURES.items()})
    table.update(dict.fromkeys(map(ord, _PRIVATE_BULLETS), BULLET))
    table[ord("\t")] = "\t"
    table[ord("\u2011")] = "-"
    return table


_TABLE = _translation()
_SUSPECT = re.compile(
    r"[\x00-\x08\x0a-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u1680\u180e\u2000-\u200f\u2011\u2028-\u202f\u205f-\u206f\u3000"
    r"\ud800-\uf8ff\ufb00-\ufb06\ufeff\ufff9-\ufffd\U000e0000-\U0010ffff]"
)
_LONE_OR_PRIVATE = re.compile(r"[\ud800-\udfff\U000e0000-\U0010ffff]")
_LEADING_BULLET = re.compile(
    rf"^(?:[{_SYMBOL_BULLETS}]\s*|[-–—*»›]\s+(?=[^\W\d_(\"“])|o\s+(?=[A-Z][a-z]))(?=[^\s{_SYMBOL_BULLETS}])"
)


def clean_characters(text: str) -> str:
    """`text` without control, direction, zero-width and private characters, ligatures taken apart; tabs stay."""
    if _SUSPECT.search(text) is None:
        return text
    cleaned = _LONE_OR_PRIVATE.sub("", text.translate(_TABLE))
    return unicodedata.normalize("NFC", cleaned)


def standard_bullet(text: str) -> str:
    """`text` with whatever bullet it starts with turned into one sign and a space."""
    return _LEADING_BULLET.sub(f"{BULLET} ", text, count=1)


def is_bullet(text: str) -> bool:
    """Whether the text is a bullet alone."""
    stripped = text.strip()
    return len(stripped) == 1 and (stripped in _SYMBOL_BULLETS or stripped in _PRIVATE_BULLETS or stripped in "-–*")
