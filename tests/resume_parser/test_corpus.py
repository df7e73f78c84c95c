"""Every resume of `tests/corpus` gives the record beside it. `UPDATE_CORPUS=1 pytest …` writes the records anew, to be read."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from resume_parser import Document, parse, read_document

CORPUS = Path(__file__).parents[1] / "corpus"
TODAY = date(2026, 1, 1)
ACCOUNT = ("unread", "explained")
"""Of the record: not written down case by case."""
CASES = sorted(path for path in CORPUS.glob("*/resume.*"))


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_record(path: Path) -> None:
    document = read_document(path.read_bytes())

    record = {key: value for key, value in parse(document, TODAY).to_record().items() if key not in ACCOUNT}

    expected = path.parent / "expected.json"
    if os.environ.get("UPDATE_CORPUS"):
        expected.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert record == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_nothing_is_unread_of_what_is_read_well(path: Path) -> None:
    parsed = parse(read_document(path.read_bytes()), TODAY)

    assert parsed.unread == ()
    assert parsed.explained > 0.3


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_record_from_store_is_the_same(path: Path) -> None:
    document = read_document(path.read_bytes())
    stored = Document.from_stored(document.raw_text, json.loads(json.dumps(document.layout)))

    assert parse(stored, TODAY).to_record() == parse(document, TODAY).to_record()
