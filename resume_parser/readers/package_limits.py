"""What a document made of a ZIP would inflate to: declared sizes are not to be believed, so the bytes are counted."""

import zipfile

from resume_parser.errors import CorruptDocument, DocumentTooLarge, EncryptedDocument
from resume_parser.limits import Limits

_CHUNK = 1 << 16
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
"""No Word document has them (ECMA-376, part 2), nor OpenDocument: they are how XML names entities and files of others."""
_LONGEST_DECLARATION = max(map(len, _DECLARATIONS))
_ENCRYPTED = 0x1


def check_inflated(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raises DocumentTooLarge, EncryptedDocument, or CorruptDocument for XML that declares entities."""
    entries = archive.infolist()
    if len(entries) > limits.docx_parts:
        raise DocumentTooLarge
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedDocument
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
                    raise CorruptDocument("The document declares XML entities, which no such document does.")
                before = chunk[-_LONGEST_DECLARATION:]
