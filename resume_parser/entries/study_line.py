"""One line that names a degree and its school, in whatever order and with whatever words between them."""

import re

from resume_parser.entries.labelled import Known
from resume_parser.entries.school_names import find_school
from resume_parser.entries.scoring import UNIT
from resume_parser.entries.studies import first_degree, holds_field, names_degree
from resume_parser.vocabulary import (
    find_degrees,
    has_degree_word,
    has_school_cue,
    has_title_word,
    is_country,
    is_place,
    is_us_state,
    looks_like_location,
)

_LONGEST = 260
"""In characters; a row that is longer is text."""
_TOLD = re.compile(
    r"^[\W\d]*(?:I\s+)?(?:(?:have|has|had|am|was|is)\s+)?(?:also\s+)?(?:successfully\s+|currently\s+|presently\s+|now\s+)?"
    r"(?:completed|completing|passed(?:\s+out)?|pursuing|persuing|pursued|obtained|earned|received|awarded|done|did|finished|"
    r"graduated|graduating|entered|enrolled|joined|studied|studying|attended|attending|qualified|doing|holds?|holding)"
    r"(?:\s+(?:as|in|with|for))?(?:\s+(?:my|an?|the|his|her))?\s+(?=\S)",
    re.IGNORECASE,
)
"""`Currently pursuing`, `I graduated with a`: how an entry is told as a sentence."""
_JOINT = re.compile(
    r"(?:[\s,;:|(–—-]*(?:\b(?:passed|completed|obtained|done|pursued|awarded|received|studied)\b[\s,]*)?(?:\b(?:from|at|in|by|bei|an der|am|chez|à)\b(?:\s+the\b)?|@)?)?[\s,;:|(–—@-]*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\s+(?:(?:passed\s+|completed\s+)?from(?:\s+the)?|at(?:\s+the)?|@|bei|bij|chez|presso|hos)\s+(?=[A-Z0-9À-ÝŁŚŻ\"“(])",
    re.IGNORECASE,
)
_OPENING_AT = re.compile(r"^\W*(?:at|from|@)\s+(?=(?:the\s+)?[A-Z0-9À-ÝŁŚŻ\"“])", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"\s+([,;:])(?=\s|$)")
_WIDE_DASH = re.compile(r"\s*(?:－|ï¼\S?)\s*")
_SERIAL = re.compile(r"^\s*\d{1,2}[.)]?\t")
_YEAR_MONTH = re.compile(r"^((?:19|20)\d\d)\t(1[0-2]|[1-9])\t")
_GLUED_PLACE = re.compile(r"(?<=[a-z.)])\s?-\s?(?=[A-Z][\w .'-]+, [A-Z]{2}\b)")
_PIECE = re.compile(r"\t|[,;|]\s+|\s+[–—-]\s+|[()]|(?<=[a-z]{3})\.(?:\s|$)")
_UNIT = re.compile(
    r"[\s,;|–—-]*(?:\bthe\s+)?\b(?:department|dept\.?|faculty|institute|school|college|division|chair)\s+(?:of|for)\s+[^,;|\t]+$",
    re.IGNORECASE,
)
_CAMPUS = re.compile(r", [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)?(?=\s*(?:$|[,:(\t|•·–—-]))")
"""A word or two behind the school, of which the section's other entries tell whether it is its place."""
_SECOND_HALF = re.compile(r" [–—-] ([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})\s*(?=$|[,:(\t|]| [–—-] )")
_FIELD_BEFORE = re.compile(
    r"(?:.*?\S)?\s*(?P<school>[:,;|\t]|(?<=\s)[•·–—-](?=\s))\s*(?P<field>[^\W\d_][^:,;|\t(]*?)\s*(?P<degree>[:,;|(–—-])\s*$"
)
_TOWN = re.compile(r" ([A-ZÀ-Þ][\w.'’-]+)(?=:| [–—-] )")
_LIKELY = 0.5
_EDGES = " \t,;:|–—-./("


def normalise(text: str) -> str:
    """The text with its separators as people mean them: no space before a comma, wide and broken dashes, a place glued on by a hyphen.

    A year and a month in columns of their own, as in a Japanese form, become one date.
    """
    text = _YEAR_MONTH.sub(lambda match: f"{match[1]}-{int(match[2]):02d}\t", text)
    return _GLUED_PLACE.sub(" - ", _WIDE_DASH.sub(" – ", _SPACE_BEFORE.sub(r"\1", text)))


def is_told(text: str) -> bool:
    return _TOLD.match(text) is not None


def follows_at(text: str) -> str | None:
    """The school of a row that begins with `at`; None for any other row."""
    match = _OPENING_AT.match(text)
    return text[match.end() :].strip(_EDGES) if match else None


def read_study_line(text: str) -> tuple[Known, ...]:
    """Degree, school and place of a line without its dates; nothing where it names not both a degree and a school."""
    if len(text) > _LONGEST:
        return ()
    text = _SERIAL.sub("", text)
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    school = find_school(text)
    if school is None:
        return _read_joined(text)
    begin, end = school
    end += text[:end].count("(") > text[:end].count(")") and text.startswith(")", end)
    begin += len("the ") * text.startswith("the ", begin)
    end += begin == 0 and _town_in_name(text[end:])
    before, after = _without_joint(text[:begin]), text[end:]
    if names_degree(before) and len(find_degrees(after)) > 1:
        return ()
    named = before and not has_title_word(before) and (told or _leads_to(text[:begin]))
    if names_degree(before) or named:
        return _known(before, text[begin:end], after)
    degree = first_degree(after)
    if degree is None:
        return ((text[begin:end].strip(_EDGES), "SCHOOL"),) if told and not before else ()
    study = _field_before(after, degree[0])
    return _known(_degree_behind(after[study:]), text[begin:end], after[:study])


def _town_in_name(after: str) -> int:
    """How many characters a town takes that is the last word before a colon or dash, as in `Queen's University Belfast: BSc`."""
    town = _TOWN.match(after)
    return town.end() if town and is_place(town[1]) else 0


def _field_before(after: str, degree: int) -> int:
    """Where the study begins behind a school: at a field before its degree, else at the degree.

    `: Zoology, Master of Science` and `– Zoology (MSc)`: what parts the field from the school parts more than what parts it
    from its degree.
    """
    between = after[:degree]
    parted = _FIELD_BEFORE.match(between)
    if parted is None:
        return degree
    field = parted["field"]
    if looks_like_location(field) > _LIKELY or is_us_state(field) or has_school_cue(field) or UNIT.match(field):
        return degree
    closely = parted["degree"] == "(" or (parted["school"] == ":" and parted["degree"] == ",")
    return parted.start("field") if closely or holds_field(field) else degree


def _read_joined(text: str) -> tuple[Known, ...]:
    """A degree and what stands behind `at` or `from`: a school that no word marks."""
    for match in _AT.finditer(text):
        before = text[: match.start()].strip(_EDGES)
        if names_degree(before):
            cut = _PIECE.search(text, match.end())
            stop = cut.start() if cut else len(text)
            return _known(before, text[match.end() : stop], text[stop:])
    return ()


def _known(degree: str, school: str, after: str) -> tuple[Known, ...]:
    rest, place = _rest_of_name(after), _place_in(after)
    degree = _UNIT.sub("", _without_place(degree)).strip(_EDGES) or degree
    found: list[Known] = [(re.sub(r"\s*\t\s*", ", ", degree), "DEGREE"), (school.strip(_EDGES) + rest, "SCHOOL")]
    return tuple([*found, (place, "LOCATION")] if place and place not in rest else found)


def _rest_of_name(after: str) -> str:
    """What may go on with a school's name: a second half behind a dash, or a town alone, of which its roles decide."""
    half = _SECOND_HALF.match(after)
    if half and not (looks_like_location(half[1]) or holds_field(half[1]) or has_degree_word(half[1])):
        return half.group().rstrip()
    campus = _CAMPUS.match(after)
    town = campus.group()[2:] if campus else ""
    behind = after[campus.end() :].lstrip(" ,").split(",")[0].split("\t")[0].strip() if campus else ""
    wider = is_country(town) or is_us_state(town) or (behind and looks_like_location(behind) > 0.5)
    return "" if campus is None or wider else campus.group()


def _without_joint(before: str) -> str:
    match = _JOINT.search(before)
    text = before[: match.start()] if match else before
    text = text.strip(_EDGES)
    return text + ")" * (text.count("(") - text.count(")"))


def _leads_to(before: str) -> bool:
    """Whether `at`, `from` or `@` leads from what stands before to the school."""
    return (
        re.search(r"(?:\b(?:at|from)(?:\s+the)?|@)\s*$", before, re.IGNORECASE) is not None and len(before.split()) > 1
    )


def _degree_behind(text: str) -> str:
    """The degree with its field at the begin of the text, up to a place or a sentence's end."""
    cut = re.search(r"\t|\.\s*$|\s[|•]\s", text)
    return (
        _without_place(text[: cut.start()] if cut else text).strip(_EDGES + ")")
        if "(" not in text
        else text.strip(" \t,;.")
    )


def _without_place(text: str) -> str:
    head, comma, tail = text.rpartition(",")
    return head if comma and is_place(tail.strip()) and has_degree_word(head) else text


def _place_in(after: str) -> str | None:
    """The place right behind the school: its comma parts, as far as they are one."""
    pieces = [piece.strip() for piece in re.split(r"[,\t]|\s[–—-]\s", after.split("(")[0])]
    pieces = [piece for piece in pieces if piece]
    for count in (3, 2, 1):
        place = ", ".join(pieces[:count]).rstrip(" .")
        if len(pieces) >= count and looks_like_location(place) > 0.5:
            return place
    return None
