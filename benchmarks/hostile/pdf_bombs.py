"""Small PDFs that ask for a great deal."""

import zlib
from collections.abc import Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_WORD = b"BT /F 9 Tf 20 20 Td (boom) Tj ET "


def write_pdf(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    written = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(written)


def stream(dictionary: bytes, content: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (dictionary, len(content), content)


def one_page(resources: bytes, contents: bytes, *others: bytes) -> bytes:
    """A PDF of one page; `others` are the objects from 5 on."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %b >> /Contents 4 0 R >>" % resources
    return write_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            contents,
            *others,
        ]
    )


def page_tree_in_a_circle() -> bytes:
    kids = b"/Count 1000000 /Kids [%b]"
    return write_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages %b >>" % (kids % (b"3 0 R " * 20)),
            b"<< /Type /Pages /Parent 2 0 R %b >>" % (kids % (b"2 0 R " * 20)),
        ]
    )


def forms_within_forms(levels: int = 9, copies: int = 12, words: int = 20) -> bytes:
    """`copies` to the power of `levels` times the same words."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /%b << /%b %d 0 R >> >>"
    nested = [stream(form % (b"XObject", b"X", number + 7), b"/X Do " * copies) for number in range(levels)]
    last = stream(form % (b"Font", b"F", 5), _WORD * words)
    return one_page(b"/XObject << /X 6 0 R >>", stream(b"", b"/X Do"), _FONT, *nested, last)


def letters_that_stand_for_pages(letters: int = 3_000_000) -> bytes:
    """A font whose one letter means five hundred, and a page with millions of it."""
    mapping = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <%b> endbfchar endcmap end end"
    ) % (b"0041" * 500)
    contents = zlib.compress(b"BT /F 9 Tf 1 0 0 1 20 20 Tm (%b) Tj ET" % (b"A" * letters))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return one_page(b"/Font << /F 5 0 R >>", stream(b"/Filter /FlateDecode", contents), font, stream(b"", mapping))


def content_deflated_twice(words: int = 4_000_000) -> bytes:
    contents = zlib.compress(zlib.compress(b"BT /F 9 Tf " + b"1 0 0 1 20 20 Tm (word) Tj " * words + b" ET", 9), 9)
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    return one_page(b"/Font << /F 5 0 R >>", stream(filters, contents), _FONT)


def picture_of(side: int) -> bytes:
    """A page that is a picture of `side` by `side` pixels, nearly none of which are there."""
    picture = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    sized = b"%b /Width %d /Height %d" % (picture, side, side)
    contents = stream(b"", b"q 600 0 0 800 0 0 cm /I Do Q")
    return one_page(b"/XObject << /I 5 0 R >>", contents, stream(sized, zlib.compress(bytes(1000))))


def objects_without_end(count: int = 300_000) -> bytes:
    return write_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
            *[b"null"] * count,
        ]
    )


def damaged_page_among_good_ones() -> bytes:
    """Two pages, of which the second is none."""
    contents = stream(b"", b"BT /F 20 Tf 20 700 Td (Ana Duarte) Tj ET")
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>"
    )
    pages = b"<< /Type /Pages /Kids [3 0 R null] /Count 2 >>"
    return write_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, contents, _FONT])
