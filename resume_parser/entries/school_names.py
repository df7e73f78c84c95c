"""Where a school's name begins and ends in a line that has no separators around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.entries.scoring import UNIT
from resume_parser.entries.studies import LEAD_IN, Stretch, degrees_and_fields, find_studies
from resume_parser.vocabulary import find_degrees, has_school_cue, is_field_of_study, is_place, name_words
from resume_parser.vocabulary.text import plain

_WORD = re.compile(r"[^\W_][^\s,;:|\t()\[\]–—/]*")
_JOINED = re.compile(r"[ ]?(?:[&'’“”\"][ ]?)?|[-–]")
"""What may stand between two words of one name."""
_DASH = re.compile(r" [-–—] ")
_PARTICLES, _LEADS_ON, _JOINING = name_words("particle"), name_words("leads_on"), name_words("joining")
_WEAK, _NAMED_BEFORE, _IN_MANY_TOWNS = name_words("weak"), name_words("named_before"), name_words("in_many_towns")
_SHORTEST_ACRONYM = 2
_LONGEST_INITIALS = 5
"""Letters of an acronym before a name; a longer word in capitals is of something else than a name in small letters."""
_MOST_TAIL_WORDS = 4
_FULL_STOP = re.compile(r"[^\W\d_]{6,}\.$")
_BEFORE_BRACKET = re.compile(r"([^\W\d_][^,;:|\t()–—]*?) ?\($")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    begin: int
    end: int
    joined: bool
    """Nothing but a space, an ampersand or a hyphen stands between it and the word before."""

    @property
    def is_name(self) -> bool:
        """Written large, or a number: a name is made of such, but not of a joining word in capitals."""
        joins = self.text.isupper() and self.plain in _JOINING
        return (self.text[0].isupper() and not joins) or self.text[0].isdigit()

    @property
    def plain(self) -> str:
        return plain(self.text).replace("’", "'").strip(".,'\"“”")


def find_school(text: str) -> Stretch | None:
    """Begin and end of the first school's name; None where no word marks one.

    Degrees and the field of study right behind one are no part of it: `Bachelor of Arts History Hill View University`.
    """
    closed = degrees_and_fields(text)
    words = _words(text)
    for position, word in enumerate(words):
        if _marks_school(words, position) and not _overlaps(word, closed):
            first = _first(words, position, closed)
            last = _last(words, position, closed, named=_is_named(words[first:position], word))
            last = _beyond_dash(text, words, last, closed)
            if (last > first or _is_acronym(word)) and not _only_leads(words[position : last + 1], first == position):
                return _before_bracket(text, words[first].begin), _with_university(text, words[last].end)
    return None


def _is_acronym(word: _Word) -> bool:
    return word.text.isupper() and len(word.text) > _SHORTEST_ACRONYM


def _before_bracket(text: str, begin: int) -> int:
    """Where the name begins whose short form stands in brackets: `Fundação Vargas (FGV)`."""
    named = _BEFORE_BRACKET.search(text[:begin])
    return named.start(1) if named and not find_studies(named[1]) else begin


def _with_university(text: str, end: int) -> int:
    """`School of Business, Hill View University` is named with both."""
    following = re.match(r", +", text[end:])
    second = find_school(text[end + following.end() :]) if following else None
    return end + following.end() + second[1] if following and second and second[0] == 0 else end


@lru_cache(maxsize=4096)
def names_school(text: str) -> bool:
    """Whether a school stands in the text, and not only a degree that is named for one: `High School Diploma`."""
    if UNIT.match(text):
        return False
    return find_school(text) is not None or (has_school_cue(text) and not find_degrees(text))


def _is_named(before: list[_Word], mark: _Word) -> bool:
    """Whether an English mark has its name before it: `Hill View University`, but not `The University`."""
    return mark.plain in _NAMED_BEFORE and any(word.plain != "the" for word in before)


def _only_leads(words: list[_Word], opens: bool) -> bool:
    """`College Prep`, `School Diploma`: an English mark before a word that it tells more of, and nothing else."""
    if not opens or words[0].plain not in _NAMED_BEFORE:
        return False
    return not any(word.plain in _LEADS_ON or word.plain in _NAMED_BEFORE for word in words[1:])


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        found.append(_Word(match.group(), *match.span(), bool(found) and _JOINED.fullmatch(between) is not None))
        end = match.end()
    return found


def _marks_school(words: list[_Word], position: int) -> bool:
    word = words[position]
    if not word.is_name or word.plain in _WEAK:
        return False
    return has_school_cue(word.text) or has_school_cue(word.text.partition("-")[0])


def _overlaps(word: _Word, closed: list[Stretch]) -> bool:
    return any(begin < word.end and word.begin < end for begin, end in closed)


def _first(words: list[_Word], position: int, closed: list[Stretch]) -> int:
    """The first word of the name that runs up to the one at `position`."""
    first = here = position
    while here > 0 and words[here].joined:
        here -= 1
        word = words[here]
        named = word.is_name and word.plain not in LEAD_IN
        ends_sentence = _FULL_STOP.search(word.text) is not None
        turns_small = (
            len(word.plain.replace(".", "")) > _LONGEST_INITIALS
            and word.text.isupper()
            and not words[position].text.isupper()
        )
        if ends_sentence or turns_small or _overlaps(word, closed) or not (named or word.plain in _PARTICLES):
            break
        if word.is_name or word.plain == "the":
            first = here
    return first


def _last(words: list[_Word], position: int, closed: list[Stretch], *, named: bool) -> int:
    """The last word of the name; behind a full name a town, a state or a field is none."""
    last = here = position
    leads_on = False
    begins_named = named
    while here + 1 < len(words) and words[here + 1].joined and not _overlaps(words[here + 1], closed):
        here += 1
        word = words[here]
        if (word.plain in _PARTICLES or (leads_on and word.plain == "at")) and not word.is_name:
            leads_on = leads_on or word.plain in _LEADS_ON
            continue
        if not word.is_name:
            break
        marks = _marks_school(words, here)
        if named and not marks and not leads_on and not _school_follows(words, here):
            last = _end_of_tail(words, here, last, closed)
            break
        last, named = here, named or (marks and word.plain in _NAMED_BEFORE)
    while begins_named and last > position + 1 and not leads_on and is_place(words[last].text):
        last -= 1
    return last


def _end_of_tail(words: list[_Word], here: int, last: int, closed: list[Stretch]) -> int:
    """The end of `Health Sciences Center` behind a full name; what is a place or a field of study stands for itself."""
    if here > 1 and words[here - 2].plain in _IN_MANY_TOWNS and words[here - 1].plain == "college":
        return here
    stop = here
    while stop + 1 < len(words) and words[stop + 1].joined:
        stop += 1
    tail = words[here : stop + 1]
    text = " ".join(word.text for word in tail)
    fits = 1 < len(tail) <= _MOST_TAIL_WORDS and all(word.is_name and not _overlaps(word, closed) for word in tail)
    other = is_place(text) or is_field_of_study(text) or is_place(tail[-1].text)
    return stop if fits and not other else last


def _beyond_dash(text: str, words: list[_Word], last: int, closed: list[Stretch]) -> int:
    """The last word of a second half: `Rhine College - Institute of Applied Sciences`."""
    if last + 1 == len(words) or not _DASH.fullmatch(text[words[last].end : words[last + 1].begin]):
        return last
    for here in range(last + 1, len(words)):
        if (here > last + 1 and not words[here].joined) or _overlaps(words[here], closed):
            break
        if _marks_school(words, here):
            return _last(words, here, closed, named=here > last + 1)
    return last


def _school_follows(words: list[_Word], position: int) -> bool:
    """Whether a further mark of a school stands in the same run of names: `Tech University Health Sciences Center School`."""
    for here in range(position + 1, len(words)):
        if not words[here].joined or not (words[here].is_name or words[here].plain in _PARTICLES):
            return False
        if _marks_school(words, here):
            return True
    return False
