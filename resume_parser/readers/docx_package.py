"""Opens a DOCX, after a look at what it would inflate to."""

import io
import zipfile
import zlib
from datetime import date, datetime
from typing import Any

import docx
from lxml import etree

from resume_parser.errors import (
    CorruptDocument,
    DocumentTooDeep,
    DocumentTooLarge,
    EncryptedDocument,
    UnsupportedDocument,
)
from resume_parser.limits import USUAL, Limits

_CHUNK = 1 << 16
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
"""No Word document has them (ECMA-376, part 2): they are how XML names entities and files of others."""
_LONGEST_DECLARATION = max(map(len, _DECLARATIONS))
_ENCRYPTED = 0x1
_TEMPLATE_SAVED = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - DOCX properties carry no zone


def open_package(data: bytes, limits: Limits = USUAL) -> Any:
    """The python-docx document. Raises ParserError of the kind that fits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, limits)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise CorruptDocument from error
    except etree.XMLSyntaxError as error:
        raise DocumentTooDeep if "depth" in str(error).lower() else CorruptDocument from error


def _check(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.docx_parts:
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
        is_xml = entry.filename.endswith((".xml", ".rels"))
        before = b""
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                total += len(chunk)
                xml += len(chunk) if is_xml else 0
                if xml > limits.docx_xml_bytes or total > limits.docx_bytes:
                    raise DocumentTooLarge
                if is_xml and any(declaration in before + chunk for declaration in _DECLARATIONS):
                    raise CorruptDocument("The document declares XML entities, which no Word document does.")
                before = chunk[-_LONGEST_DECLARATION:]


def document_date(package: Any) -> date | None:
    """When the document was last changed; the date of the library's empty template says nothing."""
    properties = package.core_properties
    for moment in (properties.modified, properties.created):
        if moment is not None and moment.replace(tzinfo=None) != _TEMPLATE_SAVED:
            return date(moment.year, moment.month, moment.day)
    return None
