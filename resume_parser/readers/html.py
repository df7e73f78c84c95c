"""Web pages and what mail programs and portals save as such. Nothing that they name is fetched, no script is run."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, DocumentTooDeep, DocumentTooLarge
from resume_parser.layout.styled import DEFAULT_SIZE
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.detect import HTML
from resume_parser.readers.flowing import FlowingText
from resume_parser.readers.plain import decode

MAX_DEPTH = 200

_UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "iframe", "object", "select", "textarea"}
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_APART = frozenset(["blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "section", "table", "ul"])
_CELLS = frozenset({"td", "th"})
_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "big": 1.2, "small": 0.83}
_BOLD = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_INDENT = 2.0
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, limits: Limits = USUAL) -> Document:
    """Raises EmptyDocument without any text, DocumentTooLarge above `limits.text_bytes`, DocumentTooDeep."""
    if len(data) > limits.text_bytes:
        raise DocumentTooLarge
    # Without limits of the library's own, which would silently cut what is nested.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_decoded(data).encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise CorruptDocument from error
    _check_depth(root)
    text = FlowingText()
    _Walk(text).element(root, _Style())
    return text.document(HTML, limits)


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared is not None:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _check_depth(root: Any) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise DocumentTooDeep


class _Style:
    __slots__ = ("bold", "indent", "italic", "keeps_blanks", "size")

    def __init__(
        self,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float = DEFAULT_SIZE,
        indent: float = 0.0,
        keeps_blanks: bool = False,
    ) -> None:
        self.bold, self.italic, self.size = bold, italic, size
        self.indent, self.keeps_blanks = indent, keeps_blanks

    def within(self, tag: str, css: str) -> "_Style":
        return _Style(
            bold=self.bold or tag in _BOLD or _BOLD_STYLE.search(css) is not None,
            italic=self.italic or tag in _ITALIC,
            size=DEFAULT_SIZE * _SIZES[tag] if tag in _SIZES else self.size,
            indent=self.indent + (_INDENT if tag in ("ul", "ol", "dd", "blockquote") else 0.0),
            keeps_blanks=self.keeps_blanks or tag == "pre",
        )


class _Walk:
    """Down the elements, which are no deeper than `MAX_DEPTH`."""

    def __init__(self, text: FlowingText) -> None:
        self._text = text

    def element(self, element: Any, around: _Style) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        css = element.get("style") or ""
        if tag in _UNSEEN or element.get("hidden") is not None or _HIDING.search(css):
            return
        style = around.within(tag, css)
        self._begin(element, tag, style)
        self._words(element.text, style)
        for child in element:
            self.element(child, style)
            self._words(child.tail, style)
        if tag in _CELLS:
            self._text.cell()
        elif tag in _BLOCKS:
            self._text.end_line(indent=around.indent, gap=float(tag in _APART))

    def _begin(self, element: Any, tag: str, style: _Style) -> None:
        if tag == "br":
            self._text.end_line(indent=style.indent)
        elif tag in _BLOCKS and not _is_in_cell(element):
            self._text.end_line(indent=style.indent, gap=float(tag in _APART))
        if tag == "li":
            self._text.bullet()
        if tag == "a":
            self._text.link((element.get("href") or "").strip())

    def _words(self, words: str | None, style: _Style) -> None:
        for number, row in enumerate(_rows(words or "", style)):
            if number:
                self._text.end_line(indent=style.indent)
            self._text.write(row, bold=style.bold, italic=style.italic, size=style.size)


def _rows(words: str, style: _Style) -> Iterator[str]:
    if style.keeps_blanks:
        yield from words.split("\n")
    else:
        yield re.sub(r"[\t\r\n ]+", " ", words)


def _is_in_cell(element: Any) -> bool:
    """Whether it is the first thing of a table's cell, which stays on the row."""
    parent = element.getparent()
    return parent is not None and parent.tag in _CELLS and parent.index(element) == 0
