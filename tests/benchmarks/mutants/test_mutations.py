"""Mutants are changed documents, the same ones each time; what breaks the parser is found, shrunk and kept."""

import json
import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.mutants.mutations import MUTATIONS, Mutation, mutate
from benchmarks.mutants.shrink import keep, shrink
from benchmarks.mutants.trial import Trial, fault_of, mutant_of
from resume_parser import Document
from resume_parser.document import Line, Run

TEXTS = ("Nora Field", "nora@example.com | 2019-05", "Clerk, Bell & Sons", "Jan 2019 – Mar 2021", "Filed 300 papers.")
DOCUMENT = Document(
    tuple(Line(text, box=(0, 9.0 * row, 90, 9.0 * row + 8), size=1 + row / 9) for row, text in enumerate(TEXTS)),
    "application/pdf",
)
OTHER = Document((Line("Baker at Golden Crust", runs=(Run(0, 5, True, False, 1.0),)),), "text/plain")


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_mutation_changes_something(mutation: Mutation) -> None:
    results = [mutation(list(DOCUMENT.lines), OTHER.lines, random.Random(seed)) for seed in range(20)]

    assert any(tuple(result) != DOCUMENT.lines for result in results)
    assert all(run.stop <= len(line.text) for result in results for line in result for run in map(_stop, line.runs))


def _stop(run: Run) -> slice:
    return slice(run.start, run.end)


def test_the_same_number_gives_the_same_mutant() -> None:
    documents = {"one": DOCUMENT, "two": OTHER}

    assert mutant_of(documents, "one", 7) == mutant_of(documents, "one", 7)
    assert len({mutant_of(documents, "one", number).raw_text for number in range(20)}) > 10


def test_a_document_without_lines_is_left() -> None:
    empty = Document((), "text/plain")

    assert mutate(empty, DOCUMENT, random.Random(1)) == empty


def test_what_breaks_is_found_shrunk_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def parse(document: Document, _today: date) -> Any:
        raise ZeroDivisionError if "Clerk" in document.raw_text else _Parsed

    monkeypatch.setattr(sys.modules["benchmarks.mutants.trial"], "parse", parse)
    fault = fault_of(DOCUMENT)
    assert fault is not None
    assert fault.startswith("ZeroDivisionError at test_mutations.py")

    small = shrink(DOCUMENT, fault)
    assert small.raw_text == "Clerk, Bell & Sons"

    kept = json.loads(keep(Trial("one", 7, 0.1, fault), small, tmp_path).read_text(encoding="utf-8"))
    assert Document.from_stored(kept["raw_text"], kept["layout"]) == small


class _Parsed(Exception):
    """Raised in place of another record: any other fault."""
