"""An education section's rows to facts: what its own ways of writing ask for beside those of all entries."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import RowFacts, without_dates
from resume_parser.entries.rows import read_rows
from resume_parser.entries.school_names import find_school, names_school
from resume_parser.entries.studies import find_studies, names_degree
from resume_parser.entries.study_line import follows_at, is_told, normalise, read_study_line
from resume_parser.entries.wrapping import Margins
from resume_parser.sections.section import Row
from resume_parser.sections.style import Style
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import is_field_of_study, is_place

_RUNS_ON = re.compile(
    r"(?:,|&|(?<=\w)[–-]|\b(?:(?:nor|sou)th(?:ern)?|(?:ea|we)st(?:ern)?|new|of|for|and|in|de|da|do|del|della|der|für|und|et|y|e|the|at|from))$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=\w)[–-]$")
_GOES_ON = re.compile(r"^(?:(?:of|for|and|in|de|da|do|dos|das|del|della|di|du|des|der|für|und|et|y|e|van)\s|&\s*)\S")
_MOST_LEADING = 0.5
_WORDS_LEFT_OVER = 2
_LEAST_OF_A_NAME = 14
"""Characters of a school's name that may fill a narrow column."""
_LONG = 60
"""Characters of a row that fills its line."""
_LONGEST_TOLD = 45
"""Words of a row that tells of a degree."""
_FEW_WORDS = 12
_LONGEST_LABEL = 50
_LIST_HEADING = re.compile(
    r"^(?:relevant |key |selected )?(?:courses?|course ?work|modules?|subjects?|activities|awards?)\W*$", re.IGNORECASE
)
_NOTE = re.compile(
    r"^(?:(?:(?:diploma|master'?s?|bachelor'?s?|doctoral|final|senior|honou?rs)\s+)?(?:thesis|dissertation)|(?:master|bachelor|diplom|abschluss)arbeit|mémoire|tes[ie]s?\b|relevant|course ?work|modules?|subjects?|courses?|activities|awards?|gpa|grade|project|final[- ]year|"
    r"honou?rs?\b(?! degree| diploma)|scholarship|member|minor|specialis|specializ|focus|advis|supervis)",
    re.IGNORECASE,
)


def read_study_rows(rows: tuple[Row, ...], day_first: bool) -> list[RowFacts]:
    """Facts of every row that has text."""
    tidied = tuple(_tidied(row) for row in rows)
    facts = read_rows(tuple(_join_wraps(tidied, Margins(tidied))), day_first)
    habit = _Habit(facts)
    read: list[RowFacts] = []
    in_list = False
    for fact in facts:
        in_list = _LIST_HEADING.match(fact.text) is not None or (in_list and _is_item(fact, habit))
        if in_list:
            read.append(replace(fact, body=True, dates=(), rest=fact.text))
            continue
        read.append(_read(fact, read[-1] if read else None, day_first, habit))
    return read


class _Habit:
    """How a section's entries are written."""

    def __init__(self, facts: Sequence[RowFacts]) -> None:
        header = [fact for fact in facts if not fact.body]
        self.listed = not any(_names_study(fact) for fact in header)
        """Whether the entries are bullets or sentences: no plain row names a school or degree."""
        self._look: Style | None = header[0].style if header else None
        self._plain = min((fact.style.prominence for fact in facts), default=0.0)

    def is_header_by_look(self, fact: RowFacts) -> bool:
        """Whether a row stands out as the section's first one does."""
        return not fact.bullet and fact.style == self._look and fact.style.prominence > self._plain + 0.04


def _tidied(row: Row) -> Row:
    text = normalise(row.text)
    return row if text == row.text else Row(row.index, replace(row.line, text=text, runs=()))


def _join_wraps(rows: Sequence[Row], margins: Margins) -> list[Row]:
    """Names that a narrow column broke: the row above ends, or the one below begins, with a word that joins two others."""
    joined: list[Row] = []
    for row in rows:
        if joined and _is_rest(joined[-1], row, margins):
            above = joined[-1]
            space = "" if _BROKEN.search(above.text.rstrip()) else " "
            text = f"{above.text.rstrip()}{space}{row.text.strip()}"
            joined[-1] = Row(above.index, replace(above.line, text=text, box=row.line.box, runs=()))
        else:
            joined.append(row)
    return joined


def _is_rest(above: Row, row: Row, margins: Margins) -> bool:
    before, text = above.text.rstrip(), row.text.strip()
    if not text:
        return False
    if (row.line.page, row.line.column) != (above.line.page, above.line.column) or row.line.gap > _MOST_LEADING:
        return False
    if "\t" in text or abs(row.line.size - above.line.size) > 0.06 or _NOTE.match(text) or BULLET.match(text):
        return False
    alike = row.line.bold == above.line.bold
    few = len(text.split()) <= _WORDS_LEFT_OVER and not find_dates(text) and not text.endswith(".")
    if (
        alike
        and few
        and above.text.count("\t") < 2
        and len(before) > _LONG
        and margins.has_no_room(above.line, text.split()[0])
    ):
        return True
    if find_dates(before):
        return False
    narrow = alike and few and names_school(before) and not is_place(text) and not _names_study_text(text)
    if narrow and margins.has_no_room(above.line, text.split()[0], _LEAST_OF_A_NAME):
        return True
    ends_open = _RUNS_ON.search(before) and (not before.endswith(",") or text[:1].islower())
    return bool((alike and ends_open) or (_GOES_ON.match(text) and not before.endswith((".", ":"))))


def _names_study_text(text: str) -> bool:
    return names_degree(text) or names_school(text)


def _names_study(fact: RowFacts) -> bool:
    return _names_study_text(fact.text)


def _read(fact: RowFacts, above: RowFacts | None, day_first: bool, habit: _Habit) -> RowFacts:
    if fact.known:
        return _completed(fact, day_first)
    school = follows_at(fact.rest)
    if school and above is not None and not above.body:
        return replace(fact, body=False, rest=school, known=((school, "SCHOOL"),))
    if fact.body:
        return _read_told(fact, above, day_first, habit)
    if _is_note(fact, above):
        return replace(fact, body=True, dates=(), rest=fact.text)
    known = read_study_line(fact.rest)
    if known and not fact.dates:
        dates = find_dates(fact.text, day_first)
        return replace(fact, known=known, dates=dates, rest=without_dates(fact.text, dates))
    return replace(fact, known=known) if known else fact


def _completed(fact: RowFacts, day_first: bool) -> RowFacts:
    """A row of a table whose column for the degree has no name that is known, or a line before a labelled cell."""
    kinds = {kind for _, kind in fact.known}
    if None in kinds:
        cells = [(read_study_line(text) if kind is None else ()) or ((text, kind),) for text, kind in fact.known]
        return replace(fact, known=tuple(part for cell in cells for part in cell))
    if kinds & {"DEGREE", "FIELD"} or "SCHOOL" not in kinds or not names_degree(fact.text):
        return fact
    known = read_study_line(without_dates(fact.text, find_dates(fact.text, day_first)))
    return replace(fact, known=known) if known else fact


def _is_item(fact: RowFacts, habit: _Habit) -> bool:
    """Whether a row below `Courses` still is one of them."""
    return not fact.anchor and not _names_study(fact) and not habit.is_header_by_look(fact)


def _is_note(fact: RowFacts, above: RowFacts | None) -> bool:
    """What was taught, written or won; also the next line of such a list."""
    if _NOTE.match(fact.text):
        return ":" in fact.text[:_LONGEST_LABEL]
    goes_on = above is not None and above.body and _NOTE.match(above.text) and "," in above.text
    return bool(goes_on) and "," in fact.text and not fact.anchor and not _names_study(fact)


def _opens_with_study(text: str, studies: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a degree comes first, or its field: the first word of `Accounting and Finance (MBA)` is nothing done."""
    if not studies or studies[0][2] == "other":
        return False
    before = text[: studies[0][0]].strip(" ,:|(–—-")
    return not before or is_field_of_study(before)


def _read_told(fact: RowFacts, above: RowFacts | None, day_first: bool, habit: _Habit) -> RowFacts:
    """A bullet or a sentence that names a degree and its school, where it is no remark on an entry."""
    text = fact.text
    if _NOTE.match(text) or len(text.split()) > _LONGEST_TOLD:
        return fact
    school, studies = find_school(text), find_studies(text)
    opens = _opens_with_study(text, studies) or (school is not None and school[0] == 0)
    by_look = habit.is_header_by_look(fact)
    if not (is_told(text) or opens or habit.listed or by_look):
        return fact
    dates = find_dates(text, day_first)
    rest = without_dates(text, dates)
    known = read_study_line(rest)
    below_date = above is not None and above.date_only
    few = len(rest.split()) <= _FEW_WORDS
    named = _names_study(fact) and (below_date or habit.listed or (opens and not fact.bullet))
    if known or (few and (named or by_look)):
        return replace(fact, bullet=False, body=False, dates=dates, rest=rest, known=known)
    return fact
