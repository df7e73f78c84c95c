"""The words of a line that may be a heading, without the rules drawn beside them in characters."""

import re
from functools import lru_cache

from resume_parser.document import Line
from resume_parser.sections.heading_words import MAX_WORDS, is_ambiguous, is_fragmented, kind_of_phrase, kind_of_words
from resume_parser.vocabulary import has_company_suffix, has_degree_word, has_school_cue, has_title_word

_LISTED = re.compile(r",\s*(?:and\s+|&\s*)?", re.IGNORECASE)
_COLUMN_NAMES = re.compile(r"(?:(?:year|month|date|period|年|月|年月|년|월|년월|기간)[\s/]+)+(?=\S)", re.IGNORECASE)
_SHORT_FORM = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
"""`U.A.E.`, whose full stop ends no sentence."""
_RULE = " _=~*#.·•|+<>–—-"
_NUMBER = re.compile(r"\s*(?:\d{1,2}\.\d{1,2}|\(?(?:\d{1,2}|[IVX]{1,4}|[A-K])[.)])\s*")
"""The number of a section in a cell of its own."""
_SHORTEST_RULE = 3
"""Characters, blanks among them."""
_MAX_CHARACTERS = 70
_MOST_TITLED = 5


def first_cell(line: Line) -> str:
    """The text before the first wide gap, or behind it where a rule or a number is all that stands before."""
    begin, end = _first_cell(line.text)
    return line.text[begin:end]


def rest_of(line: Line) -> int | None:
    """Where the text beside a heading begins; None without any."""
    tab = line.text.find("\t", _first_cell(line.text)[1])
    rest = line.text[tab + 1 :] if tab >= 0 else ""
    return len(line.text) - len(rest.lstrip()) if _without_rules(rest).strip() else None


def may_be_heading(line: Line) -> bool:
    cell = first_cell(line).strip()
    if not 2 <= len(cell) <= _MAX_CHARACTERS or (cell.endswith((".", ",", ";")) and not _SHORT_FORM.search(cell)):
        return False
    return len(cell.split()) <= MAX_WORDS or is_fragmented(cell)


def lists_headings(text: str) -> bool:
    """Whether the text has no comma, or one between words of headings: `Honors, Scholarships, and Fellowships`."""
    parts = _LISTED.split(text)
    return len(parts) == 1 or all(kind_of_phrase(part) or kind_of_words(part) for part in parts)


def heading_after_column_names(text: str) -> str | None:
    """The heading of a section that stands in the head of its table: `Year | Month | Education`."""
    match = _COLUMN_NAMES.match(text)
    if match is None or kind_of_phrase(text[match.end() :]) is None or is_ambiguous(text[match.end() :]):
        return None
    return text[match.end() :].strip()


def is_titled(text: str) -> bool:
    """A few words, all but the small ones with a capital."""
    words = text.split()
    return len(words) <= _MOST_TITLED and all(word[:1].isupper() or len(word) <= 3 for word in words)


def names_an_entry(text: str) -> bool:
    """Words of a degree, school, employer or job, which may wear the headings' look."""
    return has_degree_word(text) or has_school_cue(text) or has_title_word(text) or has_company_suffix(text)


@lru_cache(maxsize=1024)
def _first_cell(text: str) -> tuple[int, int]:
    begin = 0
    while True:
        end = text.find("\t", begin)
        end = len(text) if end < 0 else end
        bare = _without_rules(text[begin:end])
        if end == len(text) or (bare.strip() and not _NUMBER.fullmatch(bare)):
            break
        begin = end + 1
    start = text.find(bare, begin, end)
    return (start, start + len(bare)) if bare else (begin, end)


def _without_rules(text: str) -> str:
    """Without three and more characters of a rule at either end, as in `_____ Employment _____` and `== SKILLS ==`."""
    if len(text) - len(inner := text.lstrip(_RULE)) >= _SHORTEST_RULE:
        text = inner
    return inner if len(text) - len(inner := text.rstrip(_RULE)) >= _SHORTEST_RULE else text
