"""An entry's header cut into its parts, each in a slot that the section's other entries have too."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resume_parser.entries.block import Block
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.inner_places import set_places_apart
from resume_parser.entries.sentences import first_sentence, part_title
from resume_parser.sections.style import Style, is_caps
from resume_parser.vocabulary import (
    are_in_one_country,
    has_company_cue,
    has_company_suffix,
    has_degree_word,
    has_school_cue,
    has_title_word,
    is_place,
    looks_like_location,
)
from resume_parser.vocabulary.labels import DATE, OTHER

_HARD = re.compile(r"\t+|\s+[|¦‖│·•●∙▪◆⋅*»→]\s+|\s*[|│]\s*|\s+[–—―‒-]{1,2}\s+|\s+/{1,2}\s+|\s*—\s*|\s{3,}|\s*;\s+|:\s+")
_AT = re.compile(
    r"\s+(?:(?:at(?: the)?|beim|bei(?: der)?|bij(?: de| het)?|chez|presso(?: il| la)?|hos)\s+(?=[A-Z0-9À-Ý\"“])|@\s+(?=\w))"
)
_WITH = re.compile(r"\s+(?:with|for|in|en|em|w|à|na|für)\s+(?:the\s+)?(?=[A-ZÀ-Ý])")
"""Words that part a title from an employer whose legal form shows it, and belong to titles else: `Manager for Sales`."""
_FROM = re.compile(r"\s+(?:from|at)\s+(?:the\s+)?(?=[A-ZÀ-Ý])")
_LEADING_AT = re.compile(r"^\s*(?:at|@|with)\s+(?=[A-Z0-9À-Ý\"“])")
_LEGAL_FORM = (
    r"(?:Inc|Ltd|LLC|LLP|L\.L\.C|Corp|Co|PLC|S\.?A|GmbH|AG|B\.?V|N\.?V|Pty(?:\.? Ltd)?|Pvt(?:\.? Ltd)?|P\.?C|P\.?A|CPAs?|K\.K|Lda|Ltda|"
    r"S\.?L(?:\.?[UP])?|S\.?\s?Coop|S\.?A\.?B?\.? de C\.?V|S\. de R\.?L(?:\.? de C\.?V)?|S/A|S\.?p\.?A|S\.?r\.?l(?:\.?s)?|S\.?n\.?c|S\.?a\.?s|S\.?C|SARL|"
    r"Unipessoal|KG|OHG|SE|eG|e\.?\s?K|e\.?\s?V|GmbH & Co\.? KG|Sp\. ?z ?o\. ?o|Sp\. ?[jk]|a\.s|s\.r\.o|Kft|A/S|AB|Oy)"
)
_SOFT = re.compile(rf"(?<!-),\s+(?!{_LEGAL_FORM}\.?(?:\s*[,\0]|\s*$))", re.IGNORECASE)
_BRACKET = re.compile(
    r"\s*[(\[](?!(?:Hons?|Honou?rs)\b)((?:[^()\[\]]|\([^()]*\)){2,60})[)\]](?=\s*(?:,|$))", re.IGNORECASE
)
"""Brackets at the end of a comma part; those of a degree's `(Hons)` belong to its name."""
_ANY_BRACKET = re.compile(r"\((?:[^()\t]|\([^()\t]*\))*\)")
_STATE_CODE = re.compile(r"^[A-Z]{2,3}(?:\s+\d{5})?$")
_OPEN_BRACKETS = re.compile(r"[(\[]\s*[)\]]|^\s*[)\]]|[(\[]\s*$")
_EDGES = " \t,;:|–—-·•/"
_SEPARATORS = {**dict.fromkeys("–—―‒-", "dash"), "/": "slash", ":": "colon"}
_MOST_TITLE_WORDS = 4
_WHOLE = frozenset({"DEGREE", "FIELD", "LOCATION"})
"""What a labelled cell holds nothing beside."""
_POSITIONS = 3
"""Places of a comma list that are told apart."""
Slot = tuple[int, int, int, str, Style, bool, bool]
"""Row, group, place in the group, separator before, look of the row, capitals: what parts of different entries share."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a header line between two separators."""

    text: str
    row: RowFacts
    offset: int
    """Row of the header, counted from the row with the date."""
    group: int
    """Hard group on the row: what stands between tabs, bars and dashes."""
    position: int
    """Place inside the group, between commas."""
    mark: str
    """The separator before it: start, tab, bar, dash, slash, colon, at, comma, bracket."""
    known: str | None = None
    """What the document itself says that it is, in the scorer's labels."""

    @property
    def slot(self) -> Slot:
        place = min(self.position, _POSITIONS - 1)
        look = self.row.style, self.row.row.line.italic, is_caps(self.text)
        return self.offset, self.group, place, self.mark, *look


def index_of(parts: Sequence[Part], wanted: Part) -> int:
    """The place of this very part."""
    return next(number for number, part in enumerate(parts) if part is wanted)


def cut_parts(block: Block) -> list[Part]:
    """The header's parts in reading order, dates left out."""
    anchor = block.anchor or 0
    parts: list[Part] = []
    for number, row in enumerate(block.header):
        parts.extend(cut_row(row, number - anchor))
    return parts


def cut_row(row: RowFacts, offset: int = 0) -> list[Part]:
    """The parts of one row of a header; none of a lone date or of running text."""
    if row.date_only or row.body:
        return []
    if row.known:
        return _cut_known(row, offset)
    return list(_cut_text(_OPEN_BRACKETS.sub(" ", _mark_styles(row)), row, offset, 0))


def _cut_text(text: str, row: RowFacts, offset: int, group: int) -> Iterator[Part]:
    for piece, mark in _split_hard(set_places_apart(first_sentence(part_title(text)))):
        words = piece.strip(_EDGES)
        if not words:
            continue
        position = -1
        for word, soft_mark in _join_places(_split_soft(words)):
            # A bracket stands with the name before it: what follows has the same place in entries without one.
            position += soft_mark != "bracket" or position < 0
            first = position == 0 and soft_mark != "bracket"
            yield Part(word, row, offset, group, position, mark if first else soft_mark)
        group += 1


def _cut_known(row: RowFacts, offset: int) -> list[Part]:
    """The labelled cells, each with its first piece as what the label says; what follows a comma may be a place."""
    parts: list[Part] = []
    for cell, kind in row.known:
        group = parts[-1].group + 1 if parts else 0
        if kind is None:
            parts.extend(_cut_text(_OPEN_BRACKETS.sub(" ", cell), row, offset, group))
        elif kind not in {DATE, OTHER} and (text := cell.strip(_EDGES)):
            pieces = _join_places(_split_soft(text)) if kind not in _WHOLE else [(text, "start")]
            for position, (word, mark) in enumerate(pieces):
                known = kind if position == 0 else None
                parts.append(Part(word, row, offset, group, position, mark if position else "tab", known))
    return parts


def _mark_styles(row: RowFacts) -> str:
    """The row's text without dates; where bold turns to plain the cut is as hard as a tab."""
    runs = row.row.line.runs
    if len(runs) < 2 or row.rest != row.text or row.text != row.row.text:
        return row.rest
    cuts = [
        after.start
        for before, after in itertools.pairwise(runs)
        if (before.bold, before.italic) != (after.bold, after.italic) and 0 < after.start < len(row.text)
    ]
    text = row.text
    for cut in reversed(cuts):
        if not (text[cut - 1].isalnum() and text[cut].isalnum()):
            text = f"{text[:cut].rstrip(' ,')}\t{text[cut:].lstrip(' ,')}"
    return text


def _split_hard(text: str) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    position, mark = 0, "start"
    bracketed = [match.span() for match in _ANY_BRACKET.finditer(text)]
    for match in _HARD.finditer(text):
        if any(begin < match.start() < end for begin, end in bracketed) or _joins_titles(text, position, match):
            continue
        pieces.extend(_split_at(text[position : match.start()], mark))
        position, mark = match.end(), _name_of(match.group())
    pieces.extend(_split_at(text[position:], mark))
    return pieces


def _joins_titles(text: str, begin: int, separator: re.Match[str]) -> bool:
    """Whether a slash joins two names of one job: `Server / Host`."""
    if separator.group().strip() != "/":
        return False
    following = _HARD.search(text, separator.end())
    after = text[separator.end() : following.start() if following else len(text)].partition(",")[0]
    named = has_company_suffix(after) or has_school_cue(after) or is_place(after)
    return has_title_word(text[begin : separator.start()]) and not named and len(after.split()) <= _MOST_TITLE_WORDS


def _split_at(text: str, mark: str) -> list[tuple[str, str]]:
    leading = _LEADING_AT.match(text)
    if leading and mark != "start":
        return [(text[leading.end() :], "at")]
    origin = _FROM.search(text)
    if origin and has_degree_word(text[: origin.start()]) and not has_school_cue(text[: origin.start()]):
        return [(text[: origin.start()], mark), (text[origin.end() :], "from")]
    match = _AT.search(text) or next(
        (far for far in _WITH.finditer(text) if has_company_suffix(text[far.end() :])), None
    )
    if match is None or not has_title_word(text[: match.start()]) or has_school_cue(text[: match.start()]):
        return [(text, mark)]
    return [(text[: match.start()], mark), (text[match.end() :], "at")]


def _name_of(separator: str) -> str:
    if "\t" in separator or not separator.strip():
        return "tab"
    first = separator.strip()[0]
    return _SEPARATORS.get(first, "bar")


def _split_soft(text: str) -> list[tuple[str, str]]:
    """Comma parts; what stands in brackets is a part of its own when more stands outside."""
    pieces: list[tuple[str, str]] = []
    brackets = [match[1] for match in _BRACKET.finditer(text)]
    outside = _BRACKET.sub("\0", text)
    taken = 0
    for piece in _SOFT.split(outside):
        count = piece.count("\0")
        words = piece.replace("\0", " ").strip(_EDGES)
        if words:
            pieces.append((re.sub(r"\s+", " ", words), "comma"))
        pieces.extend((bracket, "bracket") for bracket in brackets[taken : taken + count])
        taken += count
    return pieces


def _join_places(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """City and state, or city and country, at the end of the list are one part: the place."""
    words = [word for word, _ in pieces]
    for count in (3, 2):
        if len(words) > count - 1 and all(mark == "comma" for _, mark in pieces[-count:]):
            place = ", ".join(words[-count:])
            if _is_place(words[-count:], place):
                mark = "place" if len(words) > count else pieces[0][1]
                return [*pieces[:-count], (place, mark)]
    return pieces


def _is_place(words: list[str], place: str) -> bool:
    """Known parts throughout, or whatever stands before a state's code; an unknown word before a country may be an employer."""
    first = words[0]
    if (
        has_school_cue(first)
        or has_title_word(first)
        or has_company_suffix(first)
        or (has_company_cue(first) and not is_place(first))
    ):
        return False
    if all(is_place(word) for word in words) or are_in_one_country(words):
        return True
    coded = len(words) == 2 and _STATE_CODE.match(words[1]) and is_place(words[1].split()[0])
    return bool(coded) and looks_like_location(place) > 0.5
