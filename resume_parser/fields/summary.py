"""What the person says about themselves, in running text."""

from collections.abc import Sequence

from resume_parser.entries.bullets import BULLET
from resume_parser.fields.context import Context
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row
from resume_parser.values.email import find_emails
from resume_parser.values.phone_spans import find_phones

_LEAST_WORDS = 6
_APART = 0.7
_SAME_SIZE = 0.05
_ENDS = (".", "!", "?", "…")


def find_summary(context: Context) -> str | None:
    """The summary section's text; without one, the sentences above the first heading."""
    for section in context.sections:
        if section.kind is SectionKind.SUMMARY and section.rows:
            text = _joined([BULLET.sub("", row.text.strip()) for row in section.rows if row.text.strip()])
            if text:
                return text
    return _joined(_sentences(context.rows(SectionKind.PROFILE))) or None


def _sentences(rows: Sequence[Row]) -> list[str]:
    """Rows of running text, and the short ones that they go on in."""
    found: list[str] = []
    above: Row | None = None
    for row in rows:
        if _is_prose(row.text) or (above is not None and _goes_on(above, row)):
            found.append(row.text.strip())
            above = row
        else:
            above = None
    return found


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a short row is the rest of the text above: an open sentence's end, or another sentence in the same print."""
    line = row.line
    close = row.index == above.index + 1 and line.gap < _APART and line.column == above.line.column
    alike = abs(line.size - above.line.size) < _SAME_SIZE and line.bold == above.line.bold
    if not (close and alike) or "@" in row.text or "\t" in row.text or find_phones(row.text):
        return False
    text = row.text.rstrip()
    return not above.text.rstrip().endswith((*_ENDS, ":")) or (text.endswith(_ENDS) and len(text.split()) > 1)


def _joined(texts: Sequence[str]) -> str:
    """The rows as one text; a word that a row's end parted at its hyphen is one again."""
    whole = ""
    for text in texts:
        parted = whole.endswith("-") and whole[-2:-1].isalpha() and text[:1].islower()
        whole = f"{whole}{text}" if parted or not whole else f"{whole} {text}"
    return whole


def _is_prose(text: str) -> bool:
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    prose = len(words) >= _LEAST_WORDS and lower * 2 > len(words) and "\t" not in text
    return prose and "@" not in text and not find_emails(text)
