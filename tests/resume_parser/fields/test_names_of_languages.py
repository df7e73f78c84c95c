"""Names behind labels of many languages, and names in signs that part no words."""

from datetime import date

import pytest

from resume_parser import Document, Line, parse


def name_of(*lines: str) -> str | None:
    document = Document(tuple(map(Line, lines)), "text/plain")
    found = parse(document, date(2026, 1, 1)).full_name
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("氏名 森川 恵", "森川 恵"),
        ("姓名：陈晓宁", "陈晓宁"),
        ("姓名\t欧阳文\t性别\t女", "欧阳文"),
        ("이름: 박서연", "박서연"),
        ("Imię i nazwisko: Hanna Borowska", "Hanna Borowska"),
        ("Nombre y apellidos: Lidia Campo Soler", "Lidia Campo Soler"),
        ("Nome e cognome: Dario Pellegri", "Dario Pellegri"),
        ("Naam: Ilse van Dorp", "Ilse van Dorp"),
    ],
)
def test_a_name_behind_its_label(line: str, name: str) -> None:
    assert name_of("Document", line, "someone@example.com") == name


def test_a_name_in_signs_on_the_first_line() -> None:
    assert name_of("陈晓宁", "138 0000 1111", "someone@example.com") == "陈晓宁"


def test_the_kind_of_document_is_no_name() -> None:
    assert name_of("个人简历", "someone@example.com") is None
