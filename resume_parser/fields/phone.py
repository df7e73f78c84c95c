"""The person's telephone number."""

import re
from collections.abc import Sequence

from resume_parser.fields.context import CONTACT_KINDS, OTHERS_KINDS, Context
from resume_parser.record import Field
from resume_parser.sections.kinds import SectionKind
from resume_parser.values import phone

_FAX = re.compile(r"\bfax\b|\bf\s*:\s*$", re.IGNORECASE)
_MOBILE = re.compile(r"\b(?:mobile|cell|cellular|mob|handy|celular|portable|m|c)\b\s*[.:)]*\s*\(?$", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|ph|mobile|cell|call|contact(?: no| number)?|whats\s?app|t|p|m)\b\s*[.:)#|]*\s*\(?$|"
    r"[☎✆📞📱]\s*$",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"(?:\b(?:id|no|number|licen[sc]e|registration|reg|pin|nmc|ssn|passport|isbn|issn|doi|gpa|score|badge|"
    r"certificate|permit|account)\b\.?\s*(?:no\.?|number|#)?\s*[:#]?\s*|#)$",
    re.IGNORECASE,
)


def find_phone(
    context: Context, regions: Sequence[str], email: Field[str] | None
) -> tuple[Field[str] | None, str | None]:
    """The number as written and its E.164. Of several the mobile, else the first; never a fax or another person's."""
    kinds = {row.index: section.kind for section in context.sections for row in section.rows}
    best: tuple[float, Field[str], str | None] | None = None
    for index, line in enumerate(context.document.lines):
        for span in phone.find_phones(line.text):
            before = line.text[: span.begin]
            if _FAX.search(before[-12:]) or _NOT_A_PHONE.search(before):
                continue
            e164 = phone.clean(span.written, tuple(regions))
            kind = SectionKind.CONTACT if _beside(email, index) else kinds.get(index, SectionKind.OTHER)
            score = _score(kind, before, span.written, e164)
            if score > 0.3 and (best is None or score > best[0] + 0.001):
                best = score, Field(span.written, min(0.99, score), (index,)), e164
    if best is None:
        return _from_links(context)
    return best[1], best[2]


def _beside(email: Field[str] | None, index: int) -> bool:
    """Next to the address, as in a footer that reads as part of the last section."""
    return email is not None and any(abs(line - index) <= 1 for line in email.lines)


def _score(kind: SectionKind, before: str, written: str, e164: str | None) -> float:
    score = 0.86 if kind in CONTACT_KINDS else 0.1 if kind in OTHERS_KINDS else 0.5
    score += 0.1 if e164 else -0.25
    score += 0.04 if _MOBILE.search(before) else 0.02 if _LABEL.search(before) else 0.0
    if kind not in CONTACT_KINDS and kind not in OTHERS_KINDS and (_LABEL.search(before) or written.startswith("+")):
        score += 0.2
    return score


def _from_links(context: Context) -> tuple[Field[str] | None, str | None]:
    for index, line in enumerate(context.document.lines):
        for target in line.links:
            if target.lower().startswith("tel:"):
                e164 = phone.clean(target[4:])
                if e164:
                    return Field(target[4:], 0.8, (index,)), e164
    return None, None
