"""Whether a confidence of 0.8 is right eight times in ten."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.accuracy.scoring.score import Outcome

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    count: int
    mean_confidence: float
    share_right: float


def bins_of(outcomes: Iterable[Outcome]) -> list[Bin]:
    """Found values by confidence, in ten bins of equal width; empty bins left out."""
    grouped: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.found is not None:
            grouped[min(BINS - 1, int(outcome.confidence * BINS))].append(outcome)
    return [
        Bin(
            count=len(group),
            mean_confidence=sum(one.confidence for one in group) / len(group),
            share_right=sum(one.right for one in group) / len(group),
        )
        for _, group in sorted(grouped.items())
    ]


def expected_calibration_error(outcomes: Iterable[Outcome]) -> float:
    """Mean distance of confidence and share of right values, weighted by how many fall into each bin."""
    bins = bins_of(outcomes)
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.mean_confidence - one.share_right) for one in bins) / total if total else 0.0
