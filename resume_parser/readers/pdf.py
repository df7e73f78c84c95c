"""PDF through PyMuPDF."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pymupdf

from resume_parser.document import Document, Finding
from resume_parser.errors import (
    CorruptDocument,
    DocumentTooLarge,
    EncryptedDocument,
    ParserError,
    is_lack_of_memory,
    is_own_fault,
)
from resume_parser.layout.furniture import without_furniture
from resume_parser.layout.lines import PlacedRow, build_lines
from resume_parser.layout.pages import join_pages
from resume_parser.layout.reading_order import Block, order_page
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.capping import within_limits
from resume_parser.readers.detect import PDF
from resume_parser.readers.ocr import BeforePage, is_available, recognise
from resume_parser.readers.pdf_legible import is_legible
from resume_parser.readers.pdf_page import PageText, read_blocks, read_page

UNMAPPED_CHARACTERS = 10
"""From how many characters on without a letter to them it is worth a finding."""

_METADATA_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def read_pdf(data: bytes, limits: Limits = USUAL, before_recognition: BeforePage | None = None) -> Document:
    """Raises EncryptedDocument when a password is needed, CorruptDocument when there is no page to be had."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return _PdfReader(pdf, limits, before_recognition).read()


class _PdfReader:
    """Reads one document, page by page; what is wrong with a page is that page's alone."""

    def __init__(self, pdf: Any, limits: Limits, before_recognition: BeforePage | None) -> None:
        self._pdf = pdf
        self._limits = limits
        self._before_recognition = before_recognition
        self._broken = self._recognised = self._illegible = self._unread = self._too_large = 0

    def read(self) -> Document:
        pdf = self._pdf
        if pdf.needs_pass:
            raise EncryptedDocument
        if pdf.page_count < 1:
            raise CorruptDocument
        if pdf.xref_length() > self._limits.pdf_objects:
            raise DocumentTooLarge
        texts, heights = self._read_pages()
        blocks = [order_page(text.fragments) for text in texts]
        lines, cut = within_limits(build_lines(_placed(blocks, heights, texts)), self._limits)
        findings = (*self._findings_of_pages(len(texts)), *_findings(texts), *cut)
        return Document(lines, PDF, pdf.page_count, _document_date(pdf.metadata or {}), findings)

    def _read_pages(self) -> tuple[list[PageText], list[float]]:
        """The pages' texts and heights, up to the limit of pages or words. Raises CorruptDocument when all are broken."""
        texts: list[PageText] = []
        heights: list[float] = []
        words = 0
        for number in range(min(self._pdf.page_count, self._limits.pages)):
            text, height = self._read_page(number)
            texts.append(text)
            heights.append(height)
            words += sum(fragment.text.count(" ") + 1 for fragment in text.fragments)
            if words > self._limits.words:
                break
        if self._broken == len(texts):
            raise CorruptDocument
        return texts, heights

    def _read_page(self, number: int) -> tuple[PageText, float]:
        try:
            page = self._pdf[number]
            text = read_page(page)
            if _is_picture(page, text):
                return self._read_picture(page)
            if not is_legible(text):
                return self._read_again(page, text)
            return text, page.rect.height
        except ParserError:
            raise
        except Exception as error:
            if is_lack_of_memory(error) or is_own_fault(error):
                raise
            self._broken += 1
            return PageText(), 0.0

    def _read_picture(self, page: Any) -> tuple[PageText, float]:
        """What is under the page's pictures, or else is read from them, and the height."""
        flags = pymupdf.TEXT_PRESERVE_WHITESPACE
        found = read_blocks(page, page.get_text("dict", flags=flags), trust_invisible=True)
        height = page.rect.height
        if not found.fragments or not is_legible(found):
            found, height = self._recognise(page) or (PageText(), height)
        self._unread += not found.fragments
        return found, height

    def _read_again(self, page: Any, text: PageText) -> tuple[PageText, float]:
        """What is seen on a page whose text makes no words, as its fonts do not tell their letters."""
        recognised = self._recognise(page)
        if recognised is None or not recognised[0].fragments:
            return text, page.rect.height
        self._illegible += 1
        return recognised

    def _recognise(self, page: Any) -> tuple[PageText, float] | None:
        """The text on the page's picture, and that picture's height."""
        if not self._may_recognise(page):
            return None
        if self._before_recognition is not None and is_available():
            self._before_recognition()
        recognised = recognise(page)
        if recognised is None:
            return None
        self._recognised += 1
        found = read_blocks(recognised.page, recognised.content, trust_invisible=True)
        return found, float(recognised.page.rect.height)

    def _may_recognise(self, page: Any) -> bool:
        if self._recognised >= self._limits.recognised_pages:
            return False
        pixels = max((image[_WIDTH] * image[_HEIGHT] for image in page.get_images()), default=0)
        self._too_large += pixels > self._limits.image_pixels
        return bool(pixels <= self._limits.image_pixels)

    def _findings_of_pages(self, read: int) -> Iterator[Finding]:
        if read < self._pdf.page_count:
            yield Finding("truncated", f"{read} of {self._pdf.page_count} pages")
        counts = {
            "page_unreadable": self._broken,
            "ocr_used": self._recognised,
            "text_layer_illegible": self._illegible,
            "picture_too_large": self._too_large,
            "page_without_text": self._unread,
        }
        for code, pages in counts.items():
            if pages:
                yield Finding(code, f"{pages} pages")


_WIDTH, _HEIGHT = 2, 3
"""Of an entry of `get_images`."""


def _is_picture(page: Any, text: PageText) -> bool:
    """Whether nothing is to be seen on the page but pictures."""
    return not (text.fragments or text.rotated) and bool(page.get_images())


def _findings(texts: list[PageText]) -> list[Finding]:
    findings: list[Finding] = []
    left_out = sum(text.left_out for text in texts)
    hidden = sum(text.hidden for text in texts)
    unmapped = sum(text.unmapped for text in texts)
    if hidden:
        findings.append(Finding("hidden_text", f"{hidden} pieces of text"))
    if left_out:
        findings.append(Finding("truncated", f"{left_out} pieces of text on crowded pages"))
    if unmapped >= UNMAPPED_CHARACTERS:
        findings.append(Finding("unmapped_glyphs", f"{unmapped} characters"))
    if not any(text.fragments or text.rotated for text in texts):
        findings.append(Finding("no_text"))
    return findings


def _placed(blocks: list[list[Block]], heights: list[float], texts: list[PageText]) -> list[PlacedRow]:
    """All rows in reading order; turned text, which has no place among them, comes last."""
    rows = [
        PlacedRow(row, placed.page, placed.block.column, placed.block.left)
        for placed in join_pages(without_furniture(blocks, heights), heights)
        for row in placed.block.rows
    ]
    for page, text in enumerate(texts):
        last = max((block.column for block in blocks[page]), default=-1) + 1
        rows.extend(PlacedRow([fragment], page, last, fragment.x0) for fragment in text.rotated)
    return rows


def _document_date(metadata: dict[str, str | None]) -> date | None:
    """When it was last changed; some writers leave the one field out, some the other."""
    for key in ("modDate", "creationDate"):
        found = _METADATA_DATE.match(metadata.get(key) or "")
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None
