"""A name given in parts, as forms and bio-data pages do: `Surname: …`, `Other names: …`."""

import re
from collections.abc import Iterator, Sequence

from resume_parser.document import Line
from resume_parser.fields.name_words import clean_name

_PARTS = {
    "family": r"surname|last\s+name|family\s+name|nachname|nom(?:\s+de\s+famille)?|apellidos?|cognome",
    "given": r"(?:first|given|fore|christian)[\s-]?names?(?:\(s\))?|vorname|nombres?|pr[ée]noms?",
    "other": r"(?:other|middle)\s+names?(?:\(s\))?",
}
_MAY_BE_LABEL = re.compile(r"nam|nom|apellido|cognome", re.IGNORECASE)
"""Stands in every label of `_PARTS`."""
_CELLS = re.compile(r"\t+|\s{3,}|\s\|\s|;")
_LABEL = re.compile(
    rf"^\W*(?:{'|'.join(f'(?P<{part}>{words})' for part, words in _PARTS.items())})\s*(?:[:：]\s*|[–-]\s|$)",
    re.IGNORECASE,
)


def read_name_parts(lines: tuple[Line, ...], places: Sequence[int]) -> list[tuple[str, tuple[int, ...]]]:
    """The name put together from its labelled parts, with the lines they stand on; empty without a surname."""
    found: dict[str, tuple[str, int]] = {}
    for index in places:
        for part, value in _labelled(lines[index].text):
            found.setdefault(part, (value, index))
    parts = [found[part] for part in ("given", "other", "family") if part in found]
    name = clean_name(" ".join(value for value, _ in parts)) if "family" in found and len(parts) > 1 else None
    return [(name, tuple(dict.fromkeys(index for _, index in parts)))] if name else []


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """Part and value: in one cell, or in two beside each other."""
    if not _MAY_BE_LABEL.search(text):
        return
    cells = [cell.strip() for cell in _CELLS.split(text)]
    for cell, following in zip(cells, [*cells[1:], ""], strict=True):
        label = _LABEL.match(cell)
        if label and (value := cell[label.end() :].strip() or following):
            yield str(label.lastgroup), value
