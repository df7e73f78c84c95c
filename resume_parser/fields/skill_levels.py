"""How well a skill is known, as lists of skills say it: words, years, stars and percents, which are no part of its name."""

import re
from functools import lru_cache

from resume_parser.vocabulary import is_language, is_language_level, is_soft_skill, match_skill
from resume_parser.vocabulary.alternation import alternation
from resume_parser.vocabulary.files import read_words

_WORDS = alternation(read_words("words/skill_levels.txt"))
_TIME = (
    r"(?:(?:since|last used)\s+\d{4}|\d+\+?\s*(?:years?|yrs?|months?|weeks?|nights?|days?|hours?|hrs?|jahre|ans|años|anos)\b\.?"
    r"(?:\s+(?:of\s+)?experience)?)"
)
_LEVEL = rf"(?:(?:{_WORDS})(?:\s+(?:level|user|knowledge|skills?))?|level\s+[\w-]+|[ABC][12]|{_TIME})"
_ONLY = re.compile(rf"\W*{_LEVEL}(?:\s+(?:in|with))?\W*", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*{_LEVEL}(?:\s*[,;:/–-][^()\[\]]*)?\s*[)\]]\s*$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\b(?:I|me|my|yes|no|still|it|mostly|only)\b[^()]*\)\s*$", re.IGNORECASE)
_LANGUAGE = re.compile(r"^([^\W\d_]+)\s*([(\[:]|\s[–—-])?\s*(\S.*)$")
"""A word, and what is said of it behind a mark or without one."""
_AFTER_MARK = re.compile(rf"\s*(?::|\s[–—-]|[–—-]\s|-)\s*{_LEVEL}\s*$", re.IGNORECASE)
_BARE = re.compile(
    rf"\s+(?:expert|advanced|intermediate|beginner|novice|proficient|fluent|basic|advanced user|{_TIME})$",
    re.IGNORECASE,
)
_SPEED = re.compile(r"(?<!:)(?<!\bof)\s+\d+\s*wpm$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:native|fluent|conversational|business|advanced|intermediate|basic|strong|solid|proficient)\s+(?=\S)",
    re.IGNORECASE,
)
_METER = re.compile(r"[●○◉◯★☆■□▮▯▰▱█▓▒░⬤⚫⚪◆◇•·]{2,}|\b\d{1,3}\s?%")
_RATING = re.compile(r"\s*[(\[]?\b(?:10|[0-9](?:[.,]5)?)\s*/\s*(?:10|5)\b[)\]]?\s*$")


def is_level(text: str) -> bool:
    """Whether the text as a whole says how well, or for how long."""
    return _ONLY.fullmatch(text) is not None


def strip_meters(text: str) -> str:
    """The text with a tab where stars or a percentage stood."""
    return _METER.sub("\t", text)


def strip_ratings(items: list[str]) -> list[str]:
    """Without the `4/5` at the end of each; a list in which only some end so holds names such as `Windows 7/10`."""
    if items and all(_RATING.search(item) for item in items):
        return [_RATING.sub("", item) for item in items]
    return items


@lru_cache(maxsize=1024)
def strip_level(item: str) -> str:
    """The skill without its level or an aside: in brackets, after a mark, or as the last or first word of a name that is none with it."""
    language = _LANGUAGE.match(item)
    if language and is_language(language[1]) and (language[2] or is_language_level(language[3])):
        return language[1]
    item = _SPEED.sub("", _AFTER_MARK.sub("", _ASIDE.sub("", _IN_BRACKETS.sub("", item))))
    if match_skill(item) is None:
        item = _BARE.sub("", item)
        bare = _LEADING.sub("", item)
        if bare != item and (is_language(bare) or (match_skill(bare) is not None and not is_soft_skill(bare))):
            return bare
    return item
