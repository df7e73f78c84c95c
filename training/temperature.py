"""How far the model's probabilities are to be flattened, so that 0.8 is right in eight cases of ten."""

import numpy as np
from spacy.language import Language

from resume_parser.nlp.segments import flatten, predict
from training.generate import write_segments

_CANDIDATES = tuple(round(1.0 + step / 10, 1) for step in range(31))


def fit_temperature(nlp: Language, segments: int, seed: int) -> float:
    """The candidate with the least log loss on the dev part."""
    pairs = list(write_segments("dev", segments, seed))
    labels, rows = predict(nlp, [text for text, _ in pairs])
    truth = np.array([labels.index(label) for _, label in pairs])
    return min(_CANDIDATES, key=lambda candidate: _log_loss(flatten(rows, candidate), truth))


def _log_loss(rows: np.ndarray, truth: np.ndarray) -> float:
    return float(-np.log(np.maximum(rows[np.arange(len(truth)), truth], 1e-9)).mean())
