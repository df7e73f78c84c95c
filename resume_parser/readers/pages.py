"""Apple Pages: its own format is nobody's to read, but most files carry a preview, as a PDF or a picture."""

import io
import zipfile
import zlib

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, UnsupportedDocument
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.ocr import BeforePage
from resume_parser.readers.package_limits import check_inflated
from resume_parser.readers.pdf import read_pdf
from resume_parser.readers.picture import read_picture

_PDF_PREVIEW = "QuickLook/Preview.pdf"
_PICTURES = ("preview.jpg", "QuickLook/Preview.jpg")
WITHOUT_PREVIEW = "The Pages document has no preview to read; export it as PDF or Word (DOCX) and send that."


def read_pages(data: bytes, limits: Limits = USUAL, before_recognition: BeforePage | None = None) -> Document:
    """Raises UnsupportedDocument without a preview, and what the reader of that raises."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_inflated(archive, limits)
            names = set(archive.namelist())
            if _PDF_PREVIEW in names:
                return read_pdf(archive.read(_PDF_PREVIEW), limits, before_recognition)
            for name in _PICTURES:
                if name in names:
                    return read_picture(archive.read(name), limits, before_recognition)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise CorruptDocument from error
    raise UnsupportedDocument(WITHOUT_PREVIEW)
