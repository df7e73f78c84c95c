"""A PDF page as a picture, with boxes and numbers drawn over it."""

from collections.abc import Sequence
from typing import NamedTuple

import pymupdf

from resume_parser.document import Box

SCALE = 1.6
"""Pixels a point."""
PALETTE = ((0.85, 0.1, 0.1), (0.1, 0.3, 0.85), (0.0, 0.55, 0.2), (0.75, 0.4, 0.0), (0.55, 0.1, 0.65), (0.0, 0.5, 0.55))
NUMBER_SIZE = 6.0


class Mark(NamedTuple):
    box: Box
    number: int
    group: int
    """Marks of one group share a colour and a frame."""


def draw_marks(data: bytes, page: int, marks: Sequence[Mark]) -> bytes:
    """PNG of the page (counted from 0)."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        sheet = pdf[page]
        _draw(sheet, marks)
        return bytes(sheet.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE)).tobytes("png"))


def draw_on_blank(marks: Sequence[Mark], texts: Sequence[str], width: float, height: float) -> bytes:
    """PNG of the marks with their texts, for documents that have no pages of their own."""
    with pymupdf.open() as pdf:
        sheet = pdf.new_page(width=width, height=height)
        for mark, text in zip(marks, texts, strict=True):
            sheet.insert_text((mark.box[0], mark.box[3] - 2), text, fontsize=mark.box[3] - mark.box[1] - 3)
        _draw(sheet, marks)
        return bytes(sheet.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE)).tobytes("png"))


def _draw(sheet: pymupdf.Page, marks: Sequence[Mark]) -> None:
    frames: dict[int, pymupdf.Rect] = {}
    for mark in marks:
        color = PALETTE[mark.group % len(PALETTE)]
        rect = pymupdf.Rect(mark.box)
        sheet.draw_rect(rect, color=color, width=0.4, overlay=True)
        sheet.insert_text((max(rect.x0 - 12, 1), rect.y1 - 1), str(mark.number), fontsize=NUMBER_SIZE, color=color)
        frames[mark.group] = frames.get(mark.group, rect) | rect
    for group, frame in frames.items():
        sheet.draw_rect(
            pymupdf.Rect(frame.x0 - 3, frame.y0 - 3, frame.x1 + 3, frame.y1 + 3),
            color=PALETTE[group % len(PALETTE)],
            width=1.2,
            dashes="[4 3]",
        )
