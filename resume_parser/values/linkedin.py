"""LinkedIn profile addresses. Company, school and job pages are not profiles."""

import re
from urllib.parse import quote, unquote

_SLUG = r"[\w%.~À-ÿ-]{3,120}"
PATTERN = re.compile(
    rf"(?:https?://)?(?:[a-z]{{2,3}}\.)?linked-?in\.com\s?/\s?(?:mwlite/)?(?P<kind>in|pub)\s?/\s?(?P<slug>{_SLUG})",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?:^|[|•·,;\t:]\s*|\blinked-?in\s+)/?in/(?P<slug>{_SLUG})\s*(?=$|[|•·,;\t])", re.IGNORECASE)
_LABELLED = re.compile(
    rf"\blinked-?in(?:\s+profile|\s+id|\s+handle)?\s*(?:[:|]|\t)\s*(?:/?in/|@)?(?P<slug>{_SLUG})\s*$", re.IGNORECASE
)
_WITHOUT_IN = re.compile(
    rf"\blinked-?in(?:\.com)?/(?!(?:company|school|showcase|jobs?|feed|learning|groups?|posts?|pulse|in|pub)\b)(?P<slug>{_SLUG})/?"
    r"\s*(?=$|[|•·,;)\t])",
    re.IGNORECASE,
)
"""As people who type their address from memory write it."""


def clean(text: str) -> str | None:
    """`https://www.linkedin.com/in/<slug>`, or None when the text holds no profile address."""
    match = PATTERN.search(text)
    if match is None:
        return None
    return from_slug(match["slug"])


def from_slug(slug: str) -> str | None:
    """The canonical address of the profile with this slug."""
    tidy = unquote(slug).strip().rstrip(".,;:/-").strip("/")
    if len(tidy) < 3 or tidy.isdigit():
        return None
    return f"https://www.linkedin.com/in/{quote(tidy, safe='-_.~')}"


def find_short(text: str) -> str | None:
    """A profile named by `in/<slug>` alone, by its slug after the word LinkedIn, or by an address that lacks its `in/`."""
    match = _SHORT.search(text) or _LABELLED.search(text) or _WITHOUT_IN.search(text)
    if match is None or "@" in match["slug"] or "." in match["slug"].strip("."):
        return None
    return from_slug(match["slug"])
