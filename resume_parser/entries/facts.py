"""What can be told of a row before its entry is known: its dates, whether it is a header or running text."""

import re
from dataclasses import dataclass, field, replace

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.mending import mend_periods
from resume_parser.sections.section import Row
from resume_parser.sections.style import Style, style_of
from resume_parser.values.date_patterns import DURATION
from resume_parser.values.dates import DateSpan, find_dates

_ACTION = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|Led|Built|Ran|Wrote|Won|Made|Drove|Took|Set|Sold|Grew|Kept|Held|Oversaw|Taught|Gave|"
    r"Responsible|Duties|Key|Worked)\s+(?:[a-z]|\d)"
)
_MAX_HEADER_WORDS = 16
_LABELLED_BODY = re.compile(
    r"^(?:key |main |core |selected |notable )?(?:responsibilit|dut(?:y|ies)|achievements?|accomplishments?|"
    r"technolog|tech stack|tools|environment|description|role description|"
    r"skills|stack|highlights|projects?\b|clients?\b|reason for leaving|supervisor|salary|hours|references?\b|"
    r"modules|thesis|dissertation|coursework|relevant course|relevant modules|subjects|courses|activities|awards?|"
    r"honou?rs|gpa|grade|cgpa|percentage|minor\b|focus|advisor|specialization)"
    r"[^:\t]{0,30}:", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowFacts:
    row: Row
    text: str
    """Without bullet and outer white space."""
    bullet: bool
    dates: tuple[DateSpan, ...]
    """Positions count in `text`; empty for running text."""
    body: bool
    """Running text: a bullet, a sentence, a labelled list of duties."""
    style: Style
    rest: str = field(default="")
    """The text without its dates."""

    @property
    def anchor(self) -> bool:
        return bool(self.dates)

    @property
    def date_only(self) -> bool:
        return bool(self.dates) and not self.rest.strip(" \t,.;:|()–—-")


def read_rows(rows: tuple[Row, ...], day_first: bool) -> list[RowFacts]:
    """Facts of every row that has text."""
    facts: list[RowFacts] = []
    for row in mend_periods(rows, day_first):
        if any(character.isalnum() for character in row.text):
            facts.append(_read(row, facts[-1] if facts else None, day_first))
    return _distrust_bullets(facts)


def _distrust_bullets(facts: list[RowFacts]) -> list[RowFacts]:
    """Where entries are dated on plain lines, a date behind a bullet is part of the text."""
    if not any(fact.anchor and not fact.bullet for fact in facts):
        return facts
    return [replace(fact, body=True, dates=(), rest=fact.text) if fact.bullet else fact for fact in facts]


def _read(row: Row, before: RowFacts | None, day_first: bool) -> RowFacts:
    text = row.text.strip()
    mark = BULLET.match(text)
    text = text[mark.end() :].strip() if mark else text
    style = style_of(row.line)
    dates = tuple(span for span in find_dates(text, day_first) if _speaks_of_the_entry(text, span))
    rest = without_dates(text, dates)
    body = bool(_LABELLED_BODY.match(text)) or (not dates and _is_running_text(text))
    if mark and not (dates and len(rest.split()) <= _MAX_HEADER_WORDS and not _ACTION.match(rest)):
        body = True
    if not body and not dates and before is not None and before.body and _continues(row, text, before):
        body = True
    if dates and (len(rest.split()) > _MAX_HEADER_WORDS or (_ACTION.match(rest) and len(rest.split()) > 6)):
        body = True
    return RowFacts(row, text, bool(mark), () if body else dates, body, style, text if body else rest)


def without_dates(text: str, dates: tuple[DateSpan, ...]) -> str:
    """The text with each date replaced by a tab, the sign of a gap."""
    for span in reversed(dates):
        text = f"{text[: span.begin].rstrip(' ,;|–—-(')}\t{text[span.stop :].lstrip(' ,;|–—-)')}"
    return DURATION.sub("", text.strip()) if dates and DURATION.fullmatch(text.strip()) else text.strip()


def _speaks_of_the_entry(text: str, span: DateSpan) -> bool:
    """A period does anywhere in a header; a single date only at an edge, not inside a sentence."""
    if not span.single:
        return True
    before, after = text[: span.begin].strip(" ,.;|()–—-\t"), text[span.stop :].strip(" ,.;|()–—-\t")
    if not before or not after:
        return len((before or after).split()) <= 14
    return text[span.begin - 1] in "\t(|," or text[span.begin - 2 : span.begin] in {
        "| ",
        "· ",
        "• ",
        ", ",
        "– ",
        "— ",
        "- ",
    }


def _is_running_text(text: str) -> bool:
    words = text.split()
    if _ACTION.match(text) and len(words) > 3:
        return True
    if text[:1].islower() and len(words) > 3:
        return True
    if "\t" in text:
        return len(words) > 24
    lower = sum(word[:1].islower() for word in words)
    if len(words) >= 8 and (text.endswith(".") or lower * 2 > len(words)):
        return True
    return (len(words) > _MAX_HEADER_WORDS and lower * 4 > len(words)) or (
        text.endswith(".") and len(words) >= 5 and lower * 2 >= len(words)
    )


def _continues(row: Row, text: str, before: RowFacts) -> bool:
    """Whether the row is the next line of the running text above it."""
    line, above = row.line, before.row.line
    if (line.bold and not above.bold) or line.gap > 0.45 or abs(line.size - above.size) > 0.06:
        return False
    if text[:1].islower() or text[:1] in "&(":
        return True
    if before.text.endswith((".", "!", "?", ";")):
        return False
    if before.text.endswith((",", " and", " the", " of", " for", " with", "-", " to", " in", " a")):
        return True
    hanging = above.indent + (0.6 if before.bullet else 0)
    wide = len(before.row.text) >= 60
    return wide and (line.indent >= hanging - 0.1 if before.bullet else line.indent == above.indent)
