"""Lines that an engine recognised, in the form in which PyMuPDF gives those of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from resume_parser.document import Box

SAME_SIZE = 0.15
"""Heights that differ less than this from the usual one are taken for it: letters with tails make boxes higher."""
DESCENT = 0.22
"""Share of a line's box that is below its baseline."""
_BOLD = 16
_TEXT_BLOCK = 0


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    text: str
    box: Box
    """In points, y downward."""
    size: float
    """Of the letters, in points."""
    bold: bool = False


def as_page_content(lines: Sequence[RecognisedLine]) -> dict[str, Any]:
    """As `page.get_text("dict")`: each line is a block of its own, as nothing tells which belong together."""
    usual = median(line.size for line in lines) if lines else 0.0
    return {"blocks": [_block(line, usual) for line in lines]}


def _block(line: RecognisedLine, usual: float) -> dict[str, Any]:
    size = usual if abs(line.size - usual) <= SAME_SIZE * usual else round(line.size, 1)
    x0, y0, _, y1 = line.box
    span = {
        "text": line.text,
        "size": size,
        "font": "",
        "flags": _BOLD if line.bold else 0,
        "color": 0,
        "alpha": 255,
        "origin": (x0, y1 - DESCENT * (y1 - y0)),
        "bbox": line.box,
    }
    found = {"spans": [span], "dir": (1.0, 0.0), "wmode": 0, "bbox": line.box}
    return {"type": _TEXT_BLOCK, "bbox": line.box, "lines": [found]}
