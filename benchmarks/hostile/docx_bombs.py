"""Small Word documents that ask for a great deal."""

import io
import zipfile
from collections.abc import Mapping

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""


def write_docx(body: str, *, before: str = "", others: Mapping[str, bytes] | None = None) -> bytes:
    """A document of this body; `before` stands before its root element."""
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in (others or {}).items():
            archive.writestr(name, content)
    return written.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def zip_bomb(megabytes: int = 64) -> bytes:
    return write_docx(paragraph("Ana Duarte"), others={"word/more.xml": b" " * (megabytes << 20)})


def pictures_without_end(megabytes: int = 200) -> bytes:
    return write_docx(paragraph("Ana Duarte"), others={"word/media/image1.png": bytes(megabytes << 20)})


def parts_without_end(count: int = 5_000) -> bytes:
    return write_docx(paragraph("Ana Duarte"), others={f"word/part{number}.xml": b"" for number in range(count)})


def lying_sizes() -> bytes:
    """A part that says it is of 100 bytes and holds 64 MB."""
    data = bytearray(zip_bomb())
    real = (64 << 20).to_bytes(4, "little")
    while (place := data.find(real)) >= 0:
        data[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def huge_spans(cells: int = 200) -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>' + paragraph("Ana Duarte") + "</w:tc>"
    return write_docx(f"<w:tbl><w:tr>{cell * cells}</w:tr></w:tbl>")


def entities_within_entities(levels: int = 12) -> bytes:
    """A billion laughs."""
    names = [f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, levels)]
    declared = f'<!DOCTYPE w [<!ENTITY e0 "ha">{"".join(names)}]>'
    return write_docx(paragraph(f"&e{levels - 1};"), before=declared)


def file_of_the_machine() -> bytes:
    declared = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return write_docx(paragraph("Ana Duarte &e;"), before=declared)


def deep_elements(depth: int = 50_000) -> bytes:
    return write_docx("<w:sdt>" * depth + paragraph("Ana Duarte") + "</w:sdt>" * depth)


def tables_within_tables(depth: int = 60) -> bytes:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = paragraph("Ana Duarte") + opening * depth + paragraph("Baker") + closing * depth
    return write_docx(body)


def paragraphs_without_end(count: int = 280_000) -> bytes:
    """Just within what XML may inflate to."""
    return write_docx(paragraph("a b c d") * count)
