"""Words of letters, mail, agencies and other documents, as regular expressions."""

import re
from functools import lru_cache

from resume_parser.vocabulary.alternation import alternation
from resume_parser.vocabulary.files import read_items


@lru_cache(maxsize=32)
def phrases(section: str) -> frozenset[str]:
    """The section's phrases in folded case."""
    return frozenset(
        name.casefold()
        for item in read_items("contact/correspondence.txt")
        if item.section == section
        for name in item.names
    )


@lru_cache(maxsize=32)
def finder(section: str) -> re.Pattern[str]:
    """Finds a phrase of the section as whole words."""
    return re.compile(rf"(?<![^\W_])(?:{alternation(phrases(section))})(?![^\W_])", re.IGNORECASE)
