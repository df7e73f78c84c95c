"""Rows that say themselves what they hold: `Employer: ...`, and tables whose first row names the columns."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

BOARD = "BOARD"
"""Who examines: the school only in a table that has no column for it."""
DATE = "DATE"
OTHER = "OTHER"

Known = tuple[str, str | None]
"""A cell's text and what its label says that it is."""

_LABELS: dict[str, str] = {
    "COMPANY": "client|client name|employer|company|organisation|organization|company name|employer name|organization name|organisation name|"
    "name of employer|name of company|name of organisation|name of organization|name and address of employer|firm|workplace|"
    "place of work|establishment|employer and location|company and location|employer or company|agency",
    "TITLE": "position|position held|positions held|position or title|post|post held|title|job title|position title|role|"
    "designation|occupation|occupation or position held|job role|rank|job position|appointment|function|"
    "position held and duties|role and responsibilities|position and duties",
    "SCHOOL": "institution|institute|school|college|university|institution name|name of institution|name of school|"
    "institution attended|institutions attended|school or college|college or university|school attended|institute name|"
    "educational institution|name of institute|name of the institution|school or university|university or college|"
    "name of school or college|institute or school|college or school|institution or university|institute or university|"
    "school or institution|name of college|name of university|university or institute|school name|"
    "name and type of organisation providing education and training|awarding institution",
    BOARD: "board|board or university|university or board|examining body|awarding body|board of examination",
    "DEGREE": "degree|qualification|qualification obtained|qualifications obtained|course|examination|exam|exam passed|"
    "examination passed|standard|programme|program|title of qualification awarded|certificate|certificate obtained|"
    "qualifications|degree or course|course or degree|degree or certificate|degree earned|academic qualification|"
    "qualification or degree|award|certification|class or degree|degree or class|course name|program of study",
    "FIELD": "major|field of study|specialization|specialisation|discipline|branch|stream|concentration|area of study|"
    "major subjects|field|principal subjects|course of study",
    "LOCATION": "location|place|city|country|city and country|town|address of employer|location and country|city and state",
    DATE: "date|dates|inclusive dates|inclusive date|period|duration|dates employed|employment dates|dates of employment|from|to|year|years|"
    "year of passing|passing year|tenure|start date|end date|date of graduation|session|time period|year of completion|"
    "dates attended|date attended|from and to|dates from and to|year completed|completion|graduation date|year awarded|"
    "period of employment|employment period|date from|date to|year of graduation|month and year|graduated|when",
    OTHER: "salary|supervisor|hours per week|hours|hours a week|grade|gpa|cgpa|percentage|marks|division|class obtained|"
    "remarks|result|results|duties|responsibilities|key responsibilities|main responsibilities|main duties|"
    "main activities and responsibilities|environment|technologies|team size|project|project name|project title|"
    "reason for leaving|type of business or sector|business or sector|sector|industry|s or n|s or no|s no|sn|sl no|sr no|"
    "serial no|no|reporting to|reports to|contact|phone|telephone|okay to contact this supervisor|may we contact|"
    "may contact|ctc|employment type|website|percentage of marks|marks obtained|aggregate|score|cgpa or percentage|"
    "percentage or cgpa|class|honours|honors|thesis|thesis title|supervisor name|number of employees|series|pay grade|"
    "account|address|street address|security clearance|status|credits earned|marks in percentage",
}  # fmt: skip
_KINDS = {words.replace(" and ", " or "): kind for kind, listed in _LABELS.items() for words in listed.split("|")}
_ONLY_OF_COLUMNS = frozenset(
    {"certificate", "award", "certification", "standard", "class", "exam", "examination", "no", "to", "from", "when"}
)
"""Words that a table's column may be named by, but that begin other rows for other reasons."""
_PROJECT = re.compile(r"^\W*project\b[^:\t]{0,12}[:#]", re.IGNORECASE)
_CLIENT = re.compile(r"^\W*client(?: name)?\s*:", re.IGNORECASE)
_WORKED = r"^\W*(?:I\s+)?(?:(?:am|was|is|has been|have been|been)\s+)?(?:presently |currently )?(?:work(?:ed|ing)|serv(?:ed|ing)|employed|associated)"
_TITLE_FIRST = re.compile(
    rf"{_WORKED}\s+as\s+(?:an?\s+|the\s+)?([A-Z][^\t]{{2,50}}?)\s+(?:in|at|with|for)\s+([A-Z\w][^\t]{{1,90}}?)(?:\t|\.?$)",
    re.IGNORECASE,
)
_EMPLOYER_FIRST = re.compile(
    rf"{_WORKED}\s+(?:in|at|with|for)\s+([A-Z\w][^\t]{{1,70}}?)\s+as\s+(?:an?\s+|the\s+)?([A-Z][^\t]{{2,50}}?)(?:\t|\.?$)",
    re.IGNORECASE,
)
_LONE_COLON = re.compile(r"\s*\t\s*:\s*|\s+:\s*\t\s*|:\s*\t\s*(?=\S)")
_COLON = re.compile(r"^([^:\t]{2,48}?)\s*:\s*(.*)$", re.DOTALL)
_LABEL_WORDS = re.compile(r"[^\w%#]+")
_MOST_WORDS = 14


@lru_cache(maxsize=2048)
def kind_of_label(text: str) -> str | None:
    """What a column's or row's label announces, in the scorer's labels; None for anything else."""
    if text.strip() in {"#", "%"}:
        return OTHER
    plain = re.sub(r"\s*[/&]\s*", " or ", re.sub(r"\([^)]*\)", " ", text.casefold()))
    return _KINDS.get(" ".join(_LABEL_WORDS.sub(" ", plain).split()).replace(" and ", " or "))


def names_projects(texts: Iterable[str]) -> bool:
    """Whether some rows head projects: clients are then those of an employer that stands elsewhere."""
    return any(_PROJECT.match(text) for text in texts)


def is_client(text: str) -> bool:
    return _CLIENT.match(text) is not None


def read_labels(text: str) -> tuple[Known, ...]:
    """The cells of a row, some of which name what they hold; nothing when none does."""
    cells: list[Known] = []
    pending: str | None = None
    text = _LONE_COLON.sub(": ", text)
    for cell in filter(None, (cell.strip() for cell in text.split("\t"))):
        match = _COLON.match(cell)
        kind = kind_of_label(match[1]) if match and match[1].casefold() not in _ONLY_OF_COLUMNS else None
        if pending and kind is None:
            cells.append((cell, pending))
            pending = None
        elif match and kind and not match[2]:
            pending = kind
        elif match and kind:
            cells.append((match[2], kind))
        else:
            cells.append((cell, None))
    if pending:
        cells.append(("", pending))
    return tuple(cells) if any(kind for _, kind in cells) else ()


def read_sentence(rest: str) -> tuple[Known, ...]:
    """`Worked as a Software Engineer in Acme Ltd, Chennai`: title and employer of a job told as a sentence, its dates taken out."""
    match = _TITLE_FIRST.match(rest)
    if match:
        return (match[1], "TITLE"), (match[2].rstrip(" .\t"), "COMPANY")
    match = _EMPLOYER_FIRST.match(rest)
    return ((match[2].rstrip(" .\t"), "TITLE"), (match[1], "COMPANY")) if match else ()


def says_what_happened(known: Sequence[Known]) -> bool:
    """Whether a labelled row is about the work, its pay or its grades rather than about who, what, where and when."""
    first = known[0]
    return first[1] == OTHER or len(first[0].split()) > _MOST_WORDS


def read_columns(text: str) -> tuple[str, ...]:
    """What the columns hold whose names the row gives; nothing when it is no such row."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    kinds = [kind_of_label(cell) for cell in cells]
    named = [kind for kind in kinds if kind]
    if len(named) < 2 or len(named) < len(cells) - 1 or not set(named) - {DATE, OTHER}:
        return ()
    return tuple(kind or OTHER for kind in kinds)


def read_table_row(text: str, columns: Sequence[str]) -> tuple[Known, ...]:
    """The cells of a row of the table, by its columns; nothing when it has not as many."""
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) != len(columns):
        return ()
    has_school = "SCHOOL" in columns
    found = [
        (cell, "SCHOOL" if kind == BOARD else kind)
        for cell, kind in zip(cells, columns, strict=True)
        if cell and kind not in {DATE, OTHER} and not (kind == BOARD and has_school)
    ]
    return tuple(found)
