"""One small document of each further format, and hostile ones, each with its exact reason."""

import io
import struct
import zipfile
import zlib
from datetime import date

import pymupdf
import pytest

from resume_parser import ParserError, parse, read_document
from resume_parser.errors import (
    CorruptDocument,
    DocumentTooDeep,
    DocumentTooLarge,
    EncryptedDocument,
    UnsupportedDocument,
)
from resume_parser.limits import USUAL
from resume_parser.readers import detect_media_type
from resume_parser.readers.detect import HEIC, HTML, JPEG, ODT, PAGES, PNG, RTF

NAME, EMAIL = "Jürgen Weiß", "juergen.weiss@example.org"
RTF_RESUME = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator Some Writer;}{\info{\author Nobody}}
\pard\fs36\b J\'fcrgen Wei\u223?\b0\fs22\par Baker\par juergen.weiss@example.org\par
\pard\b Experience\b0\par 2019 - 2022\tab Baker, Good Bread Ltd\par {\v hidden words}
{\field{\*\fldinst{HYPERLINK "https://example.org/me"}}{\fldrslt My page}}\par}"""
HTML_RESUME = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>CV of Nobody</title><script>run()</script></head>
<body><h1>{NAME}</h1><p>{EMAIL}</p><p style="display: none">hidden words</p><h2>Experience</h2>
<table><tr><td>2019 - 2022</td><td><p>Baker, Good Bread Ltd</p></td></tr></table>
<ul><li>Sourdough</li></ul><a href="https://example.org/me">My page</a></body></html>""".encode()


def odt(body: str, *, extra: bytes = b"", declaration: str = "") -> bytes:
    content = f"""<?xml version="1.0" encoding="UTF-8"?>{declaration}
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>
<style:style style:name="T1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"""
    return package({"content.xml": content.encode(), "Pictures/x": extra}, "application/vnd.oasis.opendocument.text")


def package(parts: dict[str, bytes], media_type: str = "") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        if media_type:
            archive.writestr("mimetype", media_type)
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


ODT_RESUME = odt(
    f'<text:p><text:span text:style-name="T1">{NAME}</text:span></text:p><text:p>{EMAIL}</text:p><text:p>Experience</text:p>'
    "<table:table><table:table-row><table:table-cell><text:p>2019 - 2022</text:p></table:table-cell>"
    "<table:table-cell><text:p>Baker, Good Bread Ltd</text:p></table:table-cell></table:table-row></table:table>"
    "<text:list><text:list-item><text:p>Sourdough</text:p></text:list-item></text:list>"
    '<text:p><text:a xlink:href="https://example.org/me">My page</text:a></text:p>'
)


@pytest.mark.parametrize(("data", "media_type"), [(RTF_RESUME, RTF), (HTML_RESUME, HTML), (ODT_RESUME, ODT)])
def test_words_looks_cells_and_links_are_read(data: bytes, media_type: str) -> None:
    document = read_document(data)
    record = parse(document, date(2026, 11, 1)).to_record()
    assert (document.media_type, record["full_name"], record["email"]) == (media_type, NAME, EMAIL)
    by_text = {line.text: line for line in document}
    assert by_text[NAME].bold
    assert by_text[NAME].size > 1.3
    assert "2019 - 2022\tBaker, Good Bread Ltd" in by_text
    assert by_text["My page"].links == ("https://example.org/me",)
    assert not any(word in document.raw_text for word in ("hidden", "Nobody", "run()", "Writer", "Arial"))


@pytest.mark.parametrize("data", [HTML_RESUME, ODT_RESUME])
def test_items_of_lists_have_bullets(data: bytes) -> None:
    assert "• Sourdough" in [line.text for line in read_document(data)]


def test_pages_is_read_by_its_preview() -> None:
    data = package({"Index/Document.iwa": b"x", "QuickLook/Preview.pdf": pdf(f"{NAME}\n{EMAIL}")})
    assert detect_media_type(data) == PAGES
    record = parse(read_document(data), date(2026, 11, 1)).to_record()
    assert (record["full_name"], record["email"]) == (NAME, EMAIL)


def pdf(text: str) -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 80), text, fontsize=14)
        return bytes(document.tobytes())


def png_of(width: int, height: int) -> bytes:
    """One that only says how large it is."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0), b"IDAT")
    written = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (png_of(1, 1), PNG),
        (b"\xff\xd8\xff\xe0", JPEG),
        (b"\x00\x00\x00\x18ftypheic", HEIC),
        (b"  <html lang='de'>", HTML),
    ],
)
def test_content_tells_the_kind(head: bytes, media_type: str) -> None:
    assert detect_media_type(head) == media_type


DEEP = "<text:section>" * 500 + "<text:p>Ana</text:p>" + "</text:section>" * 500
LONGEST = USUAL.text_bytes


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<html>" + b"<div>" * 5_000 + b"Ana", DocumentTooDeep),
        (b"<html>" + b"a" * LONGEST, DocumentTooLarge),
        (b"{\\rtf1" + b"{" * 5_000, DocumentTooDeep),
        (b"{\\rtf1" + b"a" * LONGEST * 10, DocumentTooLarge),
        (odt(DEEP), DocumentTooDeep),
        (odt("<text:p>" + "a" * (USUAL.docx_xml_bytes + 1) + "</text:p>"), DocumentTooLarge),
        (odt("<text:p>Ana</text:p>", extra=bytes(USUAL.docx_bytes + 1)), DocumentTooLarge),
        (odt("<text:p>&a;</text:p>", declaration='<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>'), CorruptDocument),
        (odt("<text:p>Ana"), CorruptDocument),
        (ODT_RESUME[:400], CorruptDocument),
        (package({"content.xml": b"<a/>"}, "application/vnd.oasis.opendocument.text"), CorruptDocument),
        (png_of(100_000, 100_000), DocumentTooLarge),
        (png_of(100, 100), CorruptDocument),
        (b"\xff\xd8\xff\xe0" + bytes(100), CorruptDocument),
        (package({"Index/Document.iwa": b"x"}), UnsupportedDocument),
    ],
)
def test_hostile_ones_end_with_their_reason(data: bytes, error: type[ParserError]) -> None:
    with pytest.raises(ParserError) as caught:
        read_document(data)
    assert type(caught.value) is error


def test_odt_under_a_password_is_told() -> None:
    manifest = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b"<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    data = package(
        {"content.xml": b"\x93", "META-INF/manifest.xml": manifest}, "application/vnd.oasis.opendocument.text"
    )
    with pytest.raises(EncryptedDocument):
        read_document(data)


def test_pages_without_a_preview_say_what_would_help() -> None:
    with pytest.raises(UnsupportedDocument, match="export it as PDF"):
        read_document(package({"Index/Document.iwa": b"x"}))
