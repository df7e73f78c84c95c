"""Rows that say themselves what they hold: `Employer: ...`, and tables whose first row names the columns."""

import re
from collections.abc import Iterable, Sequence

from resume_parser.vocabulary.labels import BOARD, DATE, OTHER, kind_of_label

Known = tuple[str, str | None]
"""A cell's text and what its label says that it is."""

_ONLY_OF_COLUMNS = frozenset(
    {"certificate", "award", "certification", "standard", "class", "exam", "examination", "no", "to", "from", "when"}
)
"""Words that a table's column may be named by, but that begin other rows for other reasons."""
_PROJECT = re.compile(r"^\W*project\b[^:\t]{0,12}[:#]", re.IGNORECASE)
_CLIENT = re.compile(r"^\W*client(?: name)?\s*:", re.IGNORECASE)
_LONE_COLON = re.compile(r"\t?:\t?")
_LONGEST_ROW = 300
"""In characters; a row that names what it holds is shorter."""
_COLON = re.compile(r"^([^:\t]{2,80}?)\s*:\s*(.*)$", re.DOTALL)
_MOST_WORDS = 14


def names_projects(texts: Iterable[str]) -> bool:
    """Whether some rows head projects: clients are then those of an employer that stands elsewhere."""
    return any(_PROJECT.match(text) for text in texts)


def is_client(text: str) -> bool:
    return _CLIENT.match(text) is not None


def label_of(text: str) -> str | None:
    """What the label that begins the row announces."""
    match = _COLON.match(text)
    return kind_of_label(match[1]) if match else None


def read_labels(text: str) -> tuple[Known, ...]:
    """The cells of a row, some of which name what they hold; nothing when none does."""
    if len(text) > _LONGEST_ROW or ":" not in text:
        return ()
    tidy = "\t".join(filter(None, (cell.strip() for cell in text.split("\t"))))
    cells: list[Known] = []
    for cell in _LONE_COLON.sub(": ", tidy).split("\t"):
        match = _COLON.match(cell)
        kind = kind_of_label(match[1]) if match and match[1].casefold() not in _ONLY_OF_COLUMNS else None
        cells.append((match[2], kind) if match and kind else (cell, None))
    return tuple(cells) if any(kind for _, kind in cells) else ()


def says_what_happened(known: Sequence[Known]) -> bool:
    """Whether a labelled row is about the work, its pay or its grades rather than about who, what, where and when."""
    first = known[0]
    return first[1] == OTHER or len(first[0].split()) > _MOST_WORDS


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
