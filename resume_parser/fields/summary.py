"""What the person says about themselves, in running text."""

from resume_parser.entries.bullets import BULLET
from resume_parser.fields.context import Context
from resume_parser.sections.kinds import SectionKind

_LEAST_WORDS = 6


def find_summary(context: Context) -> str | None:
    """The summary section's text; without one, the sentences above the first heading."""
    for section in context.sections:
        if section.kind is SectionKind.SUMMARY and section.rows:
            text = " ".join(BULLET.sub("", row.text.strip()) for row in section.rows if row.text.strip())
            if text:
                return text
    sentences = [row.text.strip() for row in context.rows(SectionKind.PROFILE) if _is_prose(row.text)]
    return " ".join(sentences) or None


def _is_prose(text: str) -> bool:
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    return len(words) >= _LEAST_WORDS and lower * 2 > len(words) and "@" not in text and "\t" not in text
