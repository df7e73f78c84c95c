"""What a file is, by its content; names and declared types are not believed."""

import re

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
HTML = "text/html"
PAGES = "application/vnd.apple.pages"
JPEG, PNG, HEIC, TIFF = "image/jpeg", "image/png", "image/heic", "image/tiff"
PICTURES = frozenset({JPEG, PNG, HEIC, TIFF})

HEAD_BYTES = 8192

BLANK = b"\x00\t\n\r\f "
SHORTEST_TEXT = 2
"""Bytes that are not blank; a file of one says nothing."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
_MARKUP = re.compile(rb"^\s*(?:<!doctype\s+html|<html|<\?xml|<svg|<head|<body)", re.IGNORECASE)
_WEB_PAGE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html\b|<head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_RTF = b"{\\rtf"
_PICTURE_SIGNATURES = ((b"\x89PNG\r\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\x00", TIFF), (b"MM\x00*", TIFF))
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc"})

# First bytes of kinds that people send, and what to call them.
_KNOWN_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "an image"),
    (b"BM", "an image"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"%!PS", "a PostScript file"),
)


def is_blank(data: bytes) -> bool:
    """Whether there is nothing in the file that could be read."""
    return len(data.strip(BLANK)) < SHORTEST_TEXT


def detect_media_type(head: bytes) -> str | None:
    """The media type that the file's first bytes show (8 kB are enough), or None when it is not a kind that is read.

    An OLE file may be a Word document under a password, so it passes as DOCX and fails with its reason when it is read.
    """
    head = head[:HEAD_BYTES]
    if head.startswith(_RTF):
        return RTF
    if (picture := picture_type(head)) is not None:
        return picture
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    if head.startswith(_ZIP):
        return _type_of_zip(head)
    if _WEB_PAGE.match(head):
        return HTML
    if head.startswith(_OLE):
        return DOCX if _may_be_encrypted_package(head) else None
    return TEXT if _looks_like_text(head) else None


def describe_unsupported(data: bytes) -> str:
    """A sentence that says what the file is instead."""
    kind = _kind_of(data[:HEAD_BYTES])
    named = f"The file is {kind}" if kind else "The file is of a kind that is not known"
    advice = f" {DOC_ADVICE}" if data.startswith(_OLE) else ""
    return f"{named}; resumes are read from {READ_FROM}.{advice}"


def picture_type(head: bytes) -> str | None:
    """The media type of a picture of the kinds that are read."""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return HEIC
    return next((kind for signature, kind in _PICTURE_SIGNATURES if head.startswith(signature)), None)


def _type_of_zip(head: bytes) -> str | None:
    if _ODT_DECLARED in head[:_DECLARED_WITHIN]:
        return ODT
    if b"Index/" in head and b".iwa" in head:
        return PAGES
    return DOCX if _names_word_part(head) else None


_ODT_DECLARED = b"mimetypeapplication/vnd.oasis.opendocument.text"
_DECLARED_WITHIN = 200
DOC_ADVICE = "Save it in Word as DOCX or PDF and send that."
READ_FROM = "PDF, Word (DOCX), OpenDocument (ODT), Rich Text (RTF), Pages, HTML, plain text and pictures (JPEG, PNG, TIFF, HEIC)"
"""As a person is told it."""


def _kind_of(head: bytes) -> str | None:
    for signature, kind in _KNOWN_OTHERS:
        if head.startswith(signature):
            return kind
    if head.startswith(_OLE):
        return "an old Office file (such as DOC)"
    if head.startswith(_ZIP):
        return _kind_of_zip(head)
    if _MARKUP.match(head):
        return "an XML file"
    return None


def _kind_of_zip(head: bytes) -> str:
    if b"opendocument" in head:
        return "an OpenDocument file that is no text"
    if b"xl/" in head:
        return "a spreadsheet"
    if b"ppt/" in head:
        return "a presentation"
    if b"epub" in head:
        return "an e-book"
    return "a ZIP archive"


def _names_word_part(head: bytes) -> bool:
    """Whether a ZIP's first entries are those of an Office package that is neither sheet nor slides."""
    if b"xl/" in head or b"ppt/" in head or b"opendocument" in head:
        return False
    return b"word/" in head or b"[Content_Types].xml" in head or b"_rels/.rels" in head or b"docProps/" in head


def _may_be_encrypted_package(head: bytes) -> bool:
    """Whether an OLE file holds an encrypted DOCX, or its directory lies too far back to tell."""
    directory = (int.from_bytes(head[48:52], "little") + 1) * 512
    return is_encrypted_package(head) or (directory >= len(head) >= HEAD_BYTES)


def is_encrypted_package(data: bytes) -> bool:
    """Whether an OLE file is an Office document under a password."""
    return "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data


def _looks_like_text(head: bytes) -> bool:
    if utf_16_without_mark(head) is not None:
        return True
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    if is_blank(head) or _kind_of(head) is not None:
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in head)
    return controls <= len(head) // 100


def utf_16_without_mark(head: bytes) -> str | None:
    """The encoding, where every other byte is mostly zero and those between them hardly ever: text of Western letters."""
    head = head[: HEAD_BYTES & ~1]
    first, second = head[::2], head[1::2]
    if len(second) < SHORTEST_TEXT:
        return None
    for encoding, letters, zeros in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if zeros.count(0) >= _MOSTLY * len(zeros) and letters.count(0) <= len(letters) // 100:
            text = head.decode(encoding, errors="ignore")
            controls = sum(character < " " and character not in "\t\n\r\f" for character in text)
            return encoding if controls <= len(text) // 100 else None
    return None


_MOSTLY = 0.8
