"""What a section without telling words holds, by what its lines look like."""

import re
from collections.abc import Callable, Sequence

from resume_parser.document import Line
from resume_parser.sections.kinds import SectionKind
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_title_word

SCHOOL_OR_DEGREE = re.compile(
    r"\b(?:universi[td]|lyc[ée]e|brevet\b|college\b|polytechni|institute of(?! chartered| certified)|hochschule|facult|école|escola|high school|academy\b|bachelor|"
    r"master of|master's|"
    r"b\.?\s?sc\b|m\.?\s?sc\b|b\.?a\.?\b(?=[ ,(])|m\.?a\.?\b(?=[ ,(])|ph\.?\s?d|mba\b|diploma|associate (?:of|"
    r"degree)|b\.?\s?tech|b\.?\s?e\.|b\.?\s?com\b|a-levels?|gcse|abitur|licence|doctor of|degree\b)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|\+?\d[\d\s().-]{8,}\d|linkedin", re.IGNORECASE)
_LIST = re.compile(r"^[^.!?]{2,}(?:[,;|•·/]\s*[^.!?]{1,40}){2,}")


_BULLET = "•"
_LONGEST_TITLE = 60
_ADVISER = re.compile(r"\b(?:super|ad)vis[eo]", re.IGNORECASE)


def count_periods(lines: Sequence[Line]) -> int:
    """How many lines speak of a period."""
    return sum(any(not span.single for span in find_dates(line.text)) for line in lines)


def holds_positions(lines: Sequence[Line]) -> bool:
    """Whether a period stands beside the name of a role, outside of lists."""
    return any(_roles_beside(lines, lambda text: any(not span.single for span in find_dates(text))))


def holds_dated_roles(lines: Sequence[Line]) -> bool:
    """Whether half of the dates, terms and single years too, stand beside the name of a role: courses given have few."""
    beside = _roles_beside(lines, lambda text: bool(find_dates(text)))
    return sum(beside) * 2 >= len(beside) > 0


def _roles_beside(lines: Sequence[Line], is_dated: Callable[[str], bool]) -> list[bool]:
    """For each dated line outside of lists, whether it or a short neighbour without a date names a role."""
    texts = [line.text for line in lines if not line.text.startswith(_BULLET)]
    dated = [is_dated(text) for text in texts]
    roles = [has_title_word(text) and not _ADVISER.search(text) for text in texts]
    titles = [
        role and not date and len(text) <= _LONGEST_TITLE for text, date, role in zip(texts, dated, roles, strict=True)
    ]
    return [roles[index] or any(titles[max(0, index - 1) : index + 2]) for index in range(len(texts)) if dated[index]]


def guess_kind(lines: Sequence[Line], *, jobs_elsewhere: bool) -> SectionKind:
    """The kind that the lines suggest; OTHER when nothing is told. `jobs_elsewhere`: another section holds the jobs."""
    texts = [line.text for line in lines if line.text.strip()]
    if not texts:
        return SectionKind.OTHER
    periods = count_periods(lines)
    learned = sum(bool(SCHOOL_OR_DEGREE.search(text)) for text in texts)
    if periods and learned * 2 >= periods and learned >= 1 and len(texts) <= 6 * max(periods, learned):
        return SectionKind.EDUCATION
    if periods:
        return SectionKind.OTHER if jobs_elsewhere and not holds_positions(lines) else SectionKind.WORK
    if any(_CONTACT.search(text) for text in texts):
        return SectionKind.CONTACT
    words = [len(text.split()) for text in texts]
    if (all(count <= 4 for count in words) and len(texts) >= 4) or sum(
        bool(_LIST.match(text)) for text in texts
    ) * 2 > len(texts):
        return SectionKind.SKILLS
    if sum(words) > 20 and len(texts) <= 8:
        return SectionKind.SUMMARY
    return SectionKind.OTHER
