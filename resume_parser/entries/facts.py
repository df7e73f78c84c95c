"""What can be told of a row before its entry is known: its dates, whether it is a header or running text."""

import re
from dataclasses import dataclass, field, replace

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.labelled import (
    DATE,
    OTHER,
    Known,
    is_client,
    names_projects,
    read_columns,
    read_labels,
    read_table_row,
    says_what_happened,
)
from resume_parser.entries.mending import mend_rows
from resume_parser.entries.wrapping import Margins, continues, runs_on
from resume_parser.sections.section import Row
from resume_parser.sections.style import Style, style_of
from resume_parser.values.date_patterns import DURATION
from resume_parser.values.dates import DateSpan, find_dates

_ACTION = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|Led|Built|Ran|Wrote|Won|Made|Drove|Took|Set|Sold|Grew|Kept|Held|Oversaw|Taught|Gave|"
    r"Responsible|Duties|Key|Worked)\s+(?:[a-z]|\d)"
)
_MAX_HEADER_WORDS = 16
_PERIODS_OF_A_HABIT = 2
_LABELLED_BODY = re.compile(
    r"^(?:key |main |core |selected |notable )?(?:responsibilit|dut(?:y|ies)|achievements?|accomplishments?|"
    r"technolog|tech stack|tools|environment|description|role description|"
    r"skills|stack|highlights|projects?\b|clients\b|reason for leaving|supervisor|salary|hours|references?\b|"
    r"modules|thesis|dissertation|coursework|relevant course|relevant modules|subjects|courses|activities|awards?|"
    r"honou?rs|gpa|grade|cgpa|percentage|minor\b|focus|advisor|specialization)"
    r"[^:\t]{0,45}:", re.IGNORECASE
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
    known: tuple[Known, ...] = ()
    """Cells of a row that names what they hold, or stands under a table's column names."""

    @property
    def anchor(self) -> bool:
        return bool(self.dates)

    @property
    def date_only(self) -> bool:
        return bool(self.dates) and not self.rest.strip(" \t,.;:|()–—-")


def read_rows(rows: tuple[Row, ...], day_first: bool) -> list[RowFacts]:
    """Facts of every row that has text."""
    facts: list[RowFacts] = []
    margins = Margins(rows)
    columns: tuple[str, ...] = ()
    for_clients = names_projects(row.text for row in rows)
    for row in mend_rows(rows, margins, day_first):
        if not any(character.isalnum() for character in row.text):
            continue
        named = read_columns(row.text)
        if named:
            columns = named
            continue
        fact = _read(row, facts[-1] if facts else None, day_first, margins)
        if for_clients and is_client(fact.text):
            fact = replace(fact, body=True, dates=(), known=(), rest=fact.text)
        facts.append(_in_table(fact, columns) if columns else fact)
    return _distrust_lone_dates(_distrust_bullets(facts))


def _in_table(fact: RowFacts, columns: tuple[str, ...]) -> RowFacts:
    """The row read by the columns of its table."""
    known = read_table_row(fact.row.text, columns)
    if not known:
        return fact
    dates = find_dates(fact.text)
    rest = tuple((without_dates(text, find_dates(text)) if kind != "DEGREE" else text, kind) for text, kind in known)
    return replace(fact, body=False, bullet=False, dates=dates, known=rest)


def _distrust_lone_dates(facts: list[RowFacts]) -> list[RowFacts]:
    """Where entries are dated by periods, a lone date in the middle of other words is part of the text."""
    dated = [fact for fact in facts if any(not span.single for span in fact.dates)]
    if len(dated) < _PERIODS_OF_A_HABIT:
        return facts
    looks = {_look(fact) for fact in dated}
    return [
        replace(fact, dates=(), rest=fact.text, body=True)
        if fact.dates and all(span.single for span in fact.dates) and not (_stands_apart(fact) and _look(fact) in looks)
        else fact
        for fact in facts
    ]


def _look(fact: RowFacts) -> tuple[bool, float, bool]:
    """The row's style; capitals do not count, as a year has none."""
    return fact.style.bold, fact.style.size, fact.row.line.italic


def _stands_apart(fact: RowFacts) -> bool:
    """Whether the date is alone on its line, in a cell or brackets of its own, or opens the line."""
    span = fact.dates[0]
    before, after = fact.text[: span.begin].rstrip(" "), fact.text[span.stop :]
    return (
        not before or before.endswith(("\t", "(", "|", "·", "•")) or fact.text[span.begin] in "([" or after[:1] == "\t"
    )


def _distrust_bullets(facts: list[RowFacts]) -> list[RowFacts]:
    """Where entries are dated on plain lines, a date behind a bullet is part of the text."""
    if not any(fact.anchor and not fact.bullet for fact in facts):
        return facts
    return [replace(fact, body=True, dates=(), rest=fact.text) if fact.bullet else fact for fact in facts]


def _read(row: Row, before: RowFacts | None, day_first: bool, margins: Margins) -> RowFacts:
    text = row.text.strip()
    mark = BULLET.match(text)
    text = text[mark.end() :].strip() if mark else text
    style = style_of(row.line)
    if not mark and before is not None and before.body and runs_on(before.row, row, text, margins):
        return RowFacts(row, text, bullet=False, dates=(), body=True, style=style, rest=text)
    dates = tuple(span for span in find_dates(text, day_first) if _speaks_of_the_entry(text, span))
    rest = without_dates(text, dates)
    body = bool(_LABELLED_BODY.match(text)) or (not dates and _is_running_text(text))
    if mark and not (dates and len(rest.split()) <= _MAX_HEADER_WORDS and not _ACTION.match(rest)):
        body = True
    if not body and not dates and before is not None and before.body:
        body = continues(before.row, before.text, before.bullet, row, text)
    if dates and (len(rest.split()) > _MAX_HEADER_WORDS or (_ACTION.match(rest) and len(rest.split()) > 6)):
        body = True
    known = () if mark else read_labels(rest)
    if known:
        body = says_what_happened(known) and not dates
        rest = "\t".join(text for text, kind in known if kind not in {DATE, OTHER})
    return RowFacts(row, text, bool(mark), () if body else dates, body, style, text if body else rest, known)


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
