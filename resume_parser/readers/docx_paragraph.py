"""One Word paragraph as lines of styled text, with its links and the text boxes that hang on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

from resume_parser.layout.clean import BULLET, clean_characters
from resume_parser.layout.fragment import Span
from resume_parser.readers.docx_styles import DEFAULT_SIZE, VAL, Look, Styles, read_look
from resume_parser.readers.pdf_links import clean_target

TINY = 2.0
"""Points under which nobody reads a text."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_COMPATIBILITY}AlternateContent"
CHOICE = f"{_COMPATIBILITY}Choice"
FALLBACK = f"{_COMPATIBILITY}Fallback"
TEXT_BOX = qn("w:txbxContent")
RUN = qn("w:r")
LINK = qn("w:hyperlink")
SIMPLE_FIELD = qn("w:fldSimple")
LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:fldData")}
"""Deleted text and properties."""

_RELATION = qn("r:id")
_PICTURE_LINK = f"{{{nsmap['a']}}}hlinkClick"
_FIELD_TARGET = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)', re.IGNORECASE)
_PAGE_FIELD = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_WIDE_SPACE = re.compile(r" {3,}| *\t[\t ]*")
_BREAK = "\n"


@dataclass(slots=True)
class TextLine:
    """A line as the document has it, before its place and relative size are known."""

    spans: list[Span]
    look: Look
    links: list[str] = field(default_factory=list)
    gap: float = 0.0
    """White space above, in points."""
    column: int = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class Paragraph:
    lines: list[TextLine]
    boxes_before: list[Any]
    boxes_after: list[Any]
    """Elements of text boxes, by whether they hang before or after the first text."""
    links: list[str]
    """Of pictures, where the paragraph has no text to put them to."""
    hidden: int


class ParagraphReader:
    """Reads paragraphs of one part (body, header or footer), whose relations say where its links lead."""

    def __init__(self, part: Any, styles: Styles) -> None:
        self._part = part
        self._styles = styles

    def read(self, element: Any, *, on_ground: bool = False) -> Paragraph:
        """`on_ground`: the paragraph stands in a cell or box whose ground may be coloured, so white text may show."""
        look = self._look(element)
        reading = _Reading(self._part, self._styles, look, may_be_white=on_ground)
        reading.walk(element)
        lines = [TextLine(spans, look) for spans in reading.lines if "".join(span.text for span in spans).strip()]
        if lines:
            lines[0].links = list(dict.fromkeys(reading.links))
            if look.list_item and not look.heading:
                first = lines[0].spans[0]
                lines[0].spans.insert(0, first._replace(text=f"{BULLET} "))
        links = [] if lines else reading.links
        return Paragraph(lines, reading.boxes_before, reading.boxes_after, links, reading.hidden)

    def _look(self, element: Any) -> Look:
        properties = element.find(qn("w:pPr"))
        if properties is None:
            return self._styles.plain
        style = properties.find(qn("w:pStyle"))
        inherited = self._styles.look(None if style is None else style.get(VAL)).over(self._styles.plain)
        return read_look(properties).over(inherited)


class _Reading:
    """The state of reading one paragraph."""

    def __init__(self, part: Any, styles: Styles, look: Look, *, may_be_white: bool) -> None:
        self._part = part
        self._styles = styles
        self._look = look
        self._may_be_white = may_be_white or bool(look.shaded)
        self.lines: list[list[Span]] = [[]]
        self.links: list[str] = []
        self.boxes_before: list[Any] = []
        self.boxes_after: list[Any] = []
        self.hidden = 0
        self._instructions: list[str] = []
        """Of the fields that are open, from the outermost inwards."""
        self._in_instruction = False

    def walk(self, element: Any) -> None:
        for child in visible_children(element):
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == LINK:
                self._add_relation(child.get(_RELATION))
                self.walk(child)
            elif tag == SIMPLE_FIELD:
                instruction = child.get(qn("w:instr")) or ""
                self._add_field_target(instruction)
                if not _PAGE_FIELD.match(instruction):
                    self.walk(child)
            else:
                self.walk(child)

    def _run(self, run: Any) -> None:
        look = self._run_look(run)
        text: list[str] = []
        for child in visible_children(run):
            tag = child.tag
            if tag == _TEXT:
                text.append(child.text or "")
            elif tag in _CHARACTERS:
                text.append(_CHARACTERS[tag])
            elif tag == _FIELD_CHARACTER:
                self._field_character(child.get(qn("w:fldCharType")))
            elif tag == _INSTRUCTION and self._instructions:
                self._instructions[-1] += child.text or ""
            else:
                self._boxes_and_links(child)
        self._add("".join(text), look)

    def _run_look(self, run: Any) -> Look:
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return self._look
        style = properties.find(qn("w:rStyle"))
        named = self._styles.look(None if style is None else style.get(VAL))
        return read_look(properties).over(named.over(self._look))

    def _add(self, text: str, look: Look) -> None:
        if not text or any(_PAGE_FIELD.match(instruction) for instruction in self._instructions):
            return
        if text.strip() and self._is_hidden(look):
            self.hidden += 1
            return
        for index, piece in enumerate(text.split(_BREAK)):
            if index:
                self.lines.append([])
            cleaned = _WIDE_SPACE.sub("\t", clean_characters(piece))
            spans = self.lines[-1]
            if not spans or spans[-1].text.endswith("\t"):
                cleaned = cleaned.lstrip("\t")
            if cleaned:
                size = look.size or DEFAULT_SIZE
                spans.append(Span(cleaned, size, bool(look.bold), bool(look.italic)))

    def _is_hidden(self, look: Look) -> bool:
        white = look.color == "ffffff" and not self._may_be_white and not look.shaded
        return bool(look.hidden) or white or (look.size or DEFAULT_SIZE) < TINY

    def _field_character(self, kind: str | None) -> None:
        if kind == "begin":
            self._instructions.append("")
        elif kind == "separate" and self._instructions:
            self._add_field_target(self._instructions[-1])
        elif kind == "end" and self._instructions:
            self._instructions.pop()

    def _boxes_and_links(self, element: Any) -> None:
        has_text = any(self.lines)
        for found in descendants(element):
            if found.tag == TEXT_BOX:
                (self.boxes_after if has_text else self.boxes_before).append(found)
            elif found.tag == _PICTURE_LINK:
                self._add_relation(found.get(_RELATION))

    def _add_field_target(self, instruction: str) -> None:
        found = _FIELD_TARGET.search(instruction)
        self._add_target(found.group(1) if found else None)

    def _add_relation(self, identifier: str | None) -> None:
        relation = self._part.rels.get(identifier) if identifier else None
        if relation is not None and relation.is_external:
            self._add_target(relation.target_ref)

    def _add_target(self, uri: str | None) -> None:
        target = clean_target(uri)
        if target is not None:
            self.links.append(target)


_TEXT = qn("w:t")
_FIELD_CHARACTER = qn("w:fldChar")
_INSTRUCTION = qn("w:instrText")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): _BREAK,
    qn("w:cr"): _BREAK,
    qn("w:noBreakHyphen"): "-",
    qn("w:sym"): " ",
}


def visible_children(element: Any) -> Iterator[Any]:
    """The element's children without what is deleted, and of two versions of one thing the first that has content."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in LEFT_OUT:
            continue
        if child.tag == ALTERNATE:
            yield from _chosen(child)
        else:
            yield child


def descendants(element: Any) -> Iterator[Any]:
    """All elements below and with `element` in document order; those inside a text box belong to the box."""
    yield element
    if element.tag == TEXT_BOX:
        return
    for child in visible_children(element):
        yield from descendants(child)


def _chosen(alternate: Any) -> Iterator[Any]:
    choices = [child for child in alternate if child.tag in (CHOICE, FALLBACK)]
    with_text = (choice for choice in choices if next(choice.iter(TEXT_BOX, _TEXT), None) is not None)
    chosen = next(with_text, choices[0] if choices else None)
    if chosen is not None:
        yield from visible_children(chosen)
