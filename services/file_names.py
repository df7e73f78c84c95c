"""File names as people send them, made safe to store and to show."""

import re
import unicodedata

MAX_LENGTH = 255
FALLBACK = "resume"
_SUFFIX = re.compile(r"\.\w{1,10}$")
_UNWANTED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_file_name(name: str | None) -> str:
    """The last part of the path in NFC, without control and direction marks, at most 255 characters with its suffix."""
    last_part = re.split(r"[/\\]", name or "")[-1]
    printable = "".join(
        character
        for character in unicodedata.normalize("NFC", last_part)
        if unicodedata.category(character) not in _UNWANTED_CATEGORIES
    )
    tidy = re.sub(r"\s+", " ", printable).strip()
    return _cut(tidy) if tidy.strip(". ") else FALLBACK


def _cut(name: str) -> str:
    if len(name) <= MAX_LENGTH:
        return name
    suffix = match.group() if (match := _SUFFIX.search(name)) else ""
    return name[: MAX_LENGTH - len(suffix)].rstrip() + suffix
