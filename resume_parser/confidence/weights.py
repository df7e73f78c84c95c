"""Logistic regression: clues to a probability, by weights kept in `weights.json`."""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from resume_parser.confidence.clues import Clues

FILE = Path(__file__).parent / "weights.json"
BIAS = "bias"
CEILING = "ceiling"
"""Of a field whose surest values are not sure: the most that any of them gets."""
Weights = Mapping[str, Mapping[str, float]]
"""By field, the weight of each clue, and `bias`."""


def probability_of(field: str, clues: Clues) -> float:
    """0 to 1; a half for a field that has no weights."""
    weights = read_weights().get(field, {})
    return min(sigmoid(score_of(weights, clues)), weights.get(CEILING, 1.0))


def score_of(weights: Mapping[str, float], clues: Clues) -> float:
    """The logit."""
    score = weights.get(BIAS, 0.0)
    for name, much in clues.items():
        if much and (weight := weights.get(name)):
            score += weight * much
    return score


def sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@lru_cache(maxsize=1)
def read_weights() -> Weights:
    weights: Weights = json.loads(FILE.read_text(encoding="utf-8"))
    return weights
