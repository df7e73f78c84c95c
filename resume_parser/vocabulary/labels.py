"""What the labels of rows and the names of a table's columns announce: `Employer: ...`, `Period | Employer | Position`."""

import re
from functools import lru_cache

BOARD = "BOARD"
"""Who examines: the school only in a table that has no column for it."""
DATE = "DATE"
OTHER = "OTHER"

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
_LABEL_WORDS = re.compile(r"[^\w%#]+")


@lru_cache(maxsize=2048)
def kind_of_label(text: str) -> str | None:
    """What a column's or row's label announces, in the scorer's labels; None for anything else."""
    if text.strip() in {"#", "%"}:
        return OTHER
    plain = re.sub(r"\s*[/&]\s*", " or ", re.sub(r"\([^)]*\)", " ", text.casefold()))
    return _KINDS.get(" ".join(_LABEL_WORDS.sub(" ", plain).split()).replace(" and ", " or "))


def read_columns(text: str) -> tuple[str, ...]:
    """What the columns hold whose names the row gives; nothing when it is no such row."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    kinds = [kind_of_label(cell) for cell in cells]
    named = [kind for kind in kinds if kind]
    if len(named) < 2 or len(named) < len(cells) - 1 or not set(named) - {DATE, OTHER}:
        return ()
    return tuple(kind or OTHER for kind in kinds)
