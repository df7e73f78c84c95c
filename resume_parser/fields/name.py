"""The person's name: by its place and size, by what its words are, and by its agreement with the e-mail address."""

import re
from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.entries.scoring import score_by_cues
from resume_parser.fields import name_scripts
from resume_parser.fields.context import CONTACT_KINDS, Context
from resume_parser.fields.name_agreement import agreement
from resume_parser.fields.name_lines import beside_smaller_text, column_heads, over_two_lines
from resume_parser.fields.name_parts import read_name_parts
from resume_parser.fields.name_words import clean_name, double_surname, surname_first
from resume_parser.ownership.letters import is_salutation
from resume_parser.record import Field
from resume_parser.sections.style import is_caps
from resume_parser.vocabulary.contact_labels import label_at_start

_DOCUMENT_WORDS = re.compile(
    r"^(?:curriculum\s+vitae|curriculum|vitae|resum[eé]|résumé|c\.?v\.?|lebenslauf|bio-?data|confidential|page \d+.*|"
    r"personal details|profile|europass.*|text ?box(?: \d+)?|personal (?:information|data|particulars)|informazioni personali|dati personali|"
    r"informations personnelles|información personal|datos personales|informação pessoal|dados pessoais|persönliche (?:daten|"
    r"angaben)|dane osobowe|persoonlijke gegevens|osobní údaje|date personale|informații personale)(?:\s+(?:of|for|vitae))?\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:(?:hi|hello|hey)\b\W+)?(?:i['’]m|i am|my name is)\s+|(?<=\w\w\w)[!]$", re.IGNORECASE)
_DOCUMENT_WORDS_BEHIND = re.compile(r"(?:['’]s|\s+[–—|-])?\s+(?:resum[eé]|résumé|cv|curriculum vitae)$", re.IGNORECASE)
_LAST_OF_DOCUMENT_WORDS, _FIRST_OF_GREETING = "eEéÉvV", "hHiIİımM"
_GENERATION = re.compile(r",\s+(?=(?:jr|sr|ii|iii|iv)\b\.?\s*(?:$|[,|\t(]))", re.IGNORECASE)
_SPLIT = re.compile(r"\t+|\s[|·•–—―/]\s|\s[-]\s|,\s+|\s*\|\s*|\s{3,}")
_TOP_LINES = 14
_LARGE = 1.2
_AGREES = 0.8


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    lines: tuple[int, ...]
    labelled: bool = False
    whole: bool = True
    known: bool = False
    """In another script, and a name for certain."""


def find_name(context: Context, email: str | None, foreign: frozenset[int] = frozenset()) -> Field[str] | None:
    """The best candidate among the first lines, the largest lines and the labelled ones; `foreign` lines are not the resume's."""
    candidates = _candidates(context, email, foreign)
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


def _candidates(context: Context, email: str | None, foreign: frozenset[int]) -> list[_Candidate]:
    lines = context.document.lines
    own = [index for index in range(len(lines)) if index not in foreign]
    places = own[:_TOP_LINES]
    first_page = lines[own[0]].page if own else 0
    places += [index for index in column_heads(lines, first_page) if index not in places and index not in foreign]
    places += [
        row.index
        for row in context.rows(*CONTACT_KINDS)
        if row.index not in places and row.index not in foreign and lines[row.index].page == first_page
    ]
    largest = sorted(own, key=lambda i: -lines[i].size)[:3]
    found = read_name_parts(lines, places)
    candidates = [_Candidate(name, used, labelled=True) for name, used in found]
    if apart := beside_smaller_text(lines, places):
        candidates.append(_Candidate(*apart))
    for index in dict.fromkeys(
        [*places, *(i for i in largest if lines[i].size > 1.25 and lines[i].page == first_page)]
    ):
        candidates.extend(_read_line(lines, index, email))
    return candidates


def _read_line(lines: tuple[Line, ...], index: int, email: str | None) -> list[_Candidate]:
    text = lines[index].text.strip(" •*#")
    written = name_scripts.find_name(text)
    if written:
        return [_Candidate(written[0], (index,), labelled=written[1], known=True)]
    if is_salutation(text):
        return []
    label = label_at_start("name").match(text)
    if label:
        text = text[label.end() :]
        if not text and index + 1 < len(lines):
            text = lines[index + 1].text
    text = _bare(text)
    pieces = [piece for piece in _SPLIT.split(text) if piece.strip()]
    names = [name for name in (surname_first(text, email), double_surname(text, email)) if name]
    found = [_Candidate(name, (index,), bool(label)) for name in names]
    first = next((name for piece in pieces[:3] if (name := clean_name(piece))), None)
    if first is None and text.islower() and (lines[index].size > _LARGE or agreement(text, email) >= _AGREES):
        first = text if clean_name(text.title()) else None
    if first:
        found.append(_Candidate(first, (index,), bool(label), len(pieces) == 1))
    if not names and (both := over_two_lines(text, lines, index, email)):
        found.append(_Candidate(both, (index, index + 1), bool(label)))
    return found


def _bare(text: str) -> str:
    """Without the document's name, a greeting and the comma before a generation; most lines have no place for these."""
    if heading := _DOCUMENT_WORDS.match(text):
        text = text[heading.end() :]
    text = text.strip()
    if text[-1:] in _LAST_OF_DOCUMENT_WORDS:
        text = _DOCUMENT_WORDS_BEHIND.sub("", text)
    if text[:1] in _FIRST_OF_GREETING or text.endswith("!"):
        text = _GREETING.sub("", text)
    return _GENERATION.sub(" ", text)


def _score(candidate: _Candidate, person: dict[str, float], context: Context, email: str | None) -> float:
    lines = context.document.lines
    first = candidate.lines[0]
    line = lines[first]
    largest = max(line.size for line in lines)
    score = 0.0
    score += 2.0 * (line.size >= largest - 0.02 and line.size > 1.15) + 1.0 * min(1.0, max(0.0, line.size - 1.0))
    score += 1.2 * (first == 0) + 0.8 * (first <= 2) - 0.08 * min(first, 40)
    score += 3.0 * candidate.labelled + 2.0 * candidate.known
    score += 0.4 * line.bold + 0.3 * is_caps(candidate.text)
    score += 3.0 * agreement(candidate.text, email)
    score += 3.0 * (
        person.get("PERSON", 0.0)
        - person.get("TITLE", 0.0)
        - 0.6 * person.get("COMPANY", 0.0)
        - 0.6 * person.get("LOCATION", 0.0)
    )
    score += 0.3 * (2 <= len(candidate.text.split()) <= 4) + 0.4 * len(candidate.lines)
    score -= 0.3 * (not candidate.whole)
    return score
