"""An entry's degree with its field of study, put together from all the parts of the header that hold a piece of it.

A header names school, place, degree and field, and little else. So what stands beside a degree and is neither school, place
nor grade belongs to it, whatever parts the two: a comma, a dash, a bracket, a column, a line's end.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import itemgetter

from resume_parser.entries.degree import tidy_degree
from resume_parser.entries.filled import Filled
from resume_parser.entries.parts import Part
from resume_parser.entries.school_names import names_school
from resume_parser.entries.scoring import UNIT, Scores
from resume_parser.entries.studies import find_studies, holds_field, names_degree
from resume_parser.vocabulary import has_company_suffix, is_field_of_study, looks_like_location

_FIELD = 0.4
_ORGANISATION = 0.6
_APART = 0.9
"""Line heights of white space: a blank line, below which nothing belongs to the degree."""
_UNSURE = 1.0
"""What a degree that no word marks loses of its margin."""
_OPEN_END = re.compile(r"\b(?:in|of|en|em|im|der|de|für|d)$", re.IGNORECASE)
_REMARK = re.compile(
    r"^(?:with|incl|including|awarded|expected|graduat|minor$|courses?$|modules?$|thesis|gpa|credits|website|www\b|https?:|level in|eqf|isced|part[- ]time|full[- ]time|online|evening)",
    re.IGNORECASE,
)
_FIELD_MARK = re.compile(
    r"^(?:major(?:ing)?(?: in)?|option|specialty|speciality|spécialité|mention|parcours|filière|schwerpunkt|fachrichtung|studiengang|"
    r"especialidad|mención|especialidade|habilitação|indirizzo|kierunek|emphasis|concentration(?: in)?|track)\b.",
    re.IGNORECASE,
)
_MOST_WORDS = 14
_FEW_LETTERS = 4
_SHORT_FORM = 6
_FEWEST_LETTERS = 3


class Header:
    """The parts of one entry's header, and which of them may be of the degree."""

    def __init__(self, parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]) -> None:
        self.parts = parts
        self._scores = scores
        self.school = filled.get("school")
        taken = [role for name, role in filled.items() if name != "degree"]
        self._taken = {id(part) for role in taken for part in role.parts}

    def is_untaken(self, place: int) -> bool:
        """Whether no other role holds the part."""
        return id(self.parts[place]) not in self._taken

    def is_free(self, place: int) -> bool:
        """Whether the part may be of the degree: no school, place, grade or remark."""
        part, score = self.parts[place], self._scores[place]
        if id(part) in self._taken or part.known in {"SCHOOL", "LOCATION", "DATE", "OTHER"}:
            return False
        if part.known in {"DEGREE", "FIELD"} or self.is_sure(place):
            return True
        if score.get("OTHER", 0.0) > 0.5 or score.get("PERSON", 0.0) > 0.6 or looks_like_location(part.text) > 0.5:
            return False
        text = part.text
        if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
            return False
        named = names_school(text) or UNIT.match(text) or _REMARK.match(text)
        return not named and len(text.split()) <= _MOST_WORDS and text[0].isalnum() and tidy_degree(text) is not None

    def is_sure(self, place: int) -> bool:
        """Whether its words say that the part is a degree or a field."""
        part = self.parts[place]
        return (
            part.known in {"DEGREE", "FIELD"}
            or names_degree(part.text)
            or is_field_of_study(part.text)
            or self._scores[place].get("FIELD", 0.0) > _FIELD
            or _FIELD_MARK.match(part.text) is not None
        )

    def is_organisation(self, place: int) -> bool:
        """Whether the part looks more like an employer or school than like anything else."""
        score = self._scores[place]
        return max(score.get("COMPANY", 0.0), score.get("SCHOOL", 0.0)) > _ORGANISATION

    def rows(self) -> list[list[int]]:
        """The places of the parts, row by row."""
        offsets = sorted({part.offset for part in self.parts})
        return [[place for place, part in enumerate(self.parts) if part.offset == offset] for offset in offsets]

    def has_school_beyond(self, row: Sequence[int]) -> bool:
        """Whether the school stands on another row, or is marked by its words."""
        if self.school is None:
            return False
        return self.school.parts[0].offset != self.parts[row[0]].offset or names_school(self.school.text)


def complete_degree(
    parts: Sequence[Part], scores: Sequence[Scores], filled: dict[str, Filled]
) -> tuple[Filled, str] | None:
    """The degree as found and its text; None where the header holds none."""
    header = Header(parts, scores, filled)
    degree = filled.get("degree")
    anchor = _anchor(header, degree)
    if anchor is None:
        return None
    rows = header.rows()
    number = next(number for number, row in enumerate(rows) if anchor in row)
    own = _run(header, rows[number], anchor)
    pieces = [own]
    if _is_bare(_printed(header, own)) or not names_degree(_printed(header, own)):
        beside = _row_beside(header, rows, number)
        if beside:
            pieces = sorted([own, beside])
    elif number + 1 < len(rows) and _is_field_row(header, rows[number + 1]):
        pieces.append(rows[number + 1])
    tidy = tidy_degree(_join(header, pieces))
    if not tidy:
        return None
    text = _degree_first(tidy)
    margin = degree.margin if degree else -_UNSURE
    return Filled(text, tuple(parts[place] for piece in pieces for place in piece), margin), text


def _anchor(header: Header, degree: Filled | None) -> int | None:
    """The part that the degree is built around; without any that is one by its words, a row that is left beside the school."""
    free = [place for place in range(len(header.parts)) if header.is_free(place)]
    named = [place for place in free if names_degree(header.parts[place].text)]
    if degree is not None and not (named and not names_degree(degree.text)):
        first = degree.parts[0]
        return next(place for place, part in enumerate(header.parts) if part is first)
    sure = named or [place for place in free if header.is_sure(place)]
    if sure:
        return sure[0]
    for row in header.rows():
        apart = header.school is not None and header.school.parts[0].offset != header.parts[row[0]].offset
        if apart and row[0] in free:
            return row[0]
    return None


def _run(header: Header, row: Sequence[int], anchor: int) -> list[int]:
    """The parts of the row around the anchor that belong to the degree."""
    run = [anchor]
    closed = header.has_school_beyond(row)
    for place in range(anchor + 1, row[-1] + 1):
        if _lists_subjects(header, run) and header.is_untaken(place):
            run.append(place)
            continue
        if not _joins(header, run, place, closed):
            break
        run.append(place)
    for place in range(anchor - 1, row[0] - 1, -1):
        wanted = not names_degree(_printed(header, run)) or _is_bare(_printed(header, run))
        if not header.is_free(place) or not (header.is_sure(place) or (closed and wanted)):
            break
        run.insert(0, place)
    return run


def _is_column(header: Header, run: Sequence[int], place: int) -> bool:
    """Whether a wide gap parts the part from the run, and not only a change from bold to plain."""
    if header.parts[place].mark != "tab":
        return False
    row = header.parts[place].row.rest
    begin = row.find(header.parts[run[-1]].text)
    return "\t" in row[max(begin, 0) : row.find(header.parts[place].text, max(begin, 0))]


def _lists_subjects(header: Header, run: Sequence[int]) -> bool:
    """`A-levels: Mathematics (A*), Physics (A)`: the first of them is in the run already."""
    text = _printed(header, run)
    found = find_studies(text)
    return len(run) > 1 and bool(found) and found[0][2] == "secondary" and text[found[0][1] :].startswith(":")


def _joins(header: Header, run: Sequence[int], place: int, closed: bool) -> bool:
    part, text = header.parts[place], _printed(header, run)
    if part.mark == "bracket" and part.text.isupper() and len(part.text) <= _SHORT_FORM:
        return True
    if _OPEN_END.search(text) and header.is_untaken(place):
        return True
    if not header.is_free(place):
        return False
    found = find_studies(text)
    second = found and names_degree(part.text) and not is_field_of_study(part.text)
    if second and part.mark not in {"bracket", "dash"}:
        return False
    if header.is_sure(place):
        return True
    bare = _is_bare(text)
    if part.mark == "bracket":
        return part.text[0].isupper() and (bare or holds_field(part.text))
    if found and found[0][2] == "secondary" and not bare:
        return False
    if closed:
        return not _is_column(header, run, place) and not has_company_suffix(part.text)
    return bare and part.mark in {"dash", "bar"} and not header.is_organisation(place)


def _row_beside(header: Header, rows: Sequence[Sequence[int]], number: int) -> list[int] | None:
    """The row below or above that holds the other half: a field to a level, or a level to a field."""
    fitting = []
    widest = max((header.parts[row[0]].row.row.line.gap for row in rows[1:]), default=0.0)
    for other in (number + 1, number - 1):
        if not 0 <= other < len(rows):
            continue
        row = rows[other]
        first, last = header.parts[rows[min(number, other)][0]], header.parts[rows[max(number, other)][0]]
        sure = all(header.is_sure(place) for place in row)
        gap = last.row.row.line.gap
        parted = (gap > _APART and not sure and gap >= widest) or last.offset - first.offset > 1 + sure
        free = list(takewhile(header.is_free, row))
        if not parted and free and (sure or header.has_school_beyond(row)):
            fitting.append((not sure, free))
    return min(fitting, key=itemgetter(0))[1] if fitting else None


def _is_field_row(header: Header, row: Sequence[int]) -> bool:
    line = header.parts[row[0]].row.row.line
    return line.gap <= _APART and all(
        header.is_free(place) and is_field_of_study(header.parts[place].text) for place in row
    )


def _join(header: Header, pieces: Sequence[Sequence[int]]) -> str:
    """The pieces in one line, a bare degree before its field."""
    texts = [_ordered(header, piece) for piece in pieces]
    if len(texts) > 1 and _is_bare(texts[1]) and not names_degree(texts[0]):
        texts.reverse()
    text = texts[0]
    for following in texts[1:]:
        text += f" {following}" if _OPEN_END.search(text) or following[:1] == "(" else f", {following}"
    return text


def _degree_first(text: str) -> str:
    """`Physics, Visiting Student` with what is studied behind."""
    field, comma, last = text.rpartition(", ")
    turned = comma and last[0].isupper() and _is_bare(last) and not names_degree(field)
    return f"{last}, {field}" if turned else text


def _ordered(header: Header, run: Sequence[int]) -> str:
    """The run as printed; the degree first where it stands behind its field and a separator."""
    last = header.parts[run[-1]].text
    if (
        len(run) > 1
        and last[0].isupper()
        and _is_bare(last)
        and not any(names_degree(header.parts[place].text) for place in run[:-1])
    ):
        bracketed = header.parts[run[-1]].mark == "bracket"
        if not bracketed:
            return f"{last}, {_printed(header, run[:-1])}"
    return _printed(header, run)


def _printed(header: Header, run: Sequence[int]) -> str:
    """The stretch of the row from the run's first part to its last, with the separators that are printed there."""
    parts = [header.parts[place] for place in run]
    row = parts[0].row.rest
    begin = row.find(parts[0].text)
    end = begin
    for part in parts:
        found = row.find(part.text, end) if begin >= 0 else -1
        if found < 0:
            return _by_marks(parts)
        end = found + len(part.text)
    text = row[begin:end]
    text += ")" * (text.count("(") - text.count(")") > 0 and row[end : end + 1] == ")")
    return re.sub(r"\s*\t\s*", ", ", text)


def _by_marks(parts: Sequence[Part]) -> str:
    text = parts[0].text
    for _, part in pairwise(parts):
        before, after = {"dash": (" – ", ""), "bracket": (" (", ")")}.get(part.mark, (", ", ""))
        text += f"{before}{part.text}{after}"
    return text


def _is_bare(text: str) -> bool:
    """One or two names of a degree and hardly more."""
    found = find_studies(text)[:2]
    rest = text
    for begin, end, _ in reversed(found):
        rest = rest[:begin] + rest[end:]
    return bool(found) and len(rest.strip(" ().,'’–—-s")) <= _FEW_LETTERS
