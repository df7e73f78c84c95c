"""Running headers, footers and page numbers: what stands on pages for the sake of their being pages."""

import re
from collections import Counter
from collections.abc import Sequence

from resume_parser.layout.reading_order import Block
from resume_parser.layout.rows import Row

MARGIN = 0.09
"""Share of the page's height, at its top and at its bottom."""

_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:page|p\.|seite|página|pagina)\s*)?\d{1,2}(?:\s*(?:/|of|von|de|sur|-|–|\|)\s*\d{1,2})?\W*$",
    re.IGNORECASE,
)
_PAGE_MENTION = re.compile(
    r"\b(?:page|seite|página)\s*\d{1,2}(?:\s*(?:/|of|von|de|sur)\s*\d{1,2})?\s*$"
    r"|(?<=\D)\b\d{1,2}\s*(?:/|of|von|de|sur)\s*\d{1,2}\s*$",
    re.IGNORECASE,
)
_PAGE_WITHIN = re.compile(r"\b(?:page|seite|página)\s*\d{1,2}(?:\s*(?:/|of|von|de|sur)\s*\d{1,2})?\b", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"(?<=\D)\b\d{1,2}\s*$")
_DOCUMENT = re.compile(
    r"\b(?:curriculum vitae|curriculum|vitae|resume|résumé|cv|lebenslauf|continued)\b", re.IGNORECASE
)
_ADVERT = re.compile(
    r"^(?:(?:powered|created|made|built|generated|designed) (?:by|with|using|on) )?(?:https?://)?(?:www\.)?"
    r"(?:enhancv|novor[eé]sum[eé]|resume(?:\.io)?|zety|kickresume|visualcv|flowcv|canva|cvmkr|cvmaker|rezi|livecareer|resumegenius|"
    r"reactive[ -]resume|rxresume|europass)(?:\.(?:com|io|ai|me|eu|org))?/?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|\d(?:[\s().-]*\d){6}|linkedin|\.(?:com|net|org)\b", re.IGNORECASE)
_LONGEST = 90
_SHORT = 2


def without_furniture(pages: Sequence[list[Block]], heights: Sequence[float]) -> list[list[Block]]:
    """The pages' blocks without page numbers and adverts, and what recurs in the margins once at most.

    A running head is kept where it stands first, for it may be the only place of the name, unless the first page says
    all that it says; a footer if it gives contact data. Below what is kept of a page no more of a running head is.
    """
    margins = [_margin_rows(page, height) for page, height in zip(pages, heights, strict=True)]
    recurring = Counter(key for rows in margins for key in {_key(row) for row in rows})
    named = {_key(row) for block in pages[0][:2] for row in block.rows[:3]}
    said = _words(" ".join(_text(row) for block in pages[0] for row in block.rows)) if len(pages) > 1 else set()
    cleaned: list[list[Block]] = []
    seen: set[str] = set()
    for page, rows, height in zip(pages, margins, heights, strict=True):
        dropped: set[int] = set()
        first_kept = height
        for row in sorted(rows, key=lambda row: row[0].baseline):
            key = _key(row)
            outermost = row[0].baseline <= first_kept or row[0].baseline > height / 2
            repeated = (recurring[key] > 1 and key in seen) or (bool(cleaned) and key in named)
            if cleaned and row[0].baseline < height / 2 and (recurring[key] > 1 or _tells_who_or_where(row)):
                repeated = repeated or _is_said(key, said)
            footer = recurring[key] > 1 and row[0].baseline > height / 2 and not _CONTACT.search(_text(row))
            if (repeated and outermost) or footer or _is_page_number(row) or _ADVERT.match(_text(row)):
                dropped.add(id(row))
            else:
                first_kept = min(first_kept, row[0].baseline)
            seen.add(key)
        cleaned.append([_filtered(block, dropped) for block in page])
    return cleaned


def _margin_rows(page: Sequence[Block], height: float) -> list[Row]:
    top, bottom = MARGIN * height, (1 - MARGIN) * height
    return [row for block in page for row in block.rows if row[0].baseline < top or row[0].baseline > bottom]


def _filtered(block: Block, dropped: set[int]) -> Block:
    if not dropped:
        return block
    return Block([row for row in block.rows if id(row) not in dropped], block.left, block.column)


def _text(row: Row) -> str:
    return " ".join(fragment.text.strip() for fragment in row)


def _key(row: Row) -> str:
    """What the row says, whatever the page's number and the name of the kind of document."""
    text = _LAST_NUMBER.sub("", _PAGE_MENTION.sub("", _PAGE_WITHIN.sub("", _text(row))))
    return re.sub(r"\W+", " ", _DOCUMENT.sub("", text)).strip().lower()


def _tells_who_or_where(row: Row) -> bool:
    """Whether the row gives contact data or the page's number, as running heads do."""
    text = _text(row)
    return bool(_CONTACT.search(text) or _PAGE_WITHIN.search(text))


def _is_said(key: str, said: set[str]) -> bool:
    """Whether all words of a row are among those said before, single letters as the first of a word."""
    words = key.split()
    initials = {word[0] for word in said}
    return any(len(word) > _SHORT for word in words) and all(
        word in (initials if len(word) == 1 else said) for word in words
    )


def _words(text: str) -> set[str]:
    return set(re.sub(r"\W+", " ", text).lower().split())


def _is_page_number(row: Row) -> bool:
    text = _text(row)
    return len(text) < _LONGEST and (_PAGE_NUMBER.match(text) is not None or _PAGE_MENTION.search(text) is not None)
