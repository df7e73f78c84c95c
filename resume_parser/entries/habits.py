"""What the entries of a section have in common, and what cannot be a date of theirs because of it."""

import re
from dataclasses import replace

from resume_parser.entries.facts import RowFacts
from resume_parser.vocabulary import has_title_word
from resume_parser.vocabulary.labels import OF_A_HEADER, OTHER

_PERIODS_OF_A_HABIT = 2
_WORDS_OF_A_POSITION = 8
_WORDS_OF_A_HEADER = 12
_CAPITALISED = 0.6
"""Share of words that begin large in the name of a position."""
_OPENED = re.compile(r"since|from|seit|depuis|desde", re.IGNORECASE)


def distrust_lone_dates(facts: list[RowFacts]) -> list[RowFacts]:
    """Where entries are dated by periods, a lone date in the middle of other words is part of the text."""
    dated = [fact for fact in facts if any(not span.single for span in fact.dates)]
    if len(dated) < _PERIODS_OF_A_HABIT:
        return facts
    looks = {_look(fact) for fact in dated}
    places = {_place(fact) for fact in dated}
    return [
        replace(fact, dates=(), rest=fact.text, body=True)
        if fact.dates
        and all(span.single for span in fact.dates)
        and not ((_stands_apart(fact) or _is_short(fact, places)) and _look(fact) in looks)
        else fact
        for fact in facts
    ]


def _look(fact: RowFacts) -> tuple[bool, float, bool]:
    """The row's style; capitals do not count, as a year has none."""
    return fact.style.bold, fact.style.size, fact.row.line.italic


def _place(fact: RowFacts) -> tuple[bool, bool]:
    """Whether nothing stands before the first date, and nothing behind it."""
    span = fact.dates[0]
    return not any(map(str.isalnum, fact.text[: span.begin])), not any(map(str.isalnum, fact.text[span.stop :]))


def _is_short(fact: RowFacts, places: set[tuple[bool, bool]]) -> bool:
    """A few words with their date where the periods of other entries stand."""
    return _place(fact) in places and len(fact.rest.split()) <= _WORDS_OF_A_POSITION


def _stands_apart(fact: RowFacts) -> bool:
    """Whether the date is alone on its line, in a cell or brackets of its own, or opens the line."""
    span = fact.dates[0]
    before, after = fact.text[: span.begin].rstrip(" "), fact.text[span.stop :]
    return (
        not before or before.endswith(("\t", "(", "|", "·", "•")) or fact.text[span.begin] in "([" or after[:1] == "\t"
    )


def distrust_bullets(facts: list[RowFacts]) -> list[RowFacts]:
    """Where entries are dated on plain lines, a date behind a bullet is part of the text, unless the item is a position and its period."""
    if not any(fact.anchor and not fact.bullet for fact in facts):
        return facts
    return [
        replace(fact, body=True, dates=(), rest=fact.text) if fact.bullet and not _is_position(fact) else fact
        for fact in facts
    ]


def _is_position(fact: RowFacts) -> bool:
    if not fact.dates or fact.dates[-1].single or len(fact.rest.split()) > _WORDS_OF_A_POSITION:
        return False
    if _OPENED.match(fact.text, fact.dates[-1].begin):
        return False
    after = fact.text[fact.dates[-1].stop :]
    words = [word for word in fact.rest.split() if word[0].isalpha()]
    if sum(word[0].isupper() for word in words) < _CAPITALISED * len(words):
        return False
    return has_title_word(fact.rest) and not any(map(str.isalnum, after))


def trust_first_items(facts: list[RowFacts]) -> list[RowFacts]:
    """Where every date stands alone above a list, the list's first item is the header: who, where."""
    dated = [place for place, fact in enumerate(facts) if fact.anchor]
    heads = [place + 1 for place in dated if _is_over_list(facts, place)]
    if not heads or len(heads) < len(dated):
        return facts
    return [replace(fact, body=False, bullet=False) if place in heads else fact for place, fact in enumerate(facts)]


def _is_over_list(facts: list[RowFacts], place: int) -> bool:
    below = facts[place + 1] if place + 1 < len(facts) else None
    bare = place == 0 or facts[place - 1].body
    short = below is not None and below.bullet and len(below.text.split()) <= _WORDS_OF_A_HEADER
    return facts[place].date_only and bare and short


def trust_labelled_headers(facts: list[RowFacts]) -> list[RowFacts]:
    """Rows next to those that name what they hold, `Position held: ...`, are of their header: numbered employers, accounts, grades."""
    return [
        replace(fact, body=False, bullet=False) if _is_of_header(fact, above, below) else fact
        for above, fact, below in zip([None, *facts], facts, [*facts[1:], None], strict=False)
    ]


def _is_of_header(fact: RowFacts, above: RowFacts | None, below: RowFacts | None) -> bool:
    if fact.known:
        dated = below is not None and below.date_only
        under_header = above is not None and not above.body
        return fact.body and not fact.anchor and under_header and (dated or _is_labelled(below))
    if fact.anchor or not _is_labelled(below):
        return False
    few = len(fact.text.split()) <= _WORDS_OF_A_POSITION and not fact.text.endswith(".")
    return fact.bullet and few


def _is_labelled(fact: RowFacts | None) -> bool:
    return fact is not None and not fact.body and not fact.bullet and any(kind in OF_A_HEADER for _, kind in fact.known)


def lift_periods(facts: list[RowFacts]) -> list[RowFacts]:
    """A period alone on its row goes above the rows of pay, hours and superiors that part it from the header."""
    lifted: list[RowFacts] = []
    for fact in facts:
        place = len(lifted)
        while fact.date_only and not fact.known and place and _is_remark(lifted[place - 1]):
            place -= 1
        above = lifted[place - 1] if place else None
        headed = above is not None and not (above.body or above.anchor or above.known)
        lifted.insert(place if headed else len(lifted), fact)
    return lifted


def _is_remark(fact: RowFacts) -> bool:
    return fact.body and not fact.bullet and bool(fact.known) and all(kind == OTHER for _, kind in fact.known)
