"""Web addresses."""

import re

_TOP_LEVEL = (
    "com|org|net|io|dev|me|co|edu|gov|info|app|ai|tech|design|page|site|online|xyz|blog|works|studio|art|photo|photography|"
    "uk|us|de|fr|in|br|ng|jp|es|it|pt|nl|be|ch|at|eu|ca|au|nz|ie|se|no|dk|fi|pl|cz|za|ke|gh|sg|my|ph|id|cn|kr|example|test|link"
)
PATTERN = re.compile(
    rf"(?<![\w@.])(?:https?://[^\s<>()\[\]|,;\"]+|(?:www\.)?(?:[a-z0-9-]+\.)+(?:{_TOP_LEVEL})(?:/[^\s<>()\[\]|,;\"]*)?)(?![\w@])",
    re.IGNORECASE,
)
_BARE_WORDS = re.compile(
    r"^(?:node|vue|next|nuxt|express|three|d3|asp|e\.g|i\.e|b\.sc|m\.sc|b\.com|m\.com|ph\.d)\b", re.IGNORECASE
)


def clean(text: str) -> str | None:
    """The address with its scheme (`https://` where none is written), without a trailing mark."""
    match = PATTERN.search(text.strip())
    if match is None:
        return None
    address = match.group().rstrip(".,;:)")
    if _BARE_WORDS.match(address):
        return None
    return address if address.lower().startswith("http") else f"https://{address}"


def find_urls(text: str) -> list[str]:
    """All addresses in the text, cleaned, in order."""
    if "." not in text:
        return []
    return [address for match in PATTERN.finditer(text) if (address := clean(match.group()))]
