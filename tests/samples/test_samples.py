"""The committed samples against the people they were made from, and against the parser."""

import json
from datetime import date
from pathlib import Path

import pytest

from resume_parser import ParserError, parse, read_document
from resume_parser.readers.ocr import is_available
from samples.source.__main__ import FOLDER, expected, make
from samples.source.person import Person, load_people

PEOPLE = load_people()
UNREADABLE = [person for person in PEOPLE if "error" in expected(person)]
READABLE = [person for person in PEOPLE if "error" not in expected(person)]


def sample_of(person: Person) -> Path:
    (path,) = (path for path in FOLDER.glob(f"{person.name}.*") if path.is_file())
    return path


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_sample_and_its_expected_record_are_there(person: Person) -> None:
    assert sample_of(person).stat().st_size > 0
    stored = json.loads((FOLDER / "expected" / f"{person.name}.json").read_text(encoding="utf-8"))
    assert stored == expected(person)


def test_there_is_nothing_but_resumes_in_the_folder() -> None:
    assert {path.suffix for path in FOLDER.iterdir() if path.is_file()} == {".pdf", ".docx", ".txt"}


def test_making_twice_gives_the_same_bytes() -> None:
    for person in PEOPLE:
        if person.template != "encrypted":
            assert make(person) == make(person)


@pytest.mark.parametrize("person", UNREADABLE, ids=lambda person: person.name)
def test_unreadable_samples_say_why(person: Person) -> None:
    with pytest.raises(ParserError) as caught:
        read_document(sample_of(person).read_bytes())
    assert caught.value.code == expected(person)["error"]


@pytest.mark.parametrize("person", READABLE, ids=lambda person: person.name)
def test_readable_samples_give_name_and_email(person: Person) -> None:
    if person.template == "scanned" and not is_available():
        pytest.skip("no tesseract is installed")
    record = parse(read_document(sample_of(person).read_bytes()), date(2026, 11, 2)).to_record()
    assert record["full_name"].casefold() == person.data["full_name"].casefold()
    assert record["email"].casefold() == person.data["email"].casefold()
    assert len(record["work_experience"]) == len(person.data["work_experience"])
