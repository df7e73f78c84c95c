"""The person's name: by its place and size, by what its words are, and by its agreement with the e-mail address."""

import re
import unicodedata
from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.entries.scoring import score_by_cues
from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.record import Field
from resume_parser.sections.heading_words import kind_of_phrase
from resume_parser.sections.style import is_caps

_DOCUMENT_WORDS = re.compile(
    r"^(?:curriculum\s+vitae|curriculum|vitae|resum[eé]|résumé|c\.?v\.?|lebenslauf|bio-?data|confidential|page \d+.*|"
    r"personal details|profile|europass.*)(?:\s+(?:of|for|vitae))?\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:full\s+name|name|candidate(?:\s+name)?|applicant|nom|name of candidate|first "
    r"name\(?s?\)?\s*/?\s*surname\(?s?\)?)\s*(?:[:：|–-]|\t)\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\t+|\s[|·•–—―/]\s|\s[-]\s|,\s+|\s*[|(]\s*|\s{3,}")
_SALUTATION = re.compile(
    r"^(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|herr|frau|eng|engr|rev|shri|smt|sgt|capt|lt|cpl|maj|col|"
    r"hon)\b\.?(?:\s*(?:dr|ing)\.?)*\s+",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"^(?:ph\.?d|m\.?d|rn|bsn|msn|dnp|np|fnp(?:-[a-z]+)?|lpn|cna|aprn|ccrn|crna|pmp|cpa|cfa|acca|fcca|aca|mba|m\.?sc|"
    r"b\.?sc|b\.?a|m\.?a|jd|j\.d|esq|llm|llb|pe|p\.e|rd|rdn|lcsw|msw|mph|pharmd|dds|dvm|do|"
    r"cissp|aia|leed(?: ap)?|shrm(?:-s?cp)?|phr|sphr|csm|mrcp|frcs|mbbs|bds|ceng|c\.eng|mice|miet|frsa|fhea|qts|pgce|"
    r"jr|sr|ii|iii|iv|ret|usmc|usn|usaf|he|him|his|she|her|hers|they|them|dipl?\.?-?\s?ing\.?|be|b\.?tech|m\.?tech|"
    r"cscs|ase|ncidq|riba|arb|ot|otr/?l?|pt|dpt|slp|ccc-slp|emt(?:-[bp])?|lmt|ed\.?d|m\.?ed|b\.?ed|edd|psyd|cpc|cphr|"
    r"cipd|mcipd|assoc\.? ?cipd|fache|ccna|itil)\.?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"^(?:[^\W\d_][^\W\d_'’`.-]*(?:[-'’`.][^\W\d_]*)*\.?)$")
_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter",
    "ten", "bin", "ibn", "al", "el", "abu", "e", "y", "und", "zu", "zur", "st", "af", "av", "binti", "bint", "bt",
    "ap", "mac", "mc", "o", "san",
})  # fmt: skip
_NOT_NAMES = frozenset({
    "street", "road", "avenue", "lane", "drive", "university", "college", "school", "engineer", "manager",
    "developer", "nurse", "teacher", "analyst", "consultant", "designer", "director", "senior", "junior", "resume",
    "email", "phone", "address", "mobile", "tel", "linkedin", "github", "portfolio", "experience", "education",
    "skills", "summary", "profile", "contact", "objective", "company", "hospital", "bank", "services",
    "specialist", "assistant", "officer", "coordinator", "administrator", "accountant", "technician",
    "representative", "executive", "professional", "software", "data", "project", "marketing", "sales", "the",
    "and", "with", "for", "of", "in", "at", "to", "an", "certified", "registered", "licensed", "chief", "head",
    "lead", "vice", "president", "associate", "intern", "student", "graduate", "chef", "attorney", "lawyer",
    "electrician",
})  # fmt: skip
_TOP_LINES = 14


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    lines: tuple[int, ...]
    labelled: bool = False
    whole: bool = True


def find_name(context: Context, email: str | None) -> Field[str] | None:
    """The best candidate among the first lines, the largest lines and the labelled ones."""
    candidates = _candidates(context)
    if not candidates:
        return None
    persons = score_by_cues([candidate.text for candidate in candidates])
    scored = []
    for candidate, person in zip(candidates, persons, strict=True):
        scored.append((_score(candidate, person, context, email), candidate))
    best_score, best = max(scored, key=lambda item: item[0])
    if best_score <= 0:
        return None
    return Field(best.text, min(0.99, 0.35 + best_score / 8), best.lines)


def _candidates(context: Context) -> list[_Candidate]:
    lines = context.document.lines
    places = list(range(min(_TOP_LINES, len(lines))))
    places += [
        row.index for row in context.rows(*CONTACT_KINDS) if row.index >= _TOP_LINES and lines[row.index].page == 0
    ]
    largest = sorted(range(len(lines)), key=lambda i: -lines[i].size)[:3]
    found: list[_Candidate] = []
    for index in dict.fromkeys([*places, *(i for i in largest if lines[i].size > 1.25 and lines[i].page == 0)]):
        found.extend(_read_line(lines, index))
    return found


def _read_line(lines: tuple[Line, ...], index: int) -> list[_Candidate]:
    text = lines[index].text.strip(" •*#")
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
        if not text and index + 1 < len(lines):
            text = lines[index + 1].text
    text = _DOCUMENT_WORDS.sub("", text).strip()
    found = []
    pieces = [piece for piece in _SPLIT.split(text) if piece.strip()]
    reversed_name = _surname_first(text)
    if reversed_name:
        found.append(_Candidate(reversed_name, (index,), bool(label)))
    for piece in pieces[:3]:
        name = clean_name(piece)
        if name:
            found.append(_Candidate(name, (index,), bool(label), len(pieces) == 1))
            break
    first_word = clean_name(text, least=1)
    if first_word and index + 1 < len(lines) and not reversed_name:
        below = lines[index + 1]
        second = clean_name(below.text, least=1)
        same = (
            abs(below.size - lines[index].size) < 0.35 * max(below.size, lines[index].size)
            and below.size > 1.2
            and lines[index].size > 1.2
        )
        if (
            second
            and same
            and len(first_word.split()) + len(second.split()) <= 4
            and (len(first_word.split()) == 1 or len(second.split()) == 1)
        ):
            found.append(_Candidate(f"{first_word} {second}", (index, index + 1), bool(label)))
    return found


def _surname_first(text: str) -> str | None:
    """`Surname, First` as `First Surname`, only when the surname stands in capitals or both are single words of a line alone."""
    match = re.fullmatch(r"([^\W\d_][\w'’ -]{1,24}),\s+([^\W\d_][\w'’.-]{1,20}(?:\s[A-Z][\w.]{0,15})?)", text)
    if (
        match is None
        or _CREDENTIAL.match(match[2])
        or not match[1].isupper()
        or (match[2].isupper() and len(match[2]) <= 4)
    ):
        return None
    return clean_name(f"{match[2]} {match[1]}")


def clean_name(text: str, least: int = 2) -> str | None:
    """The name without salutation and credentials, or None when the words cannot be a name."""
    tidy = re.sub(r"[\"“”«][^\"“”»]{1,20}[\"“”»]|\((?:[^)]{1,20})\)", " ", text)
    tidy = _SALUTATION.sub("", tidy.strip(" ,;:|•*–—-_\t"))
    words = tidy.replace(",", " ").split()
    if len(words) >= 5 and all(len(word) == 1 for word in words):
        return None
    while len(words) > least and _CREDENTIAL.match(words[-1].strip(".")):
        words.pop()
    if not least <= len(words) <= 6 or not all(_WORD.match(word) for word in words):
        return None
    significant = [word for word in words if word.casefold().strip(".") not in _PARTICLES]
    if len(significant) < min(least, 2) or any(word[:1].islower() for word in significant):
        return None
    if any(word.casefold() in _NOT_NAMES for word in words):
        return None
    if kind_of_phrase(text) is not None:
        return None
    return " ".join(words)


def _score(candidate: _Candidate, person: dict[str, float], context: Context, email: str | None) -> float:
    lines = context.document.lines
    first = candidate.lines[0]
    line = lines[first]
    largest = max(line.size for line in lines)
    score = 0.0
    score += 2.0 * (line.size >= largest - 0.02 and line.size > 1.15) + 1.0 * min(1.0, max(0.0, line.size - 1.0))
    score += 1.2 * (first == 0) + 0.8 * (first <= 2) - 0.08 * min(first, 40)
    score += 3.0 * candidate.labelled
    score += 0.4 * line.bold + 0.3 * is_caps(candidate.text)
    score += 3.0 * _agreement(candidate.text, email)
    score += 3.0 * (
        person.get("PERSON", 0.0)
        - person.get("TITLE", 0.0)
        - 0.6 * person.get("COMPANY", 0.0)
        - 0.6 * person.get("LOCATION", 0.0)
    )
    score += 0.3 * (2 <= len(candidate.text.split()) <= 4) + 0.2 * len(candidate.lines)
    score -= 0.3 * (not candidate.whole)
    return score


def _agreement(name: str, email: str | None) -> float:
    """How far the e-mail's local part is made of the name: 1 for first and last, 0.5 for one of them or initials."""
    if not email:
        return 0.0
    local = re.sub(r"[^a-z]", "", _plain(email.partition("@")[0]))
    words = [word for word in re.split(r"[\s'’-]+", _plain(name)) if word and word not in _PARTICLES]
    if not local or not words:
        return 0.0
    hits = sum(len(word) > 2 and word in local for word in words)
    if hits >= 2:
        return 1.0
    if hits == 1:
        rest = [word for word in words if word not in local]
        return 0.8 if any(local.startswith(word[0]) or local.endswith(word[0]) for word in rest) else 0.55
    return 0.0


def _plain(text: str) -> str:
    """Lower case without accents."""
    spelled = text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
