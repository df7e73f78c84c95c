import pytest

from resume_parser.errors import EmptyDocument, UnsupportedDocument
from resume_parser.readers import detect_media_type, read_document
from resume_parser.readers.detect import DOCX, PDF, TEXT
from resume_parser.readers.plain import decode

ACCENTED = "Zoë Müller – Köln"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert decode(ACCENTED.encode(encoding)).lstrip("\ufeff") == ACCENTED


def test_blank_lines_become_gaps_and_blanks_indents() -> None:
    document = read_document(b"Ana Duarte\r\n\r\n\r\nExperience\r\n  * Baker\r\n")
    assert [(line.text, line.gap, line.indent) for line in document] == [
        ("Ana Duarte", 0.0, 0.0),
        ("Experience", 2.0, 0.0),
        ("• Baker", 0.0, 1.0),
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_read(encoding: str) -> None:
    assert (
        read_document((ACCENTED + "\nBäckerin seit 2019").encode(encoding)).raw_text
        == ACCENTED + "\nBäckerin seit 2019"
    )


def test_a_few_stray_zeros_do_not_make_text_binary() -> None:
    assert read_document(b"Ana Duarte\x00\n" + b"Baker in Lisbon\n" * 20).lines[0].text == "Ana Duarte"
    assert detect_media_type(b"Ana\x00\x00Duarte\x00\x01") is None


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\x00\x00", b"a", b" 7\n"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        read_document(data)


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\n\n%PDF-1.4\n", PDF),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", DOCX),
        (b"PK\x03\x04" + bytes(26) + b"photos/1.jpg", None),
        (b"Ana Duarte\nBaker\n", TEXT),
        (b"GIF89a", None),
        (b"<?xml version='1.0'?><cv>", None),
        (bytes(range(256)), None),
    ],
)
def test_the_kind_is_told_by_content(head: bytes, media_type: str | None) -> None:
    assert detect_media_type(head) == media_type


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<svg>Ana", "XML"),
        (b"GIF89a", "image"),
        (b"MZ\x90\x00", "program"),
    ],
)
def test_a_refusal_names_the_kind(data: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedDocument, match=kind):
        read_document(data)
