"""Titles and employers whole, as printed: what stands beside one on its row and is nothing else belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.absorbing import is_place_of_work
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.entries.scoring import Scores, is_note
from resume_parser.entries.work_entry import WorkEntry
from resume_parser.vocabulary import has_company_cue, has_company_suffix, is_place

_PLACE = 0.4
"""From this probability on a part is a place rather than a piece of a name."""
_MOST_WORDS = 7
_WORDS_IN_BRACKETS = 5
_WORDS_OF_A_SHORT_NAME = 2
_WEB = re.compile(
    r"https?:|www\.|@|\b[\w-]+\.(?:com|org|net|io|co|de|fr|es|it|example|app|dev|ai|eu|uk)\b", re.IGNORECASE
)
_TELLS = re.compile(
    r"^(?:an?|the|our|eine?|une?|una?|um|uma)\s+(?=[a-z])|^[a-z]+(?:ing|s)\s+(?:the|an?|of|for|in)\b|\d{2}"
)
"""How a description of a firm begins, and its headcount or turnover."""
_PROVINCE = re.compile(r"[A-Z]{2}$")
_LOST = 1.2
"""What a value's margin loses by a leftover beside it that nothing explains."""
_CLOSING = {"(": ")", "[": "]"}


def make_whole(entry: WorkEntry) -> WorkEntry:
    """The entry with its title and employer as they are printed, as far as nothing else stands between."""
    title, company = entry.title, entry.company
    taken = {id(part): name for name, role in _roles(entry) for part in role.parts}
    if title is not None:
        title = _grown(title, "title", entry, taken)
    if company is not None and not entry.inherited:
        company = _grown(company, "company", entry, taken)
    location = entry.location
    if location is not None and any(taken.get(id(part)) != "location" for part in location.parts):
        location = None
    return replace(entry, title=title, company=company, location=location)


def _roles(entry: WorkEntry) -> list[tuple[str, Filled]]:
    named = (("title", entry.title), ("company", entry.company), ("location", entry.location))
    return [(name, role) for name, role in named if role is not None and not (name == "company" and entry.inherited)]


def _grown(role: Filled, name: str, entry: WorkEntry, taken: dict[int, str]) -> Filled:
    row = role.parts[0].row
    if any(part.row is not row for part in role.parts):
        return role
    on_row = [(part, score) for part, score in zip(entry.parts, entry.scores, strict=True) if part.row is row]
    own = [number for number, (part, _) in enumerate(on_row) if taken.get(id(part)) == name]
    if not own:
        return role
    begin, end = own[0], own[-1]
    alone = not {"title", "company"} - {name} & {taken.get(id(part), "") for part, _ in on_row}
    while end + 1 < len(on_row) and _goes_on(name, entry, on_row, end, taken, alone):
        end += 1
    while alone and begin > 0 and _begins_before(name, on_row, begin, taken):
        begin -= 1
    parts = tuple(part for part, _ in on_row[begin : end + 1])
    margin = role.margin - _LOST * _leaves_something(on_row, begin, end, taken)
    if len(parts) == len(role.parts):
        return replace(role, margin=margin)
    text = _printed(parts)
    if not text:
        return replace(role, margin=margin)
    for part in parts:
        taken[id(part)] = name
    return Filled(text, parts, margin)


def _goes_on(
    name: str, entry: WorkEntry, on_row: Sequence[tuple[Part, Scores]], end: int, taken: dict[int, str], alone: bool
) -> bool:
    (part, score), last = on_row[end + 1], on_row[end][0]
    role = taken.get(id(part))
    if name == "company" and part.mark == "slash" and role in {None, "location"}:
        return alone and not is_place(part.text)
    if role is not None or part.mark == "tab":
        return False
    if _is_something_else(part, score) or (name == "company" and _TELLS.search(part.text)):
        return False
    if part.mark == "bracket":
        most = _WORDS_IN_BRACKETS if alone or name == "title" else _WORDS_OF_A_SHORT_NAME
        return part.group == last.group and len(part.text.split()) <= most
    if name == "title":
        between = any(taken.get(id(other)) == "company" for other, _ in on_row[end + 2 :])
        firm = is_place_of_work(part.text) or ((not alone or not _has_marked_employer(entry)) and _is_marked(part.text))
        return (alone or between) and not is_note(part.text) and not firm
    joined = part.mark in {"dash", "slash", "colon"} or (part.mark == "comma" and has_company_cue(part.text))
    return alone and joined and not is_note(part.text)


def _has_marked_employer(entry: WorkEntry) -> bool:
    return entry.company is not None and (entry.inherited or _is_marked(entry.company.text))


def _is_marked(text: str) -> bool:
    return has_company_cue(text) or has_company_suffix(text)


def _begins_before(name: str, on_row: Sequence[tuple[Part, Scores]], begin: int, taken: dict[int, str]) -> bool:
    (part, score), first = on_row[begin - 1], on_row[begin][0]
    if id(part) in taken or _is_something_else(part, score) or is_note(part.text) or part.mark == "bracket":
        return False
    if name == "title":
        return first.mark not in {"tab", "bracket", "colon"} and not is_place_of_work(part.text)
    return first.mark in {"dash", "slash", "colon"}


def _is_something_else(part: Part, score: Scores) -> bool:
    """A place, a time, or an address of the web."""
    words = part.text.split()
    place = score["LOCATION"] >= _PLACE or is_place(part.text) or bool(_PROVINCE.match(part.text))
    return place or score["DATE"] >= _PLACE or len(words) > _MOST_WORDS or bool(_WEB.search(part.text))


def _leaves_something(on_row: Sequence[tuple[Part, Scores]], begin: int, end: int, taken: dict[int, str]) -> bool:
    """Whether words of the row went nowhere, and are neither a place nor a note."""
    beside = [*on_row[:begin][-1:], *on_row[end + 1 :][:1]]
    return any(
        id(part) not in taken and part.mark != "tab" and not is_note(part.text) and not _is_something_else(part, score)
        for part, score in beside
    )


def _printed(parts: Sequence[Part]) -> str:
    """The words of the row from the first part to the last; empty where the row's text has been put together anew, or a bracket is left open."""
    text = " ".join(parts[0].row.rest.replace("\t", " ").split())
    begin = text.find(parts[0].text)
    stop = begin
    for part in parts:
        place = text.find(part.text, stop)
        if begin < 0 or place < 0:
            return ""
        stop = place + len(part.text)
    found = text[begin:stop]
    for opening, closing in _CLOSING.items():
        if found.count(opening) > found.count(closing) and text[stop : stop + 1] == closing:
            found += closing
        if found.count(opening) != found.count(closing):
            return ""
    return found
