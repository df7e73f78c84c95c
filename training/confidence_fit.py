"""Logistic regression a field: how much each clue weighs, and how high the level is."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import brentq, minimize

from resume_parser.confidence.weights import BIAS, score_of
from training.confidence_samples import Group, Sample, Samples

RIDGE = 10.0
SHIFT_RIDGE = 5.0
"""As much as some fifty values at 0.9 that come out as the learnt documents would have it."""
LIKENESS = 0.3
"""Correlation of a document's values of one field: a list that is cut wrong is wrong throughout."""
PESSIMISM = 0.02
"""By so much the next documents are taken to be harder than those at hand: a value of 0.9 or more is one that nobody looks at."""
FRESH_WEIGHT = 1.5
AGAINST = frozenset({
    "a word denies", "bare degree beside words", "begins lower", "beside unread", "bracketed", "colon", "cut at a separator",
    "cut between words", "cut inside a word", "dangling", "far apart", "known between words", "leftover", "long",
    "lower inside", "many words", "no company", "no dates", "no degree", "no institution", "no job_title", "no level",
    "no word tells", "odd look", "one letter", "others between words", "others long", "out of order", "parted from words",
    "place", "put together", "reversed", "sentence", "short", "told", "unbalanced", "unequal dates", "unlike the others",
    "unused line beside", "unusual order", "very long", "words before", "words behind", "words beside that are no place",
})  # fmt: skip
"""Clues that may only speak against a value, whatever a few documents say."""
FOR = frozenset({
    "both words tell", "in the address", "known", "known first name", "known surname", "others known",
    "others known on its line", "raw",
})  # fmt: skip
"""Clues that may only speak for it."""
Weights = dict[str, float]


def fit_all(learnt: Sequence[Group], fresh: Sequence[Samples]) -> dict[str, Weights]:
    """The clues' weights from all documents, each field's bias from those that no rule was made from: the others look easier."""
    groups = [*learnt, Group(fresh, FRESH_WEIGHT)]
    weights = {}
    for field in sorted({field for group in groups for own in group.documents for field in own}):
        samples, worths = _weigh(field, groups)
        found = fit(samples, worths)
        moved = shift(found, [own[field] for own in fresh if field in own])
        weights[field] = found | {BIAS: round(found[BIAS] + moved, 4)}
    return weights


def _weigh(field: str, groups: Sequence[Group]) -> tuple[list[Sample], list[float]]:
    samples, worths = [], []
    for group in groups:
        for own in group.documents:
            values = own.get(field, [])
            samples += values
            worths += [group.weight * worth_of(len(values), 1)] * len(values)
    return samples, worths


def worth_of(values: int, documents: int) -> float:
    """Kish's design effect: so much less does a value tell where there are many a document."""
    return 1 / (1 + (values / max(1, documents) - 1) * LIKENESS)


def shift(weights: Mapping[str, float], documents: Sequence[Sequence[Sample]]) -> float:
    """What to add to the bias so that a field's values come out nearly as often right as they are; near 0 for a few."""
    samples = [sample for own in documents for sample in own]
    scores = np.array([score_of(weights, clues) for clues, _ in samples])
    right = sum(good for _, good in samples) - PESSIMISM * len(samples)
    worth = worth_of(len(samples), len(documents))

    def excess(added: float) -> float:
        return float(worth * (np.sum(1 / (1 + np.exp(-(scores + added)))) - right) + SHIFT_RIDGE * added)

    return float(brentq(excess, -10, 10))


def fit(samples: Sequence[Sample], worths: Sequence[float]) -> Weights:
    """The weights that make the samples likeliest, each as often as it is worth; clues that are always the same get none."""
    names = np.array(sorted({name for clues, _ in samples for name in clues}))
    values = np.array([[clues.get(name, 0.0) for name in names] for clues, _ in samples])
    right, worth = np.array([good for _, good in samples], dtype=float), np.array(worths)
    centre = np.average(values, axis=0, weights=worth)
    spread = np.sqrt(np.average((values - centre) ** 2, axis=0, weights=worth))
    varied = spread > 1e-9
    bounds = [(None, None), *(_bounds(name) for name in names[varied])]
    scaled = (values[:, varied] - centre[varied]) / spread[varied]

    def loss(weights: Any) -> Any:
        score = weights[0] + scaled @ weights[1:]
        excess = worth * (1 / (1 + np.exp(-score)) - right)
        likelihood = worth * (np.logaddexp(0, score) - right * score)
        gradient = np.concatenate(([np.sum(excess)], scaled.T @ excess + RIDGE * weights[1:]))
        return likelihood.sum() + RIDGE / 2 * np.sum(weights[1:] ** 2), gradient

    found = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    unscaled = found[1:] / spread[varied]
    bias = found[0] - unscaled @ centre[varied]
    weights = {str(name): round(float(weight), 4) for name, weight in zip(names[varied], unscaled, strict=True)}
    return {BIAS: round(float(bias), 4)} | {name: weight for name, weight in weights.items() if weight}


def _bounds(name: str) -> tuple[float | None, float | None]:
    return 0.0 if name in FOR else None, 0.0 if name in AGAINST else None
