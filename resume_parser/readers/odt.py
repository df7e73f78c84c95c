"""OpenDocument text, walked in the order of its XML."""

import io
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import etree

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, DocumentTooDeep, EncryptedDocument
from resume_parser.layout.styled import DEFAULT_SIZE
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.detect import ODT
from resume_parser.readers.flowing import FlowingText
from resume_parser.readers.package_limits import check_inflated

MAX_DEPTH = 60

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_DATE = "{http://purl.org/dc/elements/1.1/}date"

_UNSEEN = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}page-number", f"{_TEXT}page-count"}
)
_INDENT = 2.0


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    size: float = DEFAULT_SIZE
    is_hidden: bool = False


def read_odt(data: bytes, limits: Limits = USUAL) -> Document:
    """Raises EmptyDocument without text, EncryptedDocument, CorruptDocument, and DocumentTooLarge for bombs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_inflated(archive, limits)
            _check_password(_part(archive, "META-INF/manifest.xml"))
            content, styles, meta = (_part(archive, f"{name}.xml") for name in ("content", "styles", "meta"))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise CorruptDocument from error
    except etree.XMLSyntaxError as error:
        raise DocumentTooDeep if "depth" in str(error).lower() else CorruptDocument from error
    body = None if content is None else content.find(f"{_OFFICE}body")
    if body is None:
        raise CorruptDocument
    walk = _Walk(FlowingText(), _Styles([root for root in (styles, content) if root is not None]))
    for part in ("header", "footer"):
        for element in () if styles is None else styles.iter(f"{_STYLE}{part}"):
            walk.children(element, walk.usual, 0, 0.0)
            walk.text.end_line(gap=1.0)
        if part == "header":
            walk.children(body, walk.usual, 0, 0.0)
            walk.text.end_line(gap=1.0)
    document = walk.text.document(ODT, limits)
    return replace(document, document_date=_date_of(meta))


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(name), parser)


def _check_password(manifest: Any) -> None:
    if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise EncryptedDocument


def _date_of(meta: Any) -> date | None:
    written = None if meta is None else next((element.text for element in meta.iter(_DATE)), None)
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


class _Styles:
    """What the named styles change, and those that they inherit from."""

    def __init__(self, roots: list[Any]) -> None:
        self._named = {style.get(f"{_STYLE}name", ""): style for root in roots for style in root.iter(f"{_STYLE}style")}
        self._known: dict[tuple[str, _Look], _Look] = {}

    def apply(self, name: str, look: _Look) -> _Look:
        if (name, look) not in self._known:
            self._known[name, look] = self._apply(name, look)
        return self._known[name, look]

    def _apply(self, name: str, look: _Look) -> _Look:
        chain: list[str] = []
        while name in self._named and name not in chain and len(chain) < MAX_DEPTH:
            chain.append(name)
            name = self._named[name].get(f"{_STYLE}parent-style-name", "")
        for one in reversed(chain):
            look = _changed(look, self._named[one].find(f"{_STYLE}text-properties"))
        return look


def _changed(look: _Look, properties: Any) -> _Look:
    if properties is None:
        return look
    size, scale = properties.get(f"{_FO}font-size", ""), 1.0
    if size.endswith("%"):
        scale, size = look.size / 100, size.rstrip("%")
    weight, slant = properties.get(f"{_FO}font-weight"), properties.get(f"{_FO}font-style")
    try:
        points = float(size.removesuffix("pt")) * scale
    except ValueError:
        points = look.size
    return _Look(
        look.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
        look.italic if slant is None else slant != "normal",
        points,
        properties.get(f"{_TEXT}display") == "none" or look.is_hidden,
    )


class _Walk:
    def __init__(self, text: FlowingText, styles: _Styles) -> None:
        self.text = text
        self._styles = styles
        self.usual = styles.apply("Standard", _Look())

    def children(self, element: Any, look: _Look, depth: int, indent: float) -> None:
        if depth > MAX_DEPTH:
            raise DocumentTooDeep
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN:
                self._element(child, look, depth, indent)
            if element.tag in _WORDED and child.tail:
                self._write(child.tail, look)

    def _element(self, element: Any, look: _Look, depth: int, indent: float) -> None:
        tag = element.tag
        if tag in (f"{_TEXT}p", f"{_TEXT}h"):
            self._paragraph(element, depth, indent)
        elif tag in (f"{_TEXT}span", f"{_TEXT}a"):
            own = self._styles.apply(element.get(f"{_TEXT}style-name", ""), look)
            self.text.link(element.get(_HREF, ""))
            self._write(element.text or "", own)
            self.children(element, own, depth + 1, indent)
        elif tag == f"{_TEXT}tab":
            self.text.cell()
        elif tag == f"{_TEXT}s":
            self._write(" ", look)
        elif tag == f"{_TEXT}line-break":
            self.text.end_line(indent=indent)
        elif tag == f"{_TEXT}list-item":
            self.text.end_line(indent=indent)
            self.text.bullet()
            self.children(element, look, depth + 1, indent)
            self.text.end_line(indent=indent - _INDENT)
        elif tag == f"{_TEXT}list":
            self.children(element, look, depth + 1, indent + _INDENT)
        elif tag == f"{_TABLE}table-cell":
            self.children(element, look, depth + 1, indent)
            self.text.cell()
        else:
            self.children(element, look, depth + 1, indent)
            if tag == f"{_TABLE}table-row":
                self.text.end_line(indent=indent)

    def _paragraph(self, element: Any, depth: int, indent: float) -> None:
        look = self._styles.apply(element.get(f"{_TEXT}style-name", "Standard"), _Look())
        in_row = element.getparent().tag == f"{_TABLE}table-cell"
        if in_row and element.getprevious() is not None:
            self.text.end_line(indent=indent)
        self._write(element.text or "", look)
        self.children(element, look, depth + 1, indent)
        if not in_row:
            self.text.end_paragraph(indent=indent)

    def _write(self, words: str, look: _Look) -> None:
        if not look.is_hidden:
            self.text.write(
                " ".join(words.split("\n")).replace("\t", " "), bold=look.bold, italic=look.italic, size=look.size
            )


_WORDED = frozenset({f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}span", f"{_TEXT}a"})
"""Elements whose text counts; between others there is but the XML's own white space."""
