"""Labelled segments for one part of the data, and the noise that layouts and people add to them."""

import random
from collections.abc import Iterator, Mapping

from resume_parser.nlp.labels import LABELS
from training import others, writers
from training.pools import Source

WRITERS = {
    "TITLE": writers.title,
    "COMPANY": writers.company,
    "SCHOOL": writers.school,
    "DEGREE": writers.degree,
    "FIELD": writers.field_of_study,
    "LOCATION": writers.location,
    "PERSON": writers.person,
    "SKILL": writers.skill,
    "DATE": writers.date,
    "OTHER": others.other,
}
_SHARES: Mapping[str, float] = {
    "TITLE": 1.5,
    "COMPANY": 2.4,
    "SCHOOL": 1.2,
    "DEGREE": 1.0,
    "FIELD": 0.7,
    "LOCATION": 1.2,
    "PERSON": 0.5,
    "SKILL": 0.4,
    "DATE": 0.5,
    "OTHER": 1.6,
}
"""Employers' names are the most varied, so they get the most examples."""


def write_segments(part: str, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` pairs of text and label; the same seed gives the same pairs."""
    source = Source(part, random.Random(f"{seed}-{part}"))
    weights = [_SHARES[label] for label in LABELS]
    for label in source.random.choices(LABELS, weights=weights, k=count):
        yield _roughen(source, WRITERS[label](source), label), label


def _roughen(source: Source, text: str, label: str) -> str:
    """Capitals, lost capitals, and signs left over from cutting a line."""
    roll = source.random.random()
    if roll < _CAPITALS:
        text = text.upper()
    elif roll < _CAPITALS + _LOWER and label != "OTHER":
        text = text.lower()
    elif roll < _CAPITALS + _LOWER + _TITLE and label == "OTHER" and len(text.split()) <= _HEADING:
        text = text.title()
    if source.chance(0.06):
        text += source.random.choice(_TRAILING)
    return text


_TRAILING = (",", ":", ".", " -", ";", " |", "*")
_CAPITALS, _LOWER, _TITLE, _HEADING = 0.14, 0.03, 0.1, 4
