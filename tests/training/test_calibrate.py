"""The fit finds which clues speak for a value, and how likely it is right."""

import math

import pytest

from benchmarks.accuracy.scoring.score import Outcome
from resume_parser.confidence.weights import BIAS, sigmoid
from training.calibrate import PESSIMISM, Sample, fields_without_sure_values, fit, fit_all, shift


def samples(clue: float, right: int, wrong: int) -> list[Sample]:
    return [({"clue": clue, "always": 1.0}, number < right) for number in range(right + wrong)]


def test_the_share_of_right_values_comes_out() -> None:
    weights = fit([*samples(1.0, right=450, wrong=50), *samples(0.0, right=250, wrong=250)])

    assert sigmoid(weights[BIAS] + weights["clue"]) == pytest.approx(0.9, abs=0.01)
    assert sigmoid(weights[BIAS]) == pytest.approx(0.5, abs=0.01)
    assert "always" not in weights


def test_few_samples_promise_little() -> None:
    weights = fit([*samples(1.0, right=3, wrong=0), *samples(0.0, right=0, wrong=3)])

    assert abs(weights["clue"]) < math.log(0.95 / 0.05)


def test_documents_that_no_rule_was_made_from_set_the_level() -> None:
    learnt = [{"skills": samples(1.0, right=196, wrong=4)}]
    fresh = [{"skills": samples(1.0, right=4, wrong=1)} for _ in range(400)]
    weights = fit_all(learnt, fresh)["skills"]

    assert sigmoid(weights[BIAS] + weights.get("clue", 0.0)) == pytest.approx(0.8 - PESSIMISM, abs=0.01)


def test_values_of_one_document_tell_less_than_those_of_many() -> None:
    weights = {BIAS: 3.0}
    one = [samples(1.0, right=30, wrong=20)]
    many = [samples(1.0, right=3, wrong=2) for _ in range(10)]

    assert shift(weights, many) < shift(weights, one) < 0


def test_a_field_that_only_learnt_documents_have_keeps_its_level() -> None:
    assert shift({BIAS: 2.0}, []) == pytest.approx(0.0, abs=1e-6)


def test_a_field_whose_sure_values_are_often_wrong_has_none() -> None:
    outcomes = [
        *(Outcome("skills", "", "", right=number >= 8, confidence=0.95) for number in range(100)),
        *(Outcome("email", "", "", right=number >= 2, confidence=0.95) for number in range(100)),
        Outcome("full_name", "", "", right=False, confidence=0.5),
    ]
    assert fields_without_sure_values(outcomes) == ["skills"]
