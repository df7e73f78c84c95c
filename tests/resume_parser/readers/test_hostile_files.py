"""Whatever the bytes, a Document or one of the parser's own errors comes out."""

import io
from functools import cache

import docx
import pymupdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resume_parser.document import Document
from resume_parser.errors import ParserError
from resume_parser.readers import detect_media_type, read_document

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def good_pdf() -> bytes:
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((50, 60), "Ana Duarte", fontsize=20)
        page.draw_rect((40, 100, 200, 300), fill=(0, 0, 0.4))
        page.insert_text((50, 120), "ana@example.org", color=(1, 1, 1))
        page.insert_text((300, 120), "Baker")
        return bytes(pdf.tobytes(deflate=True))


@cache
def good_docx() -> bytes:
    package = docx.Document()
    package.add_heading("Ana Duarte", 0)
    package.add_table(2, 2).cell(0, 0).text = "Baker"
    stream = io.BytesIO()
    package.save(stream)
    return stream.getvalue()


def assert_read_or_refused(data: bytes) -> None:
    try:
        document = read_document(data)
    except ParserError:
        return
    assert Document.from_stored(document.raw_text, document.layout) == document


@few
@given(st.sampled_from([good_pdf, good_docx]), st.floats(0, 1))
def test_files_cut_off_anywhere(make, share: float) -> None:
    data = make()
    assert_read_or_refused(data[: int(share * len(data))])


@few
@given(
    st.sampled_from([good_pdf, good_docx]), st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1)
)
def test_files_with_bits_flipped(make, flips: list[tuple[float, int]]) -> None:
    data = bytearray(make())
    for share, mask in flips:
        data[int(share * len(data))] ^= mask
    assert_read_or_refused(bytes(data))


@few
@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), st.binary(max_size=400)
)
def test_any_bytes_at_all(start: bytes, rest: bytes) -> None:
    detect_media_type(start + rest)
    assert_read_or_refused(start + rest)


@few
@given(st.text(min_size=1, max_size=300))
def test_any_text_survives_storage(text: str) -> None:
    assert_read_or_refused(text.encode("utf-8", errors="surrogatepass"))
