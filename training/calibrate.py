"""Fits the weights of the parser's confidence: `python -m training.calibrate`.

Logistic regression a field, with a ridge, over the values found in the gallery's documents: those that were learnt from,
whole and damaged, and those that no rule was made from when they were read.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from scipy.stats import binom

from benchmarks.accuracy.scoring.calibration import SURE, errors_by_area, sure_and_wrong
from benchmarks.accuracy.scoring.score import Outcome
from resume_parser.confidence.weights import FILE, SURE_FROM, held_back, score_of, sigmoid
from training.confidence_fit import fit_all, worth_of
from training.confidence_samples import Group, Samples, fresh_documents, learnt_groups

FOLDS = 6
MOST_WRONG = 0.02
"""Of the values that nobody looks at."""
CLEARLY = 0.1
"""Probability of as many wrong ones, or more, by chance."""
LEVELS = [round(SURE + step / 200, 3) for step in range(20)]
"""From which on a field's values may pass for sure."""
Judged = Sequence[Sequence[Outcome]]
"""By document, what was said of values by weights that were fitted without it."""


def main() -> None:
    learnt, fresh = learnt_groups(), fresh_documents()
    judged = cross_validate(learnt, fresh)
    weights = fit_all(learnt, fresh)
    for field in sorted({one.field for own in judged for one in own}):
        least = sure_from([[one for one in own if one.field == field] for own in judged])
        if least > SURE:
            weights[field][SURE_FROM] = least
            print(f"{field}: sure from {least:.3f}")
    FILE.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _print(judged)


def cross_validate(learnt: Sequence[Group], fresh: Sequence[Samples]) -> Judged:
    judged: list[list[Outcome]] = []
    for fold in range(FOLDS):
        weights = fit_all(learnt, [own for place, own in enumerate(fresh) if place % FOLDS != fold])
        judged += [_judge(own, weights) for own in fresh[fold::FOLDS]]
    return judged


def _judge(own: Samples, weights: Mapping[str, Mapping[str, float]]) -> list[Outcome]:
    return [
        Outcome(field, "", "", right, sigmoid(score_of(weights[field], clues)))
        for field, values in own.items()
        for clues, right in values
    ]


def sure_from(judged: Judged) -> float:
    """The least probability from which a field's values are not clearly more often wrong than may be; 0.9 or more."""
    for probability in LEVELS:
        held = [[replace(one, confidence=held_back(one.confidence, probability)) for one in own] for own in judged]
        if not _is_too_sure(held):
            return probability
    return 1.0


def _is_too_sure(judged: Judged) -> bool:
    counts = [sure_and_wrong(own) for own in judged]
    sure, wrong = (sum(column) for column in zip(*counts, strict=True))
    worth = worth_of(sure, sum(own > 0 for own, _ in counts))
    return sure > 0 and bool(binom.sf(round(wrong * worth) - 1, round(sure * worth), MOST_WRONG) < CLEARLY)


def _print(judged: Judged) -> None:
    """How it does on fresh documents, before any are held back."""
    outcomes = list(chain.from_iterable(judged))
    sure, wrong = sure_and_wrong(outcomes)
    print({area: round(error, 3) for area, error in errors_by_area(outcomes).items()})
    print(f"sure {sure} of {len(outcomes)}, of these wrong {wrong} ({wrong / max(1, sure):.1%})")


if __name__ == "__main__":
    main()
