"""Languages that the person speaks, with how well."""

import re

from resume_parser.fields.context import Context
from resume_parser.sections.kinds import SectionKind
from resume_parser.vocabulary import is_language_level, match_language

_ITEM = re.compile(r"[,;|•·\t]|\s[–—/]\s|\band\b")
_LEVEL = re.compile(r"^\s*(?P<name>[^\W\d_][^\d(:–—-]{1,24}?)\s*(?:[(:–—-]\s*(?P<level>[^)]{1,40})\)?)?\s*$")


def find_languages(context: Context) -> list[dict[str, str | None]]:
    """`[{"name", "level"}]` in the document's order; names in English, levels as written."""
    found: dict[str, dict[str, str | None]] = {}
    for row in context.rows(SectionKind.LANGUAGES, SectionKind.SKILLS):
        for name, level in read_languages(row.text):
            found.setdefault(name, {"name": name, "level": level})
    return list(found.values())


def read_languages(text: str) -> list[tuple[str, str | None]]:
    """The languages that a line lists."""
    found: list[tuple[str, str | None]] = []
    for piece in _ITEM.split(text):
        match = _LEVEL.match(piece.strip(" .•-"))
        if match is None:
            continue
        name, level = match["name"].strip(), match["level"]
        head, _, tail = name.rpartition(" ")
        if head and is_language_level(tail):
            name, level = head, tail
        elif is_language_level(name) and found and found[-1][1] is None:
            found[-1] = (found[-1][0], name)
            continue
        elif is_language_level(head.partition(" ")[0]) and match_language(tail):
            name, level = tail, head
        language = match_language(name)
        if language:
            found.append((language, level.strip() if level else None))
    return found
