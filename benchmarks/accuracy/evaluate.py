"""Reads and parses the labelled documents and compares what was found with the truth."""

import json
from dataclasses import dataclass
from datetime import date

from benchmarks.accuracy.documents import Labelled
from benchmarks.accuracy.scoring.prediction import Prediction, predict
from benchmarks.accuracy.scoring.score import Outcome, compare_document
from benchmarks.accuracy.unread import Told, tell
from resume_parser import Document, ParserError, parse, read_document
from resume_parser.entries.scoring import SegmentScorer

TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Result:
    document: Labelled
    outcomes: list[Outcome]
    raw_text: str
    same_from_store: bool
    """Whether raw_text and layout give back the identical record."""
    error: str | None = None
    told: Told | None = None
    """What the record says of its gaps; None for a document that cannot be read."""


def evaluate(document: Labelled, scorer: SegmentScorer | None = None) -> Result:
    """One document's outcomes; a document that cannot be read counts as one with nothing found. `scorer` replaces the parser's own."""
    try:
        read = read_document(document.path.read_bytes())
    except ParserError as error:
        nothing = Prediction(contact={}, education=[], work=[], skills=[])
        return Result(document, compare_document(nothing, document.truth), "", True, error.code)
    parsed = parse(read, TODAY, scorer=scorer)
    stored = Document.from_stored(read.raw_text, json.loads(json.dumps(read.layout)))
    same = parse(stored, TODAY, scorer=scorer).to_record() == parsed.to_record()
    outcomes = compare_document(predict(parsed), document.truth)
    return Result(document, outcomes, read.raw_text, same, told=tell(parsed, read, document.truth))
