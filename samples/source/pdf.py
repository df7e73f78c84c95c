"""Sample PDFs: typeset, scanned, encrypted and damaged."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pymupdf
import typst

from samples.source.person import Person

TEMPLATES = Path(__file__).parent / "templates"
MADE_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
SCAN_DPI = 170


def typeset(person: Person, template: str, side: str = "left") -> bytes:
    """Only the fonts inside Typst are used, so the same bytes come out on every machine."""
    return typst.compile(
        str(TEMPLATES / template),
        sys_inputs={"resume": json.dumps(person.data), "side": side},
        ignore_system_fonts=True,
        timestamp=MADE_AT,
    )


def scan(pdf: bytes) -> bytes:
    """Each page as one grey picture: no text is left to select."""
    pages, scanned = pymupdf.open(stream=pdf, filetype="pdf"), pymupdf.open()
    for page in pages:
        picture = page.get_pixmap(dpi=SCAN_DPI, colorspace=pymupdf.csGRAY)
        copy = scanned.new_page(width=page.rect.width, height=page.rect.height)
        copy.insert_image(copy.rect, stream=picture.tobytes("jpeg", jpg_quality=70))
    return bytes(scanned.tobytes(garbage=3, deflate=True, no_new_id=True))


def encrypt(pdf: bytes) -> bytes:
    document = pymupdf.open(stream=pdf, filetype="pdf")
    return bytes(document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="opened-by-nobody", owner_pw="owner"))


def damage(pdf: bytes) -> bytes:
    """The beginning of a PDF whose transfer broke off before any page was complete."""
    return pdf[:900]
