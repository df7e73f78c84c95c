"""One document that breaks the parser takes no other down: in a batch, and on the command line."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from resume_parser import Document, ParsedResume, cli, parse_batch
from resume_parser.document import Line

GOOD = "Ada Marlow\nada.marlow@example.com\n"
BREAKER = "Breaker Example\nbreaker@example.com\n"


@pytest.fixture
def breaking_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["resume_parser.parse"]
    whole = module.parse

    def parse(document: Document, today: date) -> ParsedResume:
        if "Breaker" in document.raw_text:
            raise ZeroDivisionError(document.raw_text)
        parsed: ParsedResume = whole(document, today)
        return parsed

    monkeypatch.setattr(module, "parse", parse)
    monkeypatch.setattr(cli, "parse", parse)


def document(text: str) -> Document:
    return Document(tuple(Line(line) for line in text.splitlines()), "text/plain")


def test_in_a_batch(breaking_parser: None) -> None:
    first, broken, last = parse_batch([document(GOOD), document(BREAKER), document(GOOD)], date(2026, 1, 1))

    assert isinstance(first, ParsedResume)
    assert first == last
    assert not isinstance(broken, ParsedResume)
    assert (broken.code, "ZeroDivisionError" in str(broken)) == ("internal_error", True)
    assert "Breaker" not in str(broken), "nothing of the resume gets into the message"


def test_on_the_command_line(breaking_parser: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {"a": GOOD, "b": BREAKER, "c": GOOD}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    files = [str(tmp_path / f"{name}.txt") for name in "abc"]

    assert cli.main(["--out", str(tmp_path / "out"), *files]) == 1

    written = {path.stem: json.loads(path.read_text())["email"] for path in (tmp_path / "out").iterdir()}
    assert written == {"a": "ada.marlow@example.com", "c": "ada.marlow@example.com"}
    said = capsys.readouterr().err
    assert "b.txt: The parser broke on this document: ZeroDivisionError" in said
    assert "(internal_error)" in said
