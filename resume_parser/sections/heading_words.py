"""What section headings say: whole phrases of many languages, and words that decide the kind of a phrase not listed."""

import re
from collections.abc import Sequence
from functools import lru_cache

from resume_parser.sections.heading_phrases import AMBIGUOUS, PHRASES
from resume_parser.sections.heading_spelling import correct_heading
from resume_parser.sections.kinds import SectionKind
from resume_parser.vocabulary.files import list_files, read_items
from resume_parser.vocabulary.text import plain

_ALSO_LABEL = "_also_label"
"""Ends the name of a section of the files whose phrases are also labels inside other sections."""

_WORD_RULES: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (SectionKind.REFERENCES, r"referees?\b|references?\b|références\b|referenz[ei]|refer[eê]ncias\b"),
        (SectionKind.VOLUNTEERING, r"positions? of responsib|responsibilit(?:y|ies) held|volunt|community\b|civic\b|pro bono|charit|bénévol|vie associative|volontariat|voluntaria|ehrenamt"),
        (SectionKind.PUBLICATIONS, r"publication|chapters\b|papers\b|articles\b|talks\b|conferences?\b|patents?\b|presentations?\b|work in progress|research in progress|communications (?:récentes|scientifiques|orales)|colloques\b|pubblicazion|publicacion|publicaç|veröffentlich"),
        (SectionKind.SUMMARY, r"(?:summary|objectives?|statement|overview)\b|profile\b|about me|about myself|presentazione\b"),
        (SectionKind.LANGUAGES, r"languages (?:spoken|known|i)|mother tongue|other languages?\b|native language|madrelingua|altr[ae] lingu|muttersprache|(?:foreign|spoken) languages|linguistiche\b|lingue\b|linguísticas?\b|linguistiques\b|langues\b|idiomas\b|sprachen\b|sprachkennt"),
        (SectionKind.SKILLS, r"(?=.*\bqualifi[ck]a)(?!.*\beducation)(?=.*\b(?:skills?|abilit|competen[cz]|kompeten|knowledge|kenntnis|expertise)).*"),
        (SectionKind.COURSES, r"formaci[oó]n (?:continu|complement|permanente|adicional|no reglada)|formação (?:contínua|continuada|complement|adicional)|formations? (?:continue|complémentaire)|formazione (?:continua|permanente|aggiuntiva|complementare)"),
        (SectionKind.EDUCATION, r"education|formaci[oó]n\b|formação\b|formation\b|ausbildung\b|istruzione\b|academic (?:background|qual|record|history|cred|train|studies)|qualifications?\b|degrees\b|studied\b|institutions? attended|(?<!case )studies\b|schooling|schools\b|at school\b"),
        (SectionKind.CERTIFICATES, r"certif|licen[sc]|accredit|credential|registration|zertifik|attestat|abilitazion"),
        (SectionKind.SKILLS, r"skills?\b|competenc|proficienc|habilidad|conhecimento|conocimiento|compétences|knowledge\b|\w*(?:kenntnisse|fähigkeiten|kompetenzen)|softwares\b|expertise|technolog|toolbox|toolkit|strengths|abilities|good at|tech stack|capabilities|competenz|competênc|logiciels\b"),
        (SectionKind.PROJECTS, r"projects?\b|portfolio\b|projets?\b|progett[io]\b|proyectos?\b|projetos?\b|projekte?\b|exhibitions?\b|expositions?\b|exposicion|exposiç"),
        (SectionKind.WORK, r"experiences?\b|experi[eê]ncias?\b|expériences?\b|esperienz|berufs|praktika\b|employment\b|work history|career\b|positions\b|appointments\b|internships?\b|worked\b|i(?:'ve| have) (?:been|done)|done so far|military service|jobs\b|clerkships?\b"),
        (SectionKind.COURSES, r"cours|corsi\b|cpd\b|curs[oi]s?\b|weiterbildung|fortbildung|training|workshops|seminars|professional development"),
        (SectionKind.AWARDS, r"awards?\b|hono(?:u)?rs?\b|achievements?\b|scholarship|distinction|recognition|accomplish|fellowships|grants|funding\b|prizes?\b|proud\b|prix\b|bourses\b|premi(?:os?)?\b|prêmios?\b|borse di studio|auszeichnung|stipendi"),
        (SectionKind.INTERESTS, r"interests?\b|hobb|activit(?:y|ies)\b|pastime|passions|free time|outside (?:of )?work|interess[ei]|loisirs\b|(?:otras|autres|altre|outras|weitere|sonstige) (?:actividades|activités|attività|atividades|aktivitäten)\b"),
        (SectionKind.CONTACT, r"contact|get in touch|reach me|personal (?:details|data|info)|informazioni personali|informations personnelles|datos personales|dados pessoais|persönliche (?:daten|angaben)"),
        (SectionKind.OTHER, r"(?:administrative|academic|university|departmental|additional) responsibilit|committees?\b|supervision\b|editorial\b|membership|affiliation|association|additional info|other info|miscell|declaration|organi[sz]ations?\b|ulteriori informazioni|informations complémentaires|información adicional|informações adicionais|responsabilités|patente\b|permis de conduire|führerschein"),
    )
)  # fmt: skip

_EDGE_MARKS = re.compile(r"^[\W_]+|(?:[^\w)]|_)+$")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_CONTINUED = re.compile(r"[\s,–-]*\b(?:continued|cont'?d|cont\.?|fortsetzung)$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:&|\+|/|\band\b|\bund\b|\bet\b|(?<=\w\w)\s(?:y|e|en|och|og|oraz)(?=\s\w\w))\s*", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:my|the|selected|professional|mon|ma|mes|mein|meine|mis?|(?:[ao]s? )?(?:meus?|minhas?)|(?:il|la|i|le) mi(?:o|a|ei|e)|mijn|moj[aei]?)\s"
)
"""Whose the section is, which says nothing of its kind."""
_SPACED_WORD = re.compile(r"^(?:\w ){2,}\w$")
_NUMBERING = re.compile(
    r"^\d{1,2}\.\d{1,2}[.)]?\s+|"
    r"^(?:(?i:section|part|teil|abschnitt|partie|parte|sección|secção|sezione)\s+)?(?:\d{1,2}|[IVX]{1,4}|[A-H])\s*[.)\]/:|–-]\s*"
)


@lru_cache(maxsize=4096)
def normalise_heading(text: str) -> str:
    """The heading's words in lower case, without icons, numbering, colons, rules and letter-spacing."""
    tidy = _NUMBERING.sub("", _EDGE_MARKS.sub("", text.replace("’", "'")).strip())
    tidy = _join_letter_spaced(tidy)
    tidy = _CONTINUED.sub("", _BRACKETS.sub("", tidy))
    tidy = _AND.sub(" and ", tidy)
    tidy = re.sub(r"[\s_–—|•·-]+(?=\s|$)|\s+", " ", tidy).strip().casefold()
    return _EDGE_MARKS.sub("", tidy)


def _join_letter_spaced(text: str) -> str:
    """`W O R K   H I S T O R Y` as `WORK HISTORY`; with single spaces between words the letters join into one word."""
    if not re.match(r"^\w(?:\s\w){2,}", text):
        return text
    words = re.split(r"\s{2,}", text)
    return " ".join(word.replace(" ", "") if _SPACED_WORD.match(word) else word for word in words)


MAX_WORDS = 8
"""Of a heading, as in `Institutions attended with dates and qualifications obtained`."""

_FRAGMENTS = 3
"""So many words of one or two letters are a letter-spaced heading that was cut anywhere."""
_SHORTEST_SQUEEZED = 6
"""Letters of a phrase that is known also where its spaces are lost or stand elsewhere."""


@lru_cache(maxsize=4096)
def kind_of_phrase(text: str) -> SectionKind | None:
    """The kind that a whole heading phrase says; None when the phrase is not one of the known ones."""
    words = plain(normalise_heading(text))
    for spelt in dict.fromkeys((words, correct_heading(words))):
        found = _listed_kind(spelt) or _shared_kind(spelt.split(" and "))
        if found:
            return found
    squeezed = words.replace(" and ", "and").replace(" ", "")
    known = len(squeezed) >= _SHORTEST_SQUEEZED or is_fragmented(text)
    return _squeezed_kinds().get(squeezed) if known else None


def _listed_kind(phrase: str) -> SectionKind | None:
    return _phrase_kinds().get(phrase) or _phrase_kinds().get(_OPENING.sub("", phrase))


def _shared_kind(parts: Sequence[str]) -> SectionKind | None:
    """The kind that all parts are of: `Studium und Schule`, or a heading in two languages, `Ausbildung / Formation`."""
    kinds = {_listed_kind(part) for part in parts} if len(parts) > 1 else set()
    return kinds.pop() if len(kinds) == 1 else None


@lru_cache(maxsize=1)
def _phrase_kinds() -> dict[str, SectionKind]:
    """By phrase, accents left out: they are often missing in capitals. English goes first."""
    return {**{phrase: kind for phrase, kind, _ in _foreign_phrases()}, **_english_kinds()}


@lru_cache(maxsize=1)
def _english_kinds() -> dict[str, SectionKind]:
    return {
        plain(normalise_heading(phrase)): kind for kind, phrases in PHRASES.items() for phrase in phrases.split("|")
    }


@lru_cache(maxsize=1)
def _foreign_phrases() -> tuple[tuple[str, SectionKind, bool], ...]:
    """Phrase, kind, and whether it is also a label."""
    return tuple(
        (
            plain(normalise_heading(phrase)),
            SectionKind(item.section.removesuffix(_ALSO_LABEL)),
            item.section.endswith(_ALSO_LABEL),
        )
        for name in list_files("headings")
        for item in read_items(name)
        for phrase in item.names
    )


@lru_cache(maxsize=1)
def _squeezed_kinds() -> dict[str, SectionKind]:
    return {phrase.replace(" ", ""): kind for phrase, kind in _phrase_kinds().items()}


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    labels = {phrase for phrase, _, also_label in _foreign_phrases() if also_label} - set(_english_kinds())
    return frozenset(labels | {plain(normalise_heading(phrase)) for phrase in AMBIGUOUS})


def is_fragmented(words: str) -> bool:
    return sum(len(word) <= 2 for word in words.split()) >= _FRAGMENTS


def is_ambiguous(text: str) -> bool:
    words = plain(normalise_heading(text))
    parts = words.split(" and ")
    if words not in _phrase_kinds() and len(parts) > 1:
        return all(map(_is_ambiguous_phrase, parts))
    return _is_ambiguous_phrase(words)


def _is_ambiguous_phrase(words: str) -> bool:
    return words in _ambiguous() or correct_heading(words) in _ambiguous()


@lru_cache(maxsize=4096)
def kind_of_words(text: str) -> SectionKind | None:
    """The kind that the words of an unlisted heading suggest; None for anything long, numeric or without such a word."""
    words = correct_heading(normalise_heading(text))
    if not words or len(words.split()) > MAX_WORDS or any(character.isdigit() for character in words):
        return None
    for kind, pattern in _WORD_RULES:
        if pattern.search(words):
            return kind
    return None
