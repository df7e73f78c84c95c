"""Logistic regression: clues to a probability, by weights kept in `weights.json`."""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from resume_parser.confidence.clues import Clues

FILE = Path(__file__).parent / "weights.json"
BIAS = "bias"
SURE_FROM = "sure from"
"""Of a field whose sure values are wrong too often: the probability from which a value may pass for sure."""
JUST_UNSURE = 0.89
"""The most that a value gets which may not: from 0.9, nobody looks at it."""
Weights = Mapping[str, Mapping[str, float]]
"""By field, the weight of each clue, and `bias`."""


def probability_of(field: str, clues: Clues) -> float:
    """0 to 1; a half for a field that has no weights."""
    weights = read_weights().get(field, {})
    return held_back(sigmoid(score_of(weights, clues)), weights.get(SURE_FROM, 0.0))


def held_back(probability: float, sure_from: float) -> float:
    return JUST_UNSURE if JUST_UNSURE < probability < sure_from else probability


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
