"""Jobs told in sentences: `Worked as a Clerk in Acme Ltd, Chennai, from 2014 to 2016 and was promoted to Cashier.`"""

import re
from collections.abc import Sequence
from functools import lru_cache

from resume_parser.entries.broken_periods import with_text
from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import without_dates
from resume_parser.sections.section import Row
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_title_word

_WHEN = r"(?:(?:at )?present(?:ly)?|current(?:ly)?|now|earlier|previously|formerly|before (?:this|that)|then|also|recently|lastly)"
_WORKED = (
    rf"^\W*(?:{_WHEN},?\s+)*(?:I\s+)?(?:(?:am|was|is|has been|have been|been|have|had)\s+)?(?:{_WHEN}\s+)*"
    r"(?:work(?:ed|ing|s)?|serv(?:ed|ing)|employed|associated|engaged|joined|(?:\w+\+?\s+years?(?:\s+of)?(?:\s+working)?\s+experience))"
)
_TITLE = r"(?:an?\s+|the\s+|(?:the\s+)?(?:post|position|capacity) of\s+(?:an?\s+)?)?(\w[^\t]{2,50}?)"
_TAIL = r"(?:\s+(?:in|at|for|under|where|handling|looking)\s[^\t]*?)?(?:\t|\.?$)"
_TELLS = re.compile(_WORKED + r"\b", re.IGNORECASE)
_TITLE_FIRST = re.compile(
    rf"{_WORKED}\s+as\s+{_TITLE}\s+(?:in|at|with|for|of)\s+(\w[^\t]{{1,90}}?)(?:\t|\.?$)", re.IGNORECASE
)
_EMPLOYER_FIRST = re.compile(
    rf"{_WORKED}\s+(?:(?:in|at|with|for|by)\s+)?(\w[^\t]{{1,80}}?)\s+as\s+{_TITLE}{_TAIL}", re.IGNORECASE
)
_KIND_OF_FIRM = re.compile(
    r"^(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:house|company|firm|organi[sz]ation|concern|factory|shop|hospital|school|bank|agency)\s+"
    r"(?:named |called )?(?=[A-Z])",
    re.IGNORECASE,
)
_WHEN_FOLLOWS = re.compile(r"\s+(?:during|from|since|between|over|in|for(?: the)?(?: period)?(?: of)?)$", re.IGNORECASE)
_PROMOTED = re.compile(
    r"[\s,;]+(?:and\s+)?(?:(?:was|got|been|later|then|subsequently)\s+)*(promoted\s+(?:to|as)\s+(?:[^\t.]{3,60}))",
    re.IGNORECASE,
)
_PROMOTION = re.compile(rf"^promoted\s+(?:to|as)\s+(?:be\s+)?{_TITLE}(?:\t|\.?$)", re.IGNORECASE)
_LONGEST_ROW = 300
_FULL_LINE = 55
_MOST_ROWS = 3


@lru_cache(maxsize=512)
def tells_of_work(text: str) -> bool:
    return _TELLS.match(text) is not None


def read_sentence(rest: str) -> tuple[tuple[str, str], ...]:
    """Title and employer of a job told as a sentence, its dates taken out; the title alone of a promotion."""
    if len(rest) > _LONGEST_ROW:
        return ()
    promoted = _PROMOTION.match(rest)
    if promoted and _is_title(promoted[1]):
        return ((_WHEN_FOLLOWS.sub("", promoted[1]), "TITLE"),)
    if not tells_of_work(rest):
        return ()
    match = _EMPLOYER_FIRST.match(rest)
    if match and _is_title(match[2]) and match[1][0].isupper() | bool(_KIND_OF_FIRM.match(match[1])):
        return (_WHEN_FOLLOWS.sub("", match[2]), "TITLE"), (_name_of(match[1]), "COMPANY")
    match = _TITLE_FIRST.match(rest)
    return ((match[1], "TITLE"), (_name_of(match[2]), "COMPANY")) if match and _is_title(match[1]) else ()


def _is_title(text: str) -> bool:
    return text[0].isupper() or has_title_word(text)


def _name_of(text: str) -> str:
    """`a Trading House Lotus Exports` is Lotus Exports."""
    return _KIND_OF_FIRM.sub("", _WHEN_FOLLOWS.sub("", text.rstrip(" .\t")))


def join_sentences(rows: Sequence[Row]) -> list[Row]:
    """The rows, each sentence that tells of work on one; a promotion in it has a row of its own."""
    result: list[Row] = []
    joined = 0
    for row in rows:
        above = result[-1].text.rstrip() if result else ""
        if joined and joined < _MOST_ROWS and _goes_on(above, row):
            result[-1] = with_text(result[-1], f"{above} {row.text.strip()}")
            joined += 1
            continue
        joined = int(_is_told(row.text))
        result.append(row)
    return [part for row in result for part in _without_promotion(row)]


def _is_told(text: str) -> bool:
    mark = BULLET.match(text)
    return tells_of_work(text[mark.end() :] if mark else text)


def _goes_on(above: str, row: Row) -> bool:
    text = row.text.strip()
    if BULLET.match(row.text) or "\t" in text or tells_of_work(text) or above.endswith("."):
        return False
    return text[:1].islower() or (len(above) >= _FULL_LINE and row.line.gap < 0.5)


def _without_promotion(row: Row) -> list[Row]:
    match = _PROMOTED.search(row.text) if _is_told(row.text) else None
    if match is None:
        return [row]
    whole = find_dates(row.text[: match.start()])
    dates = find_dates(match[1])
    text = match[1]
    if whole and dates and dates[0].single and whole[-1].end and not whole[-1].single:
        # Promoted within the time at the firm: the new post lasted until its end.
        text = f"{without_dates(text, dates[:1])}\t{dates[0].end} – {whole[-1].end}"
    return [with_text(row, row.text[: match.start()]), with_text(row, text)]
