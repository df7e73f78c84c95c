"""The curve from raw scores to probabilities."""

from itertools import pairwise

from resume_parser.confidence import fit


def test_equal_scores_stay_together() -> None:
    outcomes = [(0.5, number % 2 == 0) for number in range(80)]

    ((raw, chance),) = fit(outcomes)

    assert raw == 0.5
    assert 0.45 < chance < 0.55


def test_the_curve_rises() -> None:
    right = {0.2: 10, 0.4: 25, 0.6: 15, 0.8: 29}
    curve = fit((raw, number < good) for raw, good in right.items() for number in range(30))

    assert [raw for raw, _ in curve] == [0.2, 0.5, 0.8]
    assert all(low < high for (_, low), (_, high) in pairwise(curve))


def test_a_small_rest_joins_the_bin_before_it() -> None:
    assert len(fit([(0.1, False)] * 30 + [(0.9, True)] * 5)) == 1
