"""Draws what the layout made of a document: lines, their reading order and their columns.

python -m resume_parser.draw FILE --out out.png --page 1
"""

import argparse
from pathlib import Path

from resume_parser.document import Document
from resume_parser.readers import read_document
from resume_parser.readers.detect import PDF
from resume_parser.readers.pdf_draw import Mark, draw_marks, draw_on_blank

LINE_HEIGHT = 13.0
MARGIN = 36.0
WIDTH = 595.0
TEXT_WIDTH = 110
EM = 10.0


def draw_document(data: bytes, page: int = 0) -> bytes:
    """PNG of a page (counted from 0) with its lines numbered in reading order and its columns framed.

    Documents without fixed pages are drawn as a list of their lines. Raises ParserError as `read_document` does.
    """
    document = read_document(data)
    if document.media_type == PDF:
        marks = [
            Mark(line.box, number, line.column)
            for number, line in enumerate(document.lines)
            if line.page == page and line.box is not None
        ]
        return draw_marks(data, min(page, document.page_count - 1), marks)
    return _draw_list(document)


def _draw_list(document: Document) -> bytes:
    marks: list[Mark] = []
    texts: list[str] = []
    y = MARGIN
    for number, line in enumerate(document.lines):
        y += LINE_HEIGHT * (1 + min(line.gap, 2.0) / 2)
        x = MARGIN + EM * line.indent
        marks.append(Mark((x, y - LINE_HEIGHT + 2, WIDTH - MARGIN, y), number, line.column))
        texts.append(line.text.replace("\t", "    ")[:TEXT_WIDTH])
    return draw_on_blank(marks, texts, WIDTH, y + MARGIN)


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the detected lines, columns and reading order of a document.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--page", type=int, default=1, help="counted from 1")
    arguments = parser.parse_args()
    arguments.out.write_bytes(draw_document(arguments.file.read_bytes(), arguments.page - 1))


if __name__ == "__main__":
    main()
