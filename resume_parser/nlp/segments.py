"""What short pieces of an entry's header are: the trained classifier."""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import TextCategorizer

from resume_parser.nlp.labels import LABELS
from resume_parser.nlp.pipeline import TEMPERATURE, get_pipeline

Rows = np.ndarray[Any, np.dtype[np.float32]]

_LONGEST = 100
"""Characters of a segment that are looked at: a header part is shorter, and a sentence shows itself by then."""


def score_segments(segments: Sequence[str]) -> list[dict[str, float]]:
    """For each segment, in order, the probability of every label of `LABELS`; they sum to 1.

    A segment without a letter or digit is OTHER.
    """
    seen = list(dict.fromkeys(segment for segment in segments if any(map(str.isalnum, segment))))
    if not seen:
        return [dict(_NOTHING) for _ in segments]
    nlp = get_pipeline()
    labels, rows = predict(nlp, seen)
    flat = flatten(rows, nlp.meta.get(TEMPERATURE, 1.0)).tolist()
    scores = {segment: dict(zip(labels, row, strict=True)) for segment, row in zip(seen, flat, strict=True)}
    return [dict(scores.get(segment, _NOTHING)) for segment in segments]


def predict(nlp: Language, segments: Sequence[str]) -> tuple[Sequence[str], Rows]:
    """The model's labels, and a row of raw probabilities for each segment."""
    textcat = cast(TextCategorizer, nlp.get_pipe("textcat"))
    with nlp.memory_zone():
        docs = [nlp.tokenizer(segment[:_LONGEST]) for segment in segments]
        return textcat.labels, np.asarray(textcat.predict(docs))


def flatten(rows: Rows, temperature: float) -> Rows:
    """The probabilities at another temperature; above 1 they are less sure of themselves."""
    powers = np.maximum(rows, 1e-12) ** (1.0 / temperature)
    return cast(Rows, powers / powers.sum(axis=1, keepdims=True))


_NOTHING = {label: float(label == "OTHER") for label in LABELS}
