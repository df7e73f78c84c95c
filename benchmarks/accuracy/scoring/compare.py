"""When a found value counts as the true one."""

import re
import unicodedata

from rapidfuzz import fuzz

TEXT_THRESHOLD = 0.85
MIN_PHONE_DIGITS = 7
SAME_YEAR = 0.5


def plain(text: str) -> str:
    """Lower-case, one kind of quote, dash and space, no edges of punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", re.sub(r"[‐-―]", "-", folded)).strip(" .,;:-|•")


def text_similarity(found: str, wanted: list[str]) -> float:
    return max(fuzz.ratio(plain(found), plain(value)) for value in wanted) / 100


def same_text(found: str, wanted: list[str]) -> bool:
    return text_similarity(found, wanted) >= TEXT_THRESHOLD


def date_similarity(found: str, wanted: list[str]) -> float:
    """1 at the precision shown, a half for the right year: used to align entries, not to count."""
    if found in wanted:
        return 1.0
    return SAME_YEAR if any(found[:4] == value[:4] for value in wanted) else 0.0


def same_name(found: str, wanted: str) -> bool:
    return plain(found) == plain(wanted)


def same_email(found: str, wanted: str) -> bool:
    return found.strip().casefold() == wanted.casefold()


def same_phone(found: str, wanted: str) -> bool:
    """By E.164, or by digits where the country code was not written."""
    if found == wanted:
        return True
    digits = re.sub(r"\D", "", found).lstrip("0")
    return len(digits) >= MIN_PHONE_DIGITS and wanted.endswith(digits)


def same_profile(found: str, wanted: str) -> bool:
    """LinkedIn by the part after `/in/`."""
    return _handle(found) == _handle(wanted)


def _handle(profile: str) -> str:
    return profile.rstrip("/").rpartition("/in/")[2].casefold()
