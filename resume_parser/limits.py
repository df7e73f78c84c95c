"""How much of a document is read. What these do not bound, processor time and memory, is bound by whoever reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond the first group the rest is left out, with a finding; beyond the second the document is refused."""

    pages: int = 100
    words: int = 25_000
    lines: int = 2_000
    """The parser compares entries with each other: twice the lines cost it four times the time."""
    recognised_pages: int = 6
    """A page takes seconds; a resume that is scanned is short."""
    image_pixels: int = 100_000_000
    """Of the pictures on a page that is to be recognised, before they are decoded."""

    text_bytes: int = 2_000_000
    pdf_objects: int = 250_000
    docx_parts: int = 2_000
    docx_xml_bytes: int = 20_000_000
    docx_bytes: int = 120_000_000
    """Of all parts; both are counted while inflating, as declared sizes are not to be believed."""


USUAL = Limits()
