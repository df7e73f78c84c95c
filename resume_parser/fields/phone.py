"""The person's telephone number."""

import re
from collections.abc import Sequence

from resume_parser.fields.context import CONTACT_KINDS, OTHERS_KINDS, Context
from resume_parser.record import Field
from resume_parser.sections.kinds import SectionKind
from resume_parser.values import phone

_FAX = re.compile(r"\bfax\b|\bf\s*:\s*$", re.IGNORECASE)
_NUMBER_WORD = r"(?:\W{0,2}(?:phone|tel)?\s?(?:no|nr|num|number|numbers|nos)\b)?"
_MOBILE_WORD = (
    r"(?:mobile|mob|cell|cellular|cellphone|gsm|handy|mobil|celular|cel|móvil|telemóvel|portable|cellulare|m|c)"
)
_MOBILE = re.compile(rf"\b{_MOBILE_WORD}\b{_NUMBER_WORD}\s*[.:)#|\t]*\s*\(?$", re.IGNORECASE)
_MOBILE_BEHIND = re.compile(rf"^\s*[(\[]\s*{_MOBILE_WORD}\b", re.IGNORECASE)
_LABEL = re.compile(
    rf"\b(?:tel|telephone|phone|ph|call|contact|whats\s?app|fon|telefon|tél|téléphone|teléfono|telefone|t|p|{_MOBILE_WORD})\b"
    rf"{_NUMBER_WORD}\s*[.:)#|\t]*\s*\(?$|[☎✆📞📱]\s*$",
    re.IGNORECASE,
)
_TOWN_BEHIND = re.compile(r"^,?\s+[^\W\d_]{2,}")
_NOT_A_PHONE = re.compile(
    r"(?:\b(?:id|no|number|cep|zip|zip code|postal code|postcode|plz|eircode|licen[sc]e|registration|reg|pin|nmc|ssn|passport|isbn|issn|doi|gpa|score|badge|aadhaa?r|pan|cpf|rg|cnpj|nif|nie|nin|bvn|nric|siret|orcid|"
    r"certificate|permit|account)\b\.?\s*(?:no\.?|number|#)?\s*[:#]?\s*|#)$",
    re.IGNORECASE,
)
_SHORTEST_WITH_AREA = 9
"""In characters."""


def find_phone(
    context: Context, regions: Sequence[str], email: Field[str] | None
) -> tuple[Field[str] | None, str | None]:
    """The number as written and its E.164. Of several the mobile, else the first; never a fax or another person's."""
    kinds = {row.index: section.kind for section in context.sections for row in section.rows}
    best: tuple[float, Field[str], str | None] | None = None
    for index, line in enumerate(context.document.lines):
        for span in phone.find_phones(line.text):
            before, behind = line.text[: span.begin], line.text[span.stop :]
            if _is_other_number(span.written, before, behind):
                continue
            written, e164 = _read(span.written, tuple(regions))
            kind = SectionKind.CONTACT if _beside(email, index) else kinds.get(index, SectionKind.OTHER)
            score = _score(kind, before, written, e164) + 0.04 * (_MOBILE_BEHIND.match(behind) is not None)
            if score > 0.3 and (best is None or score > best[0] + 0.001):
                best = score, Field(written, min(0.99, score), (index,)), e164
    if best is None:
        return _from_links(context)
    return best[1], best[2]


def _is_other_number(written: str, before: str, behind: str) -> bool:
    """A fax, a number of something else, or a postcode: short, with no label, and a town behind it."""
    if _LABEL.search(before):
        return _FAX.search(before[-12:]) is not None
    postcode = len(written) < _SHORTEST_WITH_AREA and _TOWN_BEHIND.match(behind)
    return bool(_FAX.search(before[-12:]) or _NOT_A_PHONE.search(before) or postcode)


def _read(written: str, regions: tuple[str, ...]) -> tuple[str, str | None]:
    """The number and its E.164; what makes a number only without its first digits stands behind a postcode."""
    e164 = phone.clean(written, regions)
    if e164 is None and (rest := phone.without_first_group(written)) and (number := phone.clean(rest, regions)):
        return rest, number
    return written, e164


def _beside(email: Field[str] | None, index: int) -> bool:
    """Next to the address, as in a footer that reads as part of the last section."""
    return email is not None and any(abs(line - index) <= 1 for line in email.lines)


def _score(kind: SectionKind, before: str, written: str, e164: str | None) -> float:
    score = 0.86 if kind in CONTACT_KINDS else 0.1 if kind in OTHERS_KINDS else 0.5
    score += 0.1 if e164 else -0.25
    score -= 0.1 * (len(written) < _SHORTEST_WITH_AREA and not _LABEL.search(before))
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
