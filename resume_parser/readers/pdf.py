"""PDF through PyMuPDF."""

import re
from datetime import date
from typing import Any

import pymupdf

from resume_parser.document import Document, Finding
from resume_parser.errors import CorruptDocument, EncryptedDocument
from resume_parser.layout.furniture import without_furniture
from resume_parser.layout.lines import PlacedRow, build_lines
from resume_parser.layout.pages import join_pages
from resume_parser.layout.reading_order import Block, order_page
from resume_parser.readers.detect import PDF
from resume_parser.readers.ocr import MAX_OCR_PAGES, recognise
from resume_parser.readers.pdf_page import PageText, read_blocks, read_page

MAX_PAGES = 100
UNMAPPED_CHARACTERS = 10
"""From how many characters on without a letter to them it is worth a finding."""

_METADATA_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def read_pdf(data: bytes) -> Document:
    """Raises EncryptedDocument when a password is needed, CorruptDocument when there is no page to be had."""
    try:
        pdf = pymupdf.open(stream=data, filetype="pdf")
    except RuntimeError as error:
        raise CorruptDocument from error
    with pdf:
        return _read(pdf)


def _read(pdf: Any) -> Document:
    if pdf.needs_pass:
        raise EncryptedDocument
    page_count = pdf.page_count
    if page_count < 1:
        raise CorruptDocument
    pages = [(page, read_page(page)) for page in (pdf[number] for number in range(min(page_count, MAX_PAGES)))]
    findings = [Finding("truncated", f"{MAX_PAGES} of {page_count} pages")] if page_count > MAX_PAGES else []
    texts = _with_recognised_text(pages, findings)
    findings += _findings(texts)
    blocks = [order_page(text.fragments) for text in texts]
    heights = [page.rect.height for page, _ in pages]
    lines = build_lines(_placed(blocks, heights, texts))
    return Document(tuple(lines), PDF, page_count, _document_date(pdf.metadata or {}), tuple(findings))


def _with_recognised_text(pages: list[tuple[Any, PageText]], findings: list[Finding]) -> list[PageText]:
    """The pages' text; where there is none to see but pictures, what is read from those."""
    texts: list[PageText] = []
    recognised = unread = 0
    for page, text in pages:
        if text.fragments or text.rotated or not page.get_images():
            texts.append(text)
            continue
        under_scan = read_blocks(
            page, page.get_text("dict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE), trust_invisible=True
        )
        content = None if under_scan.fragments or recognised >= MAX_OCR_PAGES else recognise(page)
        found = under_scan if content is None else read_blocks(page, content, trust_invisible=True)
        recognised += content is not None
        unread += not found.fragments
        texts.append(found)
    if recognised:
        findings.append(Finding("ocr_used", f"{recognised} pages"))
    if unread:
        findings.append(Finding("page_without_text", f"{unread} pages"))
    return texts


def _findings(texts: list[PageText]) -> list[Finding]:
    findings: list[Finding] = []
    hidden = sum(text.hidden for text in texts)
    unmapped = sum(text.unmapped for text in texts)
    if hidden:
        findings.append(Finding("hidden_text", f"{hidden} pieces of text"))
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
