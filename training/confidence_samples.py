"""What confidence is fitted on: the clues of each found value, and whether the value is right."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.accuracy.damage import DAMAGES
from benchmarks.accuracy.documents import Labelled
from benchmarks.accuracy.evaluate import TODAY
from benchmarks.accuracy.gallery import load_gallery
from benchmarks.accuracy.scoring.prediction import predict
from benchmarks.accuracy.scoring.score import compare_document
from benchmarks.mutants import mutations
from resume_parser import Document, ParsedResume, read_document
from resume_parser.confidence import calibrate
from resume_parser.confidence.clues import Clues
from resume_parser.parse import parse_raw
from training.earlier_records import read_earlier_records

Sample = tuple[Clues, bool]
"""What is known of a value, and whether it is right."""
Samples = dict[str, list[Sample]]
"""Those of one document, by field."""
CONTACT = frozenset({"full_name", "email", "phone_number", "linkedin_url"})
DISTURBANCES: tuple[mutations.Mutation, ...] = (
    mutations.swap, mutations.merge, mutations.shuffle, mutations.change_separators, mutations.restyle, mutations.flatten,
    mutations.move_column,
)  # fmt: skip
"""Those that leave the words as they are: what is true of the document stays true."""
_DISTURBED = 3
"""Times that each document is."""
_FEWEST, _MOST = 2, 6
"""Disturbances at a time."""


@dataclass(frozen=True, slots=True)
class Group:
    documents: Sequence[Samples]
    weight: float = 1.0
    """Of a value, against one of an undamaged document."""


def learnt_groups() -> list[Group]:
    """The documents that rules were made from: as they are, and damaged, so that there are more wrong values to learn from."""
    read = [(one, read_document(one.path.read_bytes())) for one in load_gallery("gallery_tune")]
    return [
        Group([samples_of(one, document) for one, document in read]),
        Group([samples_of(one, document) for one, whole in read for document in _damaged(one.name, whole)], 0.2),
        Group([samples_of(one, document) for one, whole in read for document in _disturbed(one.name, whole)], 0.5),
    ]


def fresh_documents() -> list[Samples]:
    """Those that no rule was made from, and as an earlier parser read them, those that rules have been made from since."""
    earlier = read_earlier_records({one.name: one for one in load_gallery("gallery_tune")})
    return [
        *(samples_of(one, read_document(one.path.read_bytes())) for one in load_gallery("gallery_calibration")),
        *(_without_contact(compare(*one)) for one in earlier),
    ]


def samples_of(labelled: Labelled, document: Document) -> Samples:
    return compare(labelled, document, parse_raw(document, TODAY))


def compare(labelled: Labelled, document: Document, raw: ParsedResume) -> Samples:
    """By field, the clues of each found value and whether it is right. `raw`: not yet calibrated."""
    seen: list[Clues] = []

    def number(_field: str, clues: Clues) -> float:
        """In place of a probability: where the clues are found again."""
        seen.append(clues)
        return len(seen) - 1

    samples: Samples = defaultdict(list)
    for outcome in compare_document(predict(calibrate(raw, document, number)), labelled.truth):
        if outcome.found is not None:
            samples[outcome.field].append((seen[int(outcome.confidence)], outcome.right))
    return samples


def _damaged(name: str, whole: Document) -> Iterator[Document]:
    for damage, change in DAMAGES.items():
        damaged = change(whole, random.Random(f"{name} {damage}"))
        if damaged is not whole:
            yield damaged


def _disturbed(name: str, whole: Document) -> Iterator[Document]:
    for number in range(_DISTURBED):
        chance = random.Random(f"{name} {number}")
        lines = list(whole.lines)
        for _ in range(chance.randint(_FEWEST, _MOST)):
            lines = chance.choice(DISTURBANCES)(lines, (), chance)
        yield replace(whole, lines=tuple(lines))


def _without_contact(samples: Samples) -> Samples:
    """Contact values were read by other rules then, which say nothing about those of today."""
    return {field: own for field, own in samples.items() if field not in CONTACT}
