"""Records that an earlier version of the parser made of gallery documents before any rule was made from them.

They err as records of unseen documents do; today's records of the same documents no longer can. Kept in
`data/earlier_records.jsonl`, without the texts: a record counts while the document still reads as it did then.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy.documents import Labelled
from resume_parser import Document, ParsedResume, read_document
from resume_parser.accounting import account_for
from resume_parser.entries.scoring import score_by_cues_and_model
from resume_parser.fields.context import Context
from resume_parser.record import Education, Field, Skill, WorkExperience
from resume_parser.sections import split_sections

FILE = Path(__file__).parent / "data" / "earlier_records.jsonl"


def read_earlier_records(documents: Mapping[str, Labelled]) -> Iterator[tuple[Labelled, Document, ParsedResume]]:
    """Of the documents by their names: jobs, degrees and skills as they were read then, not yet calibrated."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kept = json.loads(line)
        labelled = documents[kept["document"]]
        document = read_document(labelled.path.read_bytes())
        if hashlib.sha256(document.raw_text.encode()).hexdigest() == kept["text_sha256"]:
            context = Context(document, split_sections(document), score_by_cues_and_model)
            yield labelled, document, account_for(context, _record(kept))


def _record(kept: Mapping[str, Any]) -> ParsedResume:
    return ParsedResume(
        work_experience=tuple(WorkExperience(**_fields(entry)) for entry in kept["work_experience"]),
        education=tuple(Education(**_fields(entry)) for entry in kept["education"]),
        skills=tuple(Skill(**_fields(skill)) for skill in kept["skills"]),
    )


def _fields(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: Field(value[0], value[1], tuple(value[2])) if isinstance(value, list) else value
        for name, value in kept.items()
    }
