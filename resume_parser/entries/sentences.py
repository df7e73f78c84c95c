"""Where the names on a line end and prose about them begins."""

import re

_STOP = re.compile(r"([A-Za-zÀ-ÿ]+)\.\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+)")
_SHORTEST = 4
_ABBREVIATED = frozenset(
    ["prof", "dept", "univ", "inst", "corp", "bros", "engr", "mgmt", "govt", "asst", "assoc", "intl", "natl", "tech", "philol", "comm", "elem", "acad", "hosp"]
)  # fmt: skip


def first_sentence(text: str) -> str:
    """The text up to a full stop behind a whole word with another sentence after it: `Analyst, Acme. Part of a team` is cut at `Acme`."""
    text = text.partition("\t. ")[0]
    for match in _STOP.finditer(text):
        word = match[1].casefold()
        if len(word) >= _SHORTEST and word not in _ABBREVIATED:
            return text[: match.end(1)]
    return text
