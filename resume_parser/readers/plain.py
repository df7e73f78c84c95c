"""Plain text in whatever encoding it came."""

import codecs
import re
from dataclasses import replace

from resume_parser.document import Document
from resume_parser.errors import DocumentTooLarge, EmptyDocument
from resume_parser.layout.clean import clean_characters, standard_bullet
from resume_parser.layout_json import PLAIN_TEXT, plain_lines
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.capping import within_limits
from resume_parser.readers.detect import utf_16_without_mark

_WIDE_GAP = re.compile(r" *\t[\t ]*")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_text(data: bytes, limits: Limits = USUAL) -> Document:
    """Raises EmptyDocument without any text and DocumentTooLarge above `limits.text_bytes`."""
    if len(data) > limits.text_bytes:
        raise DocumentTooLarge
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    rows = text.split("\n")
    filled = [number for number, row in enumerate(rows) if row.strip()]
    last = filled[: limits.lines][-1] if filled else -1
    cleaned = [_with_cells(clean_characters(row)) for row in rows[: last + 1]]
    lines = [replace(line, text=standard_bullet(line.text)) for line in plain_lines("\n".join(cleaned))]
    if not lines:
        raise EmptyDocument
    kept, findings = within_limits(lines, limits, of=len(filled) if len(filled) > limits.lines else 0)
    return Document(lines=kept, media_type=PLAIN_TEXT, findings=tuple(findings))


def _with_cells(row: str) -> str:
    """The row with one tab at each gap made of tabs, and its indent in spaces."""
    content = row.lstrip()
    indent = row[: len(row) - len(content)].expandtabs(4)
    return indent + _WIDE_GAP.sub("\t", content.rstrip())


def decode(data: bytes) -> str:
    """By byte order mark or its zeros, else UTF-8, else Windows' Western code page, which takes any byte."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = utf_16_without_mark(data)
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
