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
_SYMBOL_BULLETS = "•◦▪▫■□●○‣⁃∙·◾◽◼◻➢➣➤►▶▸▹❖✓✔✦✧✪❯◆◇◈➔➜➝⮚⚫⚬⦿⁌⁍\u23fa・☞☛☑★✱✲❉❋➥➡⁕⦁"

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
    if (text.isascii() and text.isprintable()) or _SUSPECT.search(text) is None:
        return text
    cleaned = _LONE_OR_PRIVATE.sub("", text.translate(_TABLE))
    return unicodedata.normalize("NFC", cleaned)


def standard_bullet(text: str) -> str:
    """`text` with whatever bullet it starts with turned into one sign and a space."""
    return _LEADING_BULLET.sub(f"{BULLET} ", text, count=1)


def is_bullet(text: str) -> bool:
    """Whether the text is a bullet or a dash alone."""
    stripped = text.strip()
    return len(stripped) == 1 and (stripped in _SYMBOL_BULLETS or stripped in _PRIVATE_BULLETS or stripped in "-–—")


def compose_accents(text: str) -> str:
    """`text` with letters and the accents that are painted over them, as by older TeX fonts, made one again."""
    if (text.isascii() and "`" not in text) or _SPACING_ACCENT.search(text) is None:
        return text
    return _CEDILLA.sub(_composed_cedilla, _ACCENTED.sub(_composed, text))


_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "˜": "\u0303", "ˆ": "\u0302", "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306",
    "¯": "\u0304", "˝": "\u030b",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_SPACING_ACCENT = re.compile(r"[´`¨˜ˆ˚ˇ˘¯˝¸]")
# An acute before a consonant or behind a word's only letter may be a mistyped apostrophe (`L´Oréal`), a grave before a
# word an opening quotation mark.
_ACCENTED = re.compile(
    r"([´¨˜ˆ˚ˇ˘¯˝])([aeiouyAEIOUYıȷncNCszSZgG])(?!(?<=´s)\b)|(?:(?<=[^\W\d_])(`)|(`)(?=[^\W\d_]\b))([aeiouAEIOUı])"
)
_LONE_START = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")
_ELISIONS = frozenset(["l", "d", "j", "n", "s", "m", "t", "c", "qu", "Qu"])
"""French words cut short before a vowel, whose apostrophe is often typed as an acute."""
_CEDILLA = re.compile(r"([cCsStT])¸|¸([cCsStT])")


def _composed(match: re.Match[str]) -> str:
    accent = match[1] or match[3] or match[4]
    letter = match[2] or match[5]
    elided = _LONE_START.search(match.string, 0, match.start()) if accent == "´" else None
    if elided and (elided[0] in _ELISIONS or (elided[0].isupper() and letter.isupper())):
        return match[0]
    composed = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING[accent])
    return composed if len(composed) == 1 else match[0]


def _composed_cedilla(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (match[1] or match[2]) + "\u0327")


_SMALL_CAPS = re.compile(r"\b[A-Z]+i[A-Zi]*[A-Z]\b")
_CAPITALS_AND_I = re.compile(r"\b[A-Zi]{2,}\b")
_SURELY_SMALL_CAPS = 6


def raise_small_i(text: str) -> str:
    """`SENiOR ANALYST` as `SENIOR ANALYST`: some small capitals keep the dot of the i, and so its code."""
    found = _SMALL_CAPS.findall(text)
    if not found or (len(found) < 2 and not any(len(word) >= _SURELY_SMALL_CAPS for word in found)):
        return text
    return _CAPITALS_AND_I.sub(lambda match: match[0].upper(), text)
