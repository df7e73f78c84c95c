"""What is beyond a limit is told, and what is wrong is told by its name."""

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.hostile import docx_bombs, pdf_bombs
from resume_parser.document import Finding
from resume_parser.errors import CorruptDocument, DocumentTooDeep, DocumentTooLarge, ParserBroke
from resume_parser.limits import USUAL, Limits
from resume_parser.readers import read_document
from resume_parser.readers.capping import LONGEST_LINE


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.detail) for finding in findings]


def write_on(page) -> None:
    for line in range(5):
        page.insert_text((50, 60 + 20 * line), f"Line {line} of four words")


@pytest.mark.parametrize(
    ("limits", "finding"),
    [
        (replace(USUAL, pages=2), "2 of 3 pages"),
        (replace(USUAL, lines=4), "4 of "),
        (replace(USUAL, words=26), "2 of 3 pages"),
    ],
)
def test_a_long_pdf_is_cut_with_a_finding(make_pdf: Callable[..., bytes], limits: Limits, finding: str) -> None:
    document = read_document(make_pdf(write_on, write_on, write_on), limits)
    assert any(code == "truncated" and detail.startswith(finding) for code, detail in codes(document.findings))
    assert document.page_count == 3


def test_long_text_and_a_long_word_document_are_cut_with_a_finding() -> None:
    few = replace(USUAL, words=5)
    for data in (b"a b c\nd e f\n", docx_bombs.write_docx(docx_bombs.paragraph("a b c") * 2)):
        document = read_document(data, few)
        assert codes(document.findings) == [("truncated", "1 of 2 lines")]
        assert document.raw_text == "a b c"


def test_the_longest_lines_are_broken_up_and_nothing_is_lost() -> None:
    words = [f"word{number}" for number in range(2_000)]
    document = read_document((" ".join(words) + "\n" + "x" * 5_000).encode())
    assert max(len(line.text) for line in document) <= LONGEST_LINE
    assert "".join(document.raw_text.split()) == "".join(words) + "x" * 5_000


def test_of_an_endless_line_the_beginning_is_read() -> None:
    document = read_document(b"word " * 10_000, replace(USUAL, words=1_000))
    assert 500 < len(document.raw_text.split()) <= 1_000
    assert document.findings[0].code == "truncated"


def test_text_of_endless_lines_is_read_no_further_than_its_limit() -> None:
    document = read_document(b"a\n\n" * 10_000, replace(USUAL, lines=3))
    assert (document.raw_text, codes(document.findings)) == ("a\na\na", [("truncated", "3 of 10000 lines")])


def test_too_many_objects() -> None:
    with pytest.raises(DocumentTooLarge):
        read_document(pdf_bombs.objects_without_end(50), replace(USUAL, pdf_objects=40))


def test_a_page_that_cannot_be_read_is_a_finding() -> None:
    document = read_document(pdf_bombs.damaged_page_among_good_ones())
    assert document.raw_text == "Ana Duarte"
    assert codes(document.findings) == [("page_unreadable", "1 pages")]


def test_a_pdf_of_unreadable_pages_alone_is_corrupt(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, RuntimeError("library"))
    with pytest.raises(CorruptDocument):
        read_document(make_pdf(write_on))


def test_a_huge_picture_is_not_decoded() -> None:
    document = read_document(pdf_bombs.picture_of(20_000))
    assert ("picture_too_large", "1 pages") in codes(document.findings)


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def page_height(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(sys.modules["resume_parser.readers.pdf"], "read_page", page_height)


@pytest.mark.parametrize(
    ("error", "expected"),
    [(MemoryError(), MemoryError), (RuntimeError("code=2: malloc (99 bytes) failed"), MemoryError)],
)
def test_lack_of_memory_is_no_damage(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, error: Exception, expected: type[Exception]
) -> None:
    fail_with(monkeypatch, error)
    with pytest.raises(expected):
        read_document(make_pdf(write_on))


def test_a_mistake_of_the_parser_is_no_damage(make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["resume_parser.readers.pdf"], "order_page", None)
    with pytest.raises(ParserBroke, match=r"TypeError at pdf\.py"):
        read_document(make_pdf(write_on))


def test_xml_with_declarations_is_refused_and_deep_xml_named() -> None:
    for data in (docx_bombs.entities_within_entities(3), docx_bombs.file_of_the_machine()):
        with pytest.raises(CorruptDocument, match="entities"):
            read_document(data)
    with pytest.raises(DocumentTooDeep):
        read_document(docx_bombs.deep_elements(1_000))


def test_deep_tables_are_cut_with_a_finding() -> None:
    document = read_document(docx_bombs.tables_within_tables(45))
    assert document.raw_text == "Ana Duarte"
    assert [finding.code for finding in document.findings] == ["truncated"]
