"""Fits the weights of the parser's confidence: `python -m training.calibrate`.

Logistic regression a field, with a ridge, over the values found in the gallery's documents: those that were learnt from,
and `gallery_calibration`, which no rule was made from.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import brentq, minimize
from scipy.stats import binom

from benchmarks.accuracy.documents import Labelled
from benchmarks.accuracy.evaluate import TODAY
from benchmarks.accuracy.gallery import load_gallery
from benchmarks.accuracy.scoring.calibration import errors_by_area, sure_and_wrong
from benchmarks.accuracy.scoring.prediction import predict
from benchmarks.accuracy.scoring.score import Outcome, compare_document
from resume_parser import read_document
from resume_parser.confidence import calibrate
from resume_parser.confidence.clues import Clues
from resume_parser.confidence.entry_clues import BESIDE_UNREAD
from resume_parser.confidence.weights import BIAS, CEILING, FILE, score_of, sigmoid
from resume_parser.parse import parse_raw

RIDGE = 5.0
SHIFT_RIDGE = 5.0
"""As much as some fifty values at 0.9 that come out as the learnt documents would have it."""
LIKENESS = 0.3
"""Correlation of a document's values of one field: a list that is cut wrong is wrong throughout."""
AGAINST = frozenset({BESIDE_UNREAD})
"""Clues that may only speak against a value, whatever a few documents say."""
FOLDS = 6
MOST_WRONG = 0.02
"""Of the values that nobody looks at."""
CLEARLY = 0.1
"""Probability of as many wrong ones, or more, by chance."""
JUST_UNSURE = 0.89
PESSIMISM = 0.04
"""By so much the next documents are taken to be harder than those at hand: a value of 0.9 or more is one that nobody looks at."""
Sample = tuple[Clues, bool]
"""What is known of a value, and whether it is right."""
Samples = dict[str, list[Sample]]
"""Those of one document, by field."""


def main() -> None:
    learnt = [samples_of(one) for one in load_gallery("gallery_tune")]
    fresh = [samples_of(one) for one in load_gallery("gallery_calibration")]
    judged = cross_validate(learnt, fresh)
    weights = fit_all(learnt, fresh)
    for field in fields_without_sure_values(judged):
        weights[field][CEILING] = JUST_UNSURE
    FILE.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _print(judged)


def samples_of(labelled: Labelled) -> Samples:
    """By field, the clues of each found value and whether it is right."""
    document = read_document(labelled.path.read_bytes())
    seen: list[Clues] = []

    def number(_field: str, clues: Clues) -> float:
        """In place of a probability: where the clues are found again."""
        seen.append(clues)
        return len(seen) - 1

    parsed = calibrate(parse_raw(document, TODAY), document, number)
    found = [one for one in compare_document(predict(parsed), labelled.truth) if one.found is not None]
    samples: Samples = defaultdict(list)
    for outcome in found:
        samples[outcome.field].append((seen[int(outcome.confidence)], outcome.right))
    return samples


def fit_all(learnt: Sequence[Samples], fresh: Sequence[Samples]) -> dict[str, dict[str, float]]:
    """The clues' weights from all documents, each field's bias from those that no rule was made from: the others look easier."""
    weights = {}
    for field in sorted({field for own in (*learnt, *fresh) for field in own}):
        found = fit(_values_of(field, (*learnt, *fresh)))
        moved = shift(found, [own[field] for own in fresh if field in own])
        weights[field] = found | {BIAS: round(found[BIAS] + moved, 4)}
    return weights


def _values_of(field: str, documents: Sequence[Samples]) -> list[Sample]:
    return [sample for own in documents for sample in own.get(field, ())]


def shift(weights: Mapping[str, float], documents: Sequence[Sequence[Sample]]) -> float:
    """What to add to the bias so that a field's values come out nearly as often right as they are; near 0 for a few."""
    samples = [sample for own in documents for sample in own]
    scores = np.array([score_of(weights, clues) for clues, _ in samples])
    right = sum(good for _, good in samples) - PESSIMISM * len(samples)
    # Kish's design effect: so much less do values tell that come many a document.
    worth = 1 / (1 + (len(samples) / max(1, len(documents)) - 1) * LIKENESS)

    def excess(added: float) -> float:
        return float(worth * (np.sum(1 / (1 + np.exp(-(scores + added)))) - right) + SHIFT_RIDGE * added)

    return float(brentq(excess, -10, 10))


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    """The weights that make the samples likeliest; clues that are always the same get none."""
    names = sorted({name for clues, _ in samples for name in clues})
    values = np.array([[clues.get(name, 0.0) for name in names] for clues, _ in samples])
    right = np.array([good for _, good in samples], dtype=float)
    centre, spread = values.mean(axis=0), values.std(axis=0)
    varied = spread > 1e-9
    bounds = [(None, None), *((None, 0.0 if name in AGAINST else None) for name in np.array(names)[varied])]
    scaled = (values[:, varied] - centre[varied]) / spread[varied]

    def loss(weights: Any) -> Any:
        score = weights[0] + scaled @ weights[1:]
        chance = 1 / (1 + np.exp(-score))
        likelihood = np.logaddexp(0, score) - right * score
        gradient = np.concatenate(([np.sum(chance - right)], scaled.T @ (chance - right) + RIDGE * weights[1:]))
        return likelihood.sum() + RIDGE / 2 * np.sum(weights[1:] ** 2), gradient

    found = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    unscaled = found[1:] / spread[varied]
    bias = found[0] - unscaled @ centre[varied]
    weights = {name: float(weight) for name, weight in zip(np.array(names)[varied], unscaled, strict=True)}
    return {BIAS: round(float(bias), 4)} | {name: round(weight, 4) for name, weight in weights.items()}


def cross_validate(learnt: Sequence[Samples], fresh: Sequence[Samples]) -> list[Outcome]:
    """What is said of fresh documents by weights that were fitted without them."""
    outcomes = []
    for fold in range(FOLDS):
        weights = fit_all(learnt, [own for place, own in enumerate(fresh) if place % FOLDS != fold])
        for own in fresh[fold::FOLDS]:
            for field, values in own.items():
                for clues, right in values:
                    outcomes.append(Outcome(field, "", "", right, sigmoid(score_of(weights[field], clues))))
    return outcomes


def fields_without_sure_values(outcomes: Sequence[Outcome]) -> list[str]:
    """Those of whose sure values clearly more are wrong than may be: no clue tells there what is surely right."""
    unsure = []
    for field in sorted({one.field for one in outcomes}):
        sure, wrong = sure_and_wrong(one for one in outcomes if one.field == field)
        if sure and binom.sf(wrong - 1, sure, MOST_WRONG) < CLEARLY:
            unsure.append(field)
    return unsure


def _print(outcomes: Sequence[Outcome]) -> None:
    """How it does on fresh documents, before any ceiling."""
    sure, wrong = sure_and_wrong(outcomes)
    print({area: round(error, 3) for area, error in errors_by_area(outcomes).items()})
    print(f"sure {sure} of {len(outcomes)}, of these wrong {wrong} ({wrong / max(1, sure):.1%})")
    print(f"no value is sure of: {', '.join(fields_without_sure_values(outcomes)) or 'every field has some'}")


if __name__ == "__main__":
    main()
