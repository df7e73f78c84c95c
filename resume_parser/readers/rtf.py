"""Rich Text: the words and the looks that tell headings; pictures, objects and whatever else it holds are left out."""

import re
from dataclasses import dataclass, replace

from resume_parser.document import Document
from resume_parser.errors import DocumentTooDeep, DocumentTooLarge
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.detect import RTF
from resume_parser.readers.flowing import FlowingText

MAX_DEPTH = 200
BYTES_BESIDE_TEXT = 10
"""Times `Limits.text_bytes` that a file may have: looks and pictures are written as text."""

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable"
    b" listoverridetable rsidtbl generator xmlnstbl filetbl revtbl annotation footnote nonshppict bkmkstart bkmkend".split()
)
_LINE_ENDS = frozenset({b"par", b"line", b"sect", b"page", b"row", b"nestrow"})
_CELL_ENDS = frozenset({b"tab", b"cell", b"nestcell"})
_PLACES = frozenset({b"pard", b"li", b"fi", b"sb", b"sa"})
_SIGNS = {
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"emspace": " ",
    b"enspace": " ",
}
_ESCAPED = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_CODE_PAGES = {65001: "utf-8", 10000: "mac_roman", 0: "cp1252", 1: "cp1252"}
_TWIPS_PER_EM, _TWIPS_PER_LINE = 200, 240


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits, and gives back at its end."""

    bold: bool = False
    italic: bool = False
    size: float = 12.0
    is_left_out: bool = False
    is_hidden: bool = False
    is_field: bool = False
    fallback: int = 1
    """Characters after a Unicode one that stand in for it."""
    indent: float = 0.0
    hanging: float = 0.0
    """What the first line stands further left than the others, in em as `indent`; below zero further right."""
    after: float = 0.0
    """Space behind the paragraph, in lines."""

    @property
    def first_indent(self) -> float:
        return max(0.0, self.indent - self.hanging)


def read_rtf(data: bytes, limits: Limits = USUAL) -> Document:
    """Raises EmptyDocument without text, DocumentTooLarge, DocumentTooDeep."""
    if len(data) > limits.text_bytes * BYTES_BESIDE_TEXT:
        raise DocumentTooLarge
    reader = _RtfReader()
    for token in _TOKEN.finditer(data):
        reader.take(token)
    return reader.text.document(RTF, limits)


class _RtfReader:
    def __init__(self) -> None:
        self.text = FlowingText()
        self._state = _State()
        self._outer: list[_State] = []
        self._encoding = "cp1252"
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._field = ""
        self._is_starred = False

    def take(self, token: re.Match[bytes]) -> None:
        kind = token.lastgroup
        if kind == "byte":
            self._take_bytes(bytes([int(token["byte"], 16)]))
            return
        if kind == "text":
            self._take_bytes(token["text"])
            return
        self._flush()
        if kind == "open":
            self._open()
        elif kind == "close":
            self._close()
        elif token["word"] is not None:
            self._word(token["word"], token["number"])
        elif kind == "sign":
            self._sign(token["sign"])

    def _open(self) -> None:
        if len(self._outer) > MAX_DEPTH:
            raise DocumentTooDeep
        self._outer.append(self._state)
        self._skip = 0

    def _close(self) -> None:
        if not self._outer:
            return  # many writers close once too often
        if self._state.is_field and not self._outer[-1].is_field:
            for target in _HYPERLINK.findall(self._field):
                self.text.link(target)
            self._field = ""
        self._state = self._outer.pop()
        self._skip = 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_starred = True
        elif sign in (b"\n", b"\r"):
            self.text.end_line()
        elif sign in _ESCAPED:
            self._write(_ESCAPED[sign])

    def _word(self, word: bytes, number: bytes | None) -> None:
        value = None if number is None else int(number)
        starred, self._is_starred = self._is_starred, False
        state = self._state
        if word == b"fldinst":
            self._state = replace(state, is_field=True)
        elif word in _LEFT_OUT or (starred and word not in (b"shptxt", b"shpinst")):
            self._state = replace(state, is_left_out=True)
        elif word == b"u" and value is not None:
            self._unicode(value & 0xFFFF)
        elif state.is_left_out or state.is_field:
            return
        elif word in _LINE_ENDS:
            self.text.end_paragraph(indent=state.first_indent, gap=state.after)
        elif word in _CELL_ENDS:
            self.text.cell()
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _PLACES:
            self._place(word, value or 0)
        else:
            self._look(word, value)

    def _look(self, word: bytes, value: int | None) -> None:
        state, is_on = self._state, value != 0
        if word == b"b":
            self._state = replace(state, bold=is_on)
        elif word == b"i":
            self._state = replace(state, italic=is_on)
        elif word == b"v":
            self._state = replace(state, is_hidden=is_on)
        elif word == b"fs" and value:
            self._state = replace(state, size=value / 2)
        elif word == b"plain":
            self._state = replace(state, bold=False, italic=False, size=12.0, is_hidden=False)
        elif word == b"uc" and value is not None:
            self._state = replace(state, fallback=max(0, value))
        elif word == b"ansicpg" and value is not None:
            self._encoding = _known(_CODE_PAGES.get(value, f"cp{value}"))

    def _place(self, word: bytes, value: int) -> None:
        state = self._state
        if word == b"pard":
            state = replace(state, indent=0.0, hanging=0.0, after=0.0)
        elif word == b"li":
            state = replace(state, indent=value / _TWIPS_PER_EM)
        elif word == b"fi":
            state = replace(state, hanging=-value / _TWIPS_PER_EM)
        elif word == b"sa":
            state = replace(state, after=value / _TWIPS_PER_LINE)
        self._state = state
        self.text.place(indent=state.first_indent, gap=value / _TWIPS_PER_LINE if word == b"sb" else 0.0)

    def _unicode(self, code: int) -> None:
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._write(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        else:
            self._write(chr(code))
        self._skip = self._state.fallback

    def _take_bytes(self, found: bytes) -> None:
        skipped = min(self._skip, len(found))
        self._skip -= skipped
        self._bytes += found[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            self._write(self._bytes.decode(self._encoding, errors="replace"))
            self._bytes.clear()

    def _write(self, text: str) -> None:
        state = self._state
        if state.is_field:
            self._field += text
        elif not (state.is_left_out or state.is_hidden):
            self.text.write(text, bold=state.bold, italic=state.italic, size=state.size)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding
