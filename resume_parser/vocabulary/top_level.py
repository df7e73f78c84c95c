"""The ends of internet addresses: of countries, and others."""

from functools import lru_cache

from phonenumbers import SUPPORTED_REGIONS

from resume_parser.vocabulary.files import read_words


def is_top_level(text: str) -> bool:
    """Whether an address may end so: `com`, `de`, `example`."""
    return text.lower() in _top_level()


@lru_cache(maxsize=1)
def _top_level() -> frozenset[str]:
    return read_words("contact/top_level_domains.txt") | {region.lower() for region in SUPPORTED_REGIONS}
