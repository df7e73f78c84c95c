"""Opens a DOCX, after a look at what it would inflate to."""

import io
import zipfile
import zlib
from datetime import date, datetime
from typing import Any

import docx

from resume_parser.errors import CorruptDocument, DocumentTooLarge, EncryptedDocument, UnsupportedDocument

MAX_PARTS = 2_000
MAX_XML_BYTES = 20_000_000
MAX_BYTES = 120_000_000
"""Of all parts, inflated; declared sizes are not believed."""

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_TEMPLATE_SAVED = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - DOCX properties carry no zone


def open_package(data: bytes) -> Any:
    """The python-docx document. Raises ParserError of the kind that fits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise CorruptDocument from error


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise DocumentTooLarge
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedDocument
    names = {entry.filename for entry in entries}
    if not any(name.startswith("word/") for name in names):
        if any(name.startswith(("xl/", "ppt/")) or name == "mimetype" for name in names):
            raise UnsupportedDocument
        raise CorruptDocument
    xml = total = 0
    for entry in entries:
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                total += len(chunk)
                xml += len(chunk) if entry.filename.endswith((".xml", ".rels")) else 0
                if xml > MAX_XML_BYTES or total > MAX_BYTES:
                    raise DocumentTooLarge


def document_date(package: Any) -> date | None:
    """When the document was last changed; the date of the library's empty template says nothing."""
    properties = package.core_properties
    for moment in (properties.modified, properties.created):
        if moment is not None and moment.replace(tzinfo=None) != _TEMPLATE_SAVED:
            return date(moment.year, moment.month, moment.day)
    return None
