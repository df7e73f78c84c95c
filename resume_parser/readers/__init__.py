"""From bytes to a Document. Readers are chosen by the file's content."""

from resume_parser.document import Document
from resume_parser.errors import (
    CorruptDocument,
    DocumentTooDeep,
    EmptyDocument,
    EncryptedDocument,
    ParserBroke,
    ParserError,
    UnsupportedDocument,
    is_lack_of_memory,
    is_own_fault,
)
from resume_parser.limits import USUAL, Limits
from resume_parser.readers.detect import (
    DOCX,
    HTML,
    ODT,
    PAGES,
    PDF,
    PICTURES,
    RTF,
    describe_unsupported,
    detect_media_type,
    is_blank,
    is_encrypted_package,
)
from resume_parser.readers.docx import read_docx
from resume_parser.readers.html import read_html
from resume_parser.readers.ocr import BeforePage
from resume_parser.readers.odt import read_odt
from resume_parser.readers.pages import read_pages
from resume_parser.readers.pdf import read_pdf
from resume_parser.readers.picture import read_picture
from resume_parser.readers.plain import read_text
from resume_parser.readers.rtf import read_rtf

__all__ = ["detect_media_type", "read_document"]

_ZIP = b"PK\x03\x04"


def read_document(data: bytes, limits: Limits = USUAL, *, before_recognition: BeforePage | None = None) -> Document:
    """The document's lines in reading order. Raises the errors of `resume_parser.errors`, or MemoryError.

    `before_recognition` is called before each page that is given to OCR, and may raise a ParserError of its own.
    """
    if is_blank(data):
        raise EmptyDocument
    media_type = detect_media_type(data)
    if media_type is None:
        raise UnsupportedDocument(describe_unsupported(data))
    if media_type == DOCX and not data.startswith(_ZIP):
        raise EncryptedDocument if is_encrypted_package(data) else UnsupportedDocument(describe_unsupported(data))
    try:
        return _read(media_type, data, limits, before_recognition)
    except ParserError:
        raise
    except RecursionError as error:
        raise DocumentTooDeep from error
    except Exception as error:
        if is_lack_of_memory(error):
            raise MemoryError from error
        if is_own_fault(error):
            raise ParserBroke(error) from error
        raise CorruptDocument from error


def _read(media_type: str, data: bytes, limits: Limits, before_recognition: BeforePage | None) -> Document:
    if media_type in PICTURES:
        return read_picture(data, limits, before_recognition)
    if media_type in _WITH_PICTURES:
        return _WITH_PICTURES[media_type](data, limits, before_recognition)
    return _WITHOUT_PICTURES.get(media_type, read_text)(data, limits)


_WITH_PICTURES = {PDF: read_pdf, PAGES: read_pages}
_WITHOUT_PICTURES = {DOCX: read_docx, ODT: read_odt, RTF: read_rtf, HTML: read_html}
