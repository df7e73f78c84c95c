"""Whether words can be a person's name, and the name without titles before it and letters after it."""

import re
from functools import lru_cache

from resume_parser.sections.heading_words import kind_of_phrase
from resume_parser.vocabulary import has_title_word, is_first_name, is_place, is_surname
from resume_parser.vocabulary.text import plain

_NICKNAME = re.compile(r"[\"“”«][^\"“”»]{1,20}[\"“”»]|\([^)]{1,40}\)")
_SALUTATION = re.compile(
    r"^(?:(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|herr|frau|eng|engr|ing|mag|dipl|dott|dra|sra|mme|mlle|rev|shri|smt|"
    r"barr|pastor|alhaji|sgt|capt|lt|cpl|maj|col|hon)\b\.?(?:-ing\b\.?)?\s+)+",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"^(?:ph\.?d|m\.?d|rn|bsn|msn|dnp|np|fnp(?:-[a-z]+)?|lpn|cna|aprn|ccrn|crna|pmp|cpa|cfa|acca|fcca|aca|mba|m\.?sc|"
    r"b\.?sc|b\.?a|m\.?a|jd|j\.d|esq|llm|llb|pe|p\.e|rd|rdn|lcsw|msw|mph|pharmd|mpharm|dds|dvm|do|"
    r"cissp|aia|leed(?: ap)?|shrm(?:-s?cp)?|phr|sphr|csm|mrcp|frcs|mbbs|bds|ceng|c\.eng|b\.?eng|m\.?eng|mice|miet|frsa|"
    r"fhea|qts|pgce|"
    r"ret|usmc|usn|usaf|he|him|his|she|her|hers|they|them|dipl?\.?-?\s?ing\.?|be|b\.?tech|m\.?tech|"
    r"cscs|ase|ncidq|riba|arb|ot|otr/?l?|pt|dpt|slp|ccc-slp|emt(?:-[bp])?|lmt|ed\.?d|m\.?ed|b\.?ed|edd|psyd|cpc|cphr|"
    r"cipd|mcipd|assoc\.? ?cipd|fache|ccna|itil)\.?$",
    re.IGNORECASE,
)
_GENERATION = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_GLUED_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{2,}")
_LETTERS = re.compile(r"(?:[A-Z]\.){3,}|[A-Z][a-z]{0,3}[A-Z]{1,4}")
"""Shaped like letters after a name: `F.A.C.P.`, `PhD`, `FCIPS`."""
_LONGEST_LETTERS = 5
_WORD = re.compile(r"^(?:[^\W\d_][^\W\d_'’`.-]*(?:[-'’`.][^\W\d_]*)*\.?)$")
_SURNAME_FIRST = re.compile(
    r"([^\W\d_][\w'’-]{1,24}(?:\s[\w'’-]{1,24})?),\s+([^\W\d_][\w'’.-]{1,20}(?:\s[^\W\d_][\w.'’-]{0,20}){0,2})"
)
_DASHED = re.compile(r"(\S.*\S)\s+[-–—]\s+([^\W\d_]+)")
PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter",
    "ten", "bin", "ibn", "al", "el", "abu", "e", "y", "und", "zu", "zur", "st", "af", "av", "binti", "bint", "bt",
    "ap", "mac", "mc", "o", "san",
})  # fmt: skip
_NOT_NAMES = frozenset({
    "street", "road", "avenue", "lane", "drive", "university", "college", "school", "engineer", "manager",
    "developer", "nurse", "teacher", "analyst", "consultant", "designer", "director", "senior", "junior", "resume",
    "email", "phone", "address", "mobile", "tel", "linkedin", "github", "portfolio", "experience", "education",
    "skills", "summary", "profile", "contact", "objective", "company", "hospital", "bank", "services",
    "specialist", "assistant", "officer", "coordinator", "administrator", "accountant", "technician",
    "representative", "executive", "professional", "software", "data", "project", "marketing", "sales", "the",
    "and", "with", "for", "of", "in", "at", "to", "name", "full", "certified", "registered", "licensed", "chief", "head",
    "lead", "vice", "president", "associate", "intern", "student", "graduate", "chef", "attorney", "lawyer",
    "electrician", "dear", "hi", "hello", "gmail", "page", "from", "subject", "sent",
})  # fmt: skip
_MOST_WORDS = 6
_HYPHENS = str.maketrans("‐‑", "--")


@lru_cache(maxsize=512)
def clean_name(text: str, least: int = 2) -> str | None:
    """The name without salutation, nickname and credentials, or None when the words cannot be a name."""
    tidy = _SALUTATION.sub("", _NICKNAME.sub(" ", text.translate(_HYPHENS)).strip(" ,;:|•*–—-_\t"))
    words = tidy.replace(",", " ").split()
    if _is_glued(words):
        least = 1
    if len(words) >= 5 and all(len(word) == 1 for word in words):
        return None
    while len(words) > least and _is_credential(words[-1], words[:-1]):
        words.pop()
    if not least <= len(words) <= _MOST_WORDS or not all(_WORD.match(word) for word in words):
        return None
    significant = [word for word in words if word.casefold().strip(".") not in PARTICLES]
    if len(significant) < min(least, 2) or not _is_capitalised(significant):
        return None
    if any(word.casefold() in _NOT_NAMES for word in words) or kind_of_phrase(text) is not None:
        return None
    return " ".join(words)


def _is_glued(words: list[str]) -> bool:
    """Initials without a space before the name: `A.Nirmala` is all of it."""
    return len(words) == 1 and _GLUED_INITIALS.fullmatch(words[0]) is not None and words[0][0].isupper()


def is_credential(word: str) -> bool:
    """Whether the word is letters that stand after a name."""
    return _is_credential(word, [])


def surname_first(text: str, email: str | None = None) -> str | None:
    """`SURNAME, First Second` as `First Second SURNAME`.

    Where the surname is not in capitals, only with a known first name, or where the address is made of both.
    """
    if "," not in text:
        return None
    match = _SURNAME_FIRST.fullmatch(_NICKNAME.sub(" ", text).strip())
    if match is None:
        return None
    surname, given = match.groups()
    capitals = (
        surname.isupper() and (not given.isupper() or " " not in surname) and not (given.isupper() and len(given) <= 4)
    )
    known = " " not in surname and is_first_name(given.split()[0]) and not is_place(given) and not is_place(text)
    if (
        not (capitals or known or _is_made_of(email, [surname, given.split()[0]]))
        or any(is_credential(word) for word in given.split())
        or has_title_word(given)
    ):
        return None
    return clean_name(f"{given} {surname}")


def _is_made_of(email: str | None, words: list[str]) -> bool:
    local = plain((email or "").partition("@")[0])
    return all(len(word) > 2 and plain(word) in local for word in words)


def double_surname(text: str, email: str | None) -> str | None:
    """`Anna Berg - Kok` as one name when what follows the dash is a surname, known as one or part of the address."""
    match = _DASHED.fullmatch(text)
    if match is None or has_title_word(match[2]) or is_place(match[2]) or clean_name(match[1]) is None:
        return None
    local = (email or "").partition("@")[0].casefold()
    known = is_surname(match[2]) or match[2].casefold() in local
    return clean_name(f"{match[1]}-{match[2]}") if known else None


def _is_capitalised(words: list[str]) -> bool:
    """As names are; all in small letters, as designers like it, only with a known first name."""
    if not any(word[:1].islower() for word in words):
        return True
    return all(word.islower() for word in words) and len(words) <= 3 and is_first_name(words[0])


def _is_credential(word: str, before: list[str]) -> bool:
    """By the list; or by shape, where the name before it is written in small letters and the word is no surname."""
    bare = word.strip(".,")
    if _GENERATION.fullmatch(bare):
        return False
    if _CREDENTIAL.match(bare):
        return True
    if _LETTERS.fullmatch(word) is None or (bare.isupper() and "." not in word and len(bare) < 2):
        return False
    written_small = len(before) >= 2 and not any(len(name) > 2 and name.isupper() for name in before[:2])
    by_shape = "." in word or not bare.isupper() or (len(bare) <= _LONGEST_LETTERS and not is_surname(bare))
    return by_shape and (written_small or "." in word)
