"""Text of a record made to fit its column."""

import re
import unicodedata
from typing import Any


def fit(value: Any, most: int) -> str | None:
    """The text on one line without control characters, cut at a word with an ellipsis; None when nothing is left."""
    if not isinstance(value, str):
        return None
    without_controls = "".join(
        " " if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character for character in value
    )
    tidy = re.sub(r"\s+", " ", without_controls).strip()
    if len(tidy) <= most:
        return tidy or None
    kept = tidy[: most - 1]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > most // 2 else kept).rstrip(" ,;:-") + "…"
