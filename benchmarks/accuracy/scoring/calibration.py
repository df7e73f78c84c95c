"""Whether a confidence of 0.8 is right eight times in ten."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.scoring.score import Outcome

BINS = 10
SURE = 0.9
"""Confidence from which a value is taken without a look."""
AREAS = {
    "contact": ("full_name", "email", "phone_number", "linkedin_url"),
    "education": ("education.institution", "education.degree", "education.end_date"),
    "work": (
        "work_experience.company",
        "work_experience.job_title",
        "work_experience.start_date",
        "work_experience.end_date",
    ),
    "skills": ("skills",),
}
"""What a person looks over together."""


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


def errors_by_area(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Expected calibration error of each area's values."""
    return {
        area: expected_calibration_error(one for one in outcomes if one.field in names) for area, names in AREAS.items()
    }


def sure_and_wrong(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many values are given with high confidence, and how many of them are wrong."""
    sure = [one for one in outcomes if one.found is not None and one.confidence >= SURE]
    return len(sure), sum(not one.right for one in sure)


def expected_calibration_error(outcomes: Iterable[Outcome]) -> float:
    """Mean distance of confidence and share of right values, weighted by how many fall into each bin."""
    bins = bins_of(outcomes)
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.mean_confidence - one.share_right) for one in bins) / total if total else 0.0
