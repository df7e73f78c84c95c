"""Who a record speaks of: the keys that tell people apart, and whether two names can be one person's."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from rapidfuzz.fuzz import ratio

from resume_parser.values import linkedin, phone

MISSPELLING_RATIO = 85
"""Two words this alike (0 to 100) pass for one word misspelt, when neither is short."""
MISSPELLING_LEAST_LETTERS = 5
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "ing", "jr", "sr", "ii", "iii", "phd", "md", "mba", "rn"})


@dataclass(frozen=True, slots=True)
class IdentityKeys:
    """What candidates are recognised by, in the form that the database compares."""

    email: str | None = None
    """In lower case."""
    phone: str | None = None
    """E.164, or as written where that cannot be told."""
    linkedin_url: str | None = None
    """Canonical, in lower case."""
    full_name: str | None = None
    """Never found by name alone: it confirms a telephone number, which families and offices share."""

    @classmethod
    def of(
        cls, email: str | None, phone_number: str | None, linkedin_url: str | None = None, full_name: str | None = None
    ) -> "IdentityKeys":
        return cls(
            (email or "").strip().lower() or None,
            normal_phone(phone_number),
            _lowered(normal_linkedin(linkedin_url)),
            full_name,
        )

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> "IdentityKeys":
        """The keys of a record in the shape of `extracted_data`."""
        phone_number = record.get("phone_e164") or record.get("phone_number")
        return cls.of(record.get("email"), phone_number, record.get("linkedin_url"), record.get("full_name"))

    def lock_keys(self) -> list[int]:
        """Numbers of the database locks that stand for these keys, in the order in which all take them."""
        keys = (("email", self.email), ("phone", self.phone), ("linkedin", self.linkedin_url))
        return sorted(_as_bigint(f"{kind}:{value}") for kind, value in keys if value)


def normal_phone(phone_number: str | None) -> str | None:
    if phone_number is None or not phone_number.strip():
        return None
    return phone.clean(phone_number) or phone_number.strip()


def normal_linkedin(linkedin_url: str | None) -> str | None:
    if linkedin_url is None or not linkedin_url.strip():
        return None
    return linkedin.clean(linkedin_url) or linkedin_url.strip()


def can_be_same_person(name: str | None, other: str | None) -> bool:
    """Whether the shorter name's words all stand in the other: equal, as initials, or misspelt.

    A name that is not known can be anyone's.
    """
    words, others = sorted((_words_of(name), _words_of(other)), key=len)
    if not words:
        return True
    left = list(others)
    has_whole_word = False
    for word in words:
        match = next((candidate for candidate in left if _same_word(word, candidate)), None)
        if match is None:
            return False
        left.remove(match)
        has_whole_word = has_whole_word or min(len(word), len(match)) > 1
    # One word alone, or initials alone, say too little.
    return has_whole_word and (len(words) > 1 or words == others)


def _words_of(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    without_accents = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’.]", "", without_accents))
    return sorted((word for word in words if word not in _TITLES), key=len, reverse=True)


def _same_word(word: str, other: str) -> bool:
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if shorter == 1:
        return word[0] == other[0]
    return shorter >= MISSPELLING_LEAST_LETTERS and ratio(word, other) >= MISSPELLING_RATIO


def _lowered(value: str | None) -> str | None:
    return value.lower() if value else None


def _as_bigint(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
