"""Raw scores of the extractors to probabilities, by a table fitted on labelled documents (the tuned part of `benchmarks/accuracy/gallery`)."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from resume_parser.record import Education, Field, ParsedResume, Skill, WorkExperience

TABLE = Path(__file__).parent / "confidence.json"
Knots = Sequence[tuple[float, float]]
"""Raw score and probability, both rising."""

_LEAST_IN_BIN = 20
_PRIOR_RIGHT, _PRIOR_WRONG = 1.0, 0.5
"""Added to the counts: documents that nobody tuned to are a little harder."""


def calibrate(parsed: ParsedResume) -> ParsedResume:
    """The same values with calibrated confidence."""
    return replace(
        parsed,
        full_name=_adjust("full_name", parsed.full_name),
        email=_adjust("email", parsed.email),
        phone_number=_adjust("phone_number", parsed.phone_number),
        linkedin_url=_adjust("linkedin_url", parsed.linkedin_url),
        education=tuple(_education(entry) for entry in parsed.education),
        work_experience=tuple(_work(entry) for entry in parsed.work_experience),
        skills=tuple(Skill(_sure("skills", skill.name), skill.canonical) for skill in parsed.skills),
    )


def fit(outcomes: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """A rising curve through (raw score, right?) by pooling adjacent violators over bins of at least twenty values."""
    bins: list[list[tuple[float, bool]]] = [[]]
    # Equal scores stay together: sorted among themselves, the wrong would come before the right.
    for _, equal in groupby(sorted(outcomes), key=itemgetter(0)):
        if len(bins[-1]) >= _LEAST_IN_BIN:
            bins.append([])
        bins[-1].extend(equal)
    if len(bins) > 1 and len(bins[-1]) < _LEAST_IN_BIN:
        bins[-2:] = [bins[-2] + bins[-1]]
    pools: list[list[tuple[float, bool]]] = []
    for values in bins:
        pools.append(values)
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [(_middle(pool), _share(pool)) for pool in pools]


def _share(pool: Sequence[tuple[float, bool]]) -> float:
    right = sum(good for _, good in pool)
    return round((right + _PRIOR_RIGHT) / (len(pool) + _PRIOR_RIGHT + _PRIOR_WRONG), 4)


def _middle(pool: Sequence[tuple[float, bool]]) -> float:
    return round(sum(raw for raw, _ in pool) / len(pool), 4)


def _work(entry: WorkExperience) -> WorkExperience:
    return replace(
        entry,
        company=_adjust("work_experience.company", entry.company),
        job_title=_adjust("work_experience.job_title", entry.job_title),
        start_date=_adjust("work_experience.start_date", entry.start_date),
        end_date=_adjust("work_experience.end_date", entry.end_date),
    )


def _education(entry: Education) -> Education:
    return replace(
        entry,
        institution=_adjust("education.institution", entry.institution),
        degree=_adjust("education.degree", entry.degree),
        end_date=_adjust("education.end_date", entry.end_date),
    )


def _adjust(name: str, found: Field[str] | None) -> Field[str] | None:
    return None if found is None else _sure(name, found)


def _sure(name: str, found: Field[str]) -> Field[str]:
    return replace(found, confidence=_interpolate(_table().get(name, ()), found.confidence))


def _interpolate(knots: Knots, raw: float) -> float:
    """The curve's value; flat beyond its ends, the raw score itself without a curve."""
    if not knots:
        return raw
    place = bisect_right([score for score, _ in knots], raw)
    if place == 0:
        return knots[0][1] * (raw / knots[0][0]) if knots[0][0] else knots[0][1]
    if place == len(knots):
        return knots[-1][1]
    (low, first), (high, second) = knots[place - 1], knots[place]
    return first + (second - first) * (raw - low) / (high - low)


@lru_cache(maxsize=1)
def _table() -> dict[str, list[tuple[float, float]]]:
    read = json.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    return {name: [(raw, chance) for raw, chance in knots] for name, knots in read.items()}
