"""From bytes to a Document. Readers are chosen by the file's content."""

from resume_parser.document import Document
from resume_parser.errors import CorruptDocument, EmptyDocument, EncryptedDocument, ParserError, UnsupportedDocument
from resume_parser.readers.detect import (
    DOCX,
    PDF,
    TEXT,
    describe_unsupported,
    detect_media_type,
    is_encrypted_package,
)
from resume_parser.readers.docx import read_docx
from resume_parser.readers.pdf import read_pdf
from resume_parser.readers.plain import read_text

__all__ = ["detect_media_type", "read_document"]

_ZIP = b"PK\x03\x04"
_READERS = {PDF: read_pdf, DOCX: read_docx, TEXT: read_text}


def read_document(data: bytes) -> Document:
    """The document's lines in reading order. Raises only the errors of `resume_parser.errors`."""
    if not data.strip(b"\x00\t\n\r\f "):
        raise EmptyDocument
    media_type = detect_media_type(data)
    if media_type is None:
        raise UnsupportedDocument(describe_unsupported(data))
    if media_type == DOCX and not data.startswith(_ZIP):
        raise EncryptedDocument if is_encrypted_package(data) else UnsupportedDocument(describe_unsupported(data))
    try:
        return _READERS[media_type](data)
    except ParserError:
        raise
    except Exception as error:
        raise CorruptDocument from error
