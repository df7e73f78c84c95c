"""Changed documents do not break the parser: a short run of `make bench-mutants`, and what it once broke on."""

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.gallery import load_gallery
from benchmarks.mutants.trial import fault_of, try_mutant
from resume_parser import Document, read_document

KEPT = sorted((Path(__file__).parent / "mutants").glob("*.json"))
ORIGINALS = 12
MUTANTS = 10


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_what_once_broke(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))

    assert fault_of(Document.from_stored(kept["raw_text"], kept["layout"])) is None


def test_a_short_run() -> None:
    gallery = load_gallery("gallery_tune")
    chosen = gallery[:: max(1, len(gallery) // ORIGINALS)]
    documents = {one.name: read_document(one.path.read_bytes()) for one in chosen}

    trials = [try_mutant(documents, name, number) for name in documents for number in range(MUTANTS)]

    assert {f"{trial.name}:{trial.number}": trial.fault for trial in trials if trial.fault} == {}
