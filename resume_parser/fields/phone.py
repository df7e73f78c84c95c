"""The person's telephone number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.fields.region import Home
from resume_parser.fields.wrapped_phone import find_wrapped
from resume_parser.ownership.owners import Owners, Whose
from resume_parser.record import Field
from resume_parser.sections.kinds import SectionKind
from resume_parser.values import phone
from resume_parser.values.phone_spans import PhoneSpan, find_phones
from resume_parser.vocabulary.contact_labels import label_before, label_behind

_TOWN_BEHIND = re.compile(r"^,?\s+[^\W\d_]{2,}")
_NOT_A_PHONE = re.compile(
    r"(?:\b(?:id|no|number|cep|zip|zip code|postal code|postcode|plz|eircode|licen[sc]e|registration|reg|roll|enrol?lment|pin|nmc|ssn|passport|"
    r"isbn|issn|doi|gpa|score|badge|aadhaa?r|pan|cpf|rg|cnpj|nif|nie|dni|nin|bvn|nric|siret|orcid|iban|konto|tax|vat|steuer|"
    r"matrikel|matricule|certificate|permit|account|ref|reference|case|order|employee|visa|born|birth|dob|geboren|geb)\b\.?\s*"
    r"(?:no\.?|nr\.?|number|code|#)?\s*[.:：#-]*\s*|[#$€£₹¥]\s?)$",
    re.IGNORECASE,
)
_AMOUNT_BEHIND = re.compile(r"\s?(?:%|[€$£₹¥]|(?:eur|usd|gbp|inr|aed|people|users|customers)\b)", re.IGNORECASE)
_SHORTEST_WITH_AREA = 9
"""In characters."""
_LABEL_REACH = 60
_LEAST = 0.3
_BRACKET = re.compile(r"\([^()\d]{1,20}\)\W*$")
_LEADING_BRACKET = re.compile(r"^\W*\([^()\d]{1,20}\)")
_WELL_FORMED = re.compile(r"[+＋(0]")


@dataclass(frozen=True, slots=True)
class _Candidate:
    written: str
    e164: str | None
    lines: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """The person's number as written and as E.164; or, where there are only those of others, their lines."""

    field: Field[str] | None
    e164: str | None = None
    others: tuple[int, ...] = ()


def find_phone(context: Context, home: Home, email: Field[str] | None, owners: Owners) -> FoundPhone:
    """Of several numbers the mobile, else the first; never a fax or another person's.

    The country is the one written, or the person's own; where neither is told there is no E.164.
    """
    best: _Candidate | None = None
    others: list[int] = []
    for index, span, before, behind, used in _spans(context, home):
        if _is_other_number(span.written, before, behind):
            continue
        written = phone.without_postcode(span.written, home.regions)
        e164 = phone.clean(written, home.regions, lenient=home.sure)
        if owners.of_phone(index, before) is Whose.OTHERS:
            others.extend(used if e164 else ())
            continue
        kind = SectionKind.CONTACT if _beside(email, index) else owners.kind_of(index)
        score = _score(kind, before, behind, written, e164)
        if score > _LEAST and (best is None or score > best.score + 0.001):
            best = _Candidate(written, e164, used, score)
    if best is None:
        return _from_links(context, owners) or FoundPhone(None, others=tuple(dict.fromkeys(others)))
    return FoundPhone(Field(best.written, min(0.99, best.score), best.lines), best.e164)


def _spans(context: Context, home: Home) -> Iterator[tuple[int, PhoneSpan, str, str, tuple[int, ...]]]:
    """Every number with its line, the text before and behind it, and the lines it stands on."""
    lines = context.document.lines
    for index, line in enumerate(lines):
        wrapped = find_wrapped(lines, index, home)
        for span, before, behind in _with_surroundings(line.text):
            if wrapped is None or span.stop <= wrapped.begin:
                yield index, span, before, behind, (index,)
        if wrapped is not None:
            yield index, wrapped, line.text[: wrapped.begin], "", (index, index + 1)


def _with_surroundings(text: str) -> Iterator[tuple[PhoneSpan, str, str]]:
    """The numbers with what is said of them before and behind: of several, a label in brackets goes with one only."""
    spans = find_phones(text)
    if not spans:
        return
    labels_follow = len(spans) > 1 and _BRACKET.search(text[: spans[0].begin]) is None and text.rstrip().endswith(")")
    last = 0
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        before, behind = text[last : span.begin], text[span.stop : following.begin if following else None]
        if len(spans) > 1 and labels_follow:
            before = _LEADING_BRACKET.sub("", before) if last else before
        elif following:
            behind = _BRACKET.sub("", behind)
        yield span, before, behind
        last = span.stop


def _is_other_number(written: str, before: str, behind: str) -> bool:
    """A fax, an amount, a number of something else, or a postcode: short, with no label, and a town behind it."""
    near = before[-_LABEL_REACH:]
    if label_before("fax").search(near) or label_behind("fax").match(behind):
        return True
    if _is_labelled(near):
        return False
    postcode = len(written) < _SHORTEST_WITH_AREA and _TOWN_BEHIND.match(behind)
    return bool(_NOT_A_PHONE.search(near) or _AMOUNT_BEHIND.match(behind) or postcode)


def _is_labelled(before: str) -> bool:
    return bool(
        label_before("mobile", "phone", "home").search(before) or before.rstrip().endswith(("☎", "✆", "📞", "📱"))
    )


def _beside(email: Field[str] | None, index: int) -> bool:
    """Next to the address, as in a footer that reads as part of the last section."""
    return email is not None and any(abs(line - index) <= 1 for line in email.lines)


def _score(kind: SectionKind, before: str, behind: str, written: str, e164: str | None) -> float:
    near = before[-_LABEL_REACH:]
    labelled = _is_labelled(near)
    score = 0.86 if kind in CONTACT_KINDS else 0.5
    if e164:
        score += 0.1
    elif labelled:
        score += 0.08
    else:
        score -= 0.1 if _WELL_FORMED.match(written) else 0.25
    score -= 0.1 * (len(written) < _SHORTEST_WITH_AREA and not labelled)
    score += _preference(near, behind)
    if kind not in CONTACT_KINDS and (labelled or written.startswith("+")):
        score += 0.2
    return score


def _preference(before: str, behind: str) -> float:
    """A mobile before a line at home or at work, by the label before it or the one in brackets behind."""
    if label_before("mobile").search(before) or label_behind("mobile").match(behind):
        return 0.04
    if label_before("home").search(before) or label_behind("home").match(behind):
        return 0.01
    return 0.02 if _is_labelled(before) else 0.0


def _from_links(context: Context, owners: Owners) -> FoundPhone | None:
    for index, line in enumerate(context.document.lines):
        for target in line.links:
            number = target[4:] if target.lower().startswith("tel:") else None
            e164 = phone.clean(number) if number and owners.of_phone(index, "") is not Whose.OTHERS else None
            if number and e164:
                return FoundPhone(Field(number, 0.8, (index,)), e164)
    return None
