"""The fit finds which clues speak for a value, and how likely it is right."""

import math

import pytest

from benchmarks.accuracy.scoring.score import Outcome
from resume_parser.confidence.weights import BIAS, held_back, sigmoid
from training.calibrate import sure_from
from training.confidence_fit import PESSIMISM, Weights, fit, fit_all, shift
from training.confidence_samples import Group, Sample


def samples(clue: float, right: int, wrong: int) -> list[Sample]:
    return [({"clue": clue, "always": 1.0}, number < right) for number in range(right + wrong)]


def fit_alike(own: list[Sample]) -> Weights:
    return fit(own, [1.0] * len(own))


def test_the_share_of_right_values_comes_out() -> None:
    weights = fit_alike([*samples(1.0, right=900, wrong=100), *samples(0.0, right=500, wrong=500)])

    assert sigmoid(weights[BIAS] + weights["clue"]) == pytest.approx(0.9, abs=0.01)
    assert sigmoid(weights[BIAS]) == pytest.approx(0.5, abs=0.01)
    assert "always" not in weights


def test_few_samples_promise_little() -> None:
    weights = fit_alike([*samples(1.0, right=3, wrong=0), *samples(0.0, right=0, wrong=3)])

    assert abs(weights["clue"]) < math.log(0.95 / 0.05)


def test_documents_that_no_rule_was_made_from_set_the_level() -> None:
    learnt = [Group([{"skills": samples(1.0, right=196, wrong=4)}])]
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


def test_a_clue_against_a_value_never_speaks_for_it() -> None:
    odd = [({"dangling": float(number < 50)}, number < 60) for number in range(100)]

    assert fit_alike(odd).get("dangling", 0.0) == 0


def test_a_value_that_is_worth_less_moves_the_fit_less() -> None:
    own = [*samples(1.0, right=40, wrong=40), *samples(0.0, right=60, wrong=20)]
    light = fit(own, [0.1] * 80 + [1.0] * 80)
    heavy = fit(own, [1.0] * 160)

    assert heavy["clue"] < light["clue"] < 0


def test_a_field_whose_sure_values_are_often_wrong_holds_back_the_less_sure() -> None:
    judged = [
        [Outcome("skills", "", "", right=number >= 60, confidence=0.91), Outcome("skills", "", "", True, 0.97)]
        for number in range(200)
    ]
    least = sure_from(judged)

    assert 0.91 < least <= 0.97
    assert held_back(0.91, least) < 0.9
    assert held_back(0.97, least) == 0.97


def test_a_field_whose_sure_values_are_right_holds_none_back() -> None:
    judged = [[Outcome("email", "", "", right=number >= 2, confidence=0.95)] for number in range(200)]

    assert sure_from(judged) == 0.9
