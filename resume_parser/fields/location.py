"""Where the person lives, as the contact block says it."""

import re

from resume_parser.entries.scoring import score_by_cues
from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.record import Field
from resume_parser.values.email import find_emails
from resume_parser.values.phone_spans import find_phones

_PIECES = re.compile(r"\t+|\s*[|•·●▪;]\s*|\s[–—/-]\s")
_LABEL = re.compile(
    r"^\W*(?:address|location|residence|based in|city|home|lives? in|adresse|anschrift)\s*[:\t]?\s*", re.IGNORECASE
)
_LEAST = 0.5
_LONGEST_LINE = 160


def address_lines(context: Context, name: Field[str] | None) -> list[str]:
    """The lines of the contact block, and those labelled as an address elsewhere, without the name."""
    own = {row.index: row.text for row in context.rows(*CONTACT_KINDS)}
    labelled = {
        index: line.text
        for index, line in enumerate(context.document.lines)
        if len(line.text) <= _LONGEST_LINE and _LABEL.match(line.text)
    }
    texts = {**own, **labelled}
    return [
        text for _, text in sorted(texts.items()) if len(text) <= _LONGEST_LINE and not (name and text == name.value)
    ]


def find_location(context: Context, name: Field[str] | None) -> str | None:
    """The contact block's place, with its street when that stands on the same line; None when none is told."""
    pieces = [piece for row in context.rows(*CONTACT_KINDS) for piece in _pieces(row.text)]
    if name is not None:
        pieces = [piece for piece in pieces if piece != name.value]
    scores = score_by_cues(pieces)
    best, best_score = None, _LEAST
    for piece, score in zip(pieces, scores, strict=True):
        chance = score.get("LOCATION", 0.0)
        if best is None and chance > best_score:
            best, best_score = piece, chance
    return best


def _pieces(text: str) -> list[str]:
    if len(text) > 120:
        return []
    pieces = [_LABEL.sub("", piece).strip(" ,.•") for piece in _PIECES.split(text)]
    return [
        piece
        for piece in pieces
        if 2 < len(piece) <= 80 and not find_emails(piece) and not find_phones(piece) and "/" not in piece
    ]
