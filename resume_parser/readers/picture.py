"""Photographs and scans that are files of their own: each becomes a page, and that is read as any scanned one."""

import io
import warnings
from dataclasses import replace

import pymupdf
from PIL import Image, ImageOps, UnidentifiedImageError

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, DocumentTooLarge, UnsupportedDocument
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.detect import HEIC, picture_type
from resume_parser.readers.ocr import BeforePage, is_available
from resume_parser.readers.pdf import read_pdf

LONGEST_SIDE = 3_500
"""Pixels; that is 300 an inch for a page."""
PAGE_POINTS = 842.0
"""Length of the page that the picture is laid on: a photograph does not say how large the paper was."""
WITHOUT_OCR = "The file is a picture, and no text recognition is installed here; send a PDF or Word (DOCX) instead."
WITHOUT_HEIC = "The file is a HEIC photograph, which cannot be opened here; send it as JPEG or PNG."


def read_picture(data: bytes, limits: Limits = USUAL, before_recognition: BeforePage | None = None) -> Document:
    """Raises UnsupportedDocument without OCR, DocumentTooLarge by its pixels before any is decoded, CorruptDocument."""
    kind = picture_type(data)
    if not is_available():
        raise UnsupportedDocument(WITHOUT_OCR)
    if kind == HEIC and not can_open_heic():
        raise UnsupportedDocument(WITHOUT_HEIC)
    page = _as_page(data, limits)
    return replace(read_pdf(page, limits, before_recognition), media_type=kind or "image/jpeg", document_date=None)


def can_open_heic() -> bool:
    """Whether telephones' own format can be opened; the first call makes it so."""
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return False
    register_heif_opener()
    return True


def _as_page(data: bytes, limits: Limits) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "HEIF", "TIFF")) as opened:
                if opened.width * opened.height > limits.image_pixels:
                    raise DocumentTooLarge("The picture has more pixels than any scan of a resume.")
                opened.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
                grey = _on_white(ImageOps.exif_transpose(opened))
    except Image.DecompressionBombError as error:
        raise DocumentTooLarge("The picture has more pixels than any scan of a resume.") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise CorruptDocument from error
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    scale = PAGE_POINTS / max(grey.size)
    with pymupdf.open() as sheet:
        page = sheet.new_page(width=grey.width * scale, height=grey.height * scale)
        page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, *grey.size, grey.tobytes(), False))
        return bytes(sheet.tobytes())


def _on_white(picture: Image.Image) -> Image.Image:
    """In grey; what is transparent is paper."""
    if picture.has_transparency_data:
        coloured = picture.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(ground, coloured).convert("L")
    return picture.convert("L")
