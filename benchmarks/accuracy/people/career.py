"""Draws the jobs and degrees of a career."""

import random
from typing import Any

from benchmarks.accuracy.people.person import Degree, Job, Month

NOW = Month(2026, 10)
STUDY_YEARS = {
    "doctorate": 4,
    "certificate": 1,
    "pgce": 1,
    "diploma": 2,
    "associate_applied": 2,
    "associate_arts": 2,
    "associate_science": 2,
}
GRADES = (
    "GPA 3.7/4.0",
    "First Class Honours",
    "magna cum laude",
    "CGPA: 8.4/10",
    "Upper Second Class (2:1)",
    "Grade: 1.7",
    "with distinction",
)
FOREIGN_PLACES = ("London, UK", "Singapore", "Dubai", "Toronto, Canada", "Remote", "Zurich, Switzerland")


def draw_jobs(rng: random.Random, profession: dict[str, Any], cities: list[str], career_length: int) -> tuple[Job, ...]:
    """Latest first; titles climb with the years, and now and then a promotion keeps the employer."""
    ends = NOW.count - (0 if rng.random() < 0.7 else rng.randint(3, 40))
    ongoing = ends == NOW.count
    employers = _employers(rng, profession["employers"], career_length)
    titles, bullets = profession["titles"], profession["bullets"]
    jobs: list[Job] = []
    for index in range(career_length):
        seniority = 1 - index / career_length
        starts = ends - rng.randint(5, 20 if career_length > 8 else 60)
        promoted = jobs and employers[index] == jobs[-1].company
        jobs.append(
            Job(
                company=employers[index],
                title=titles[min(len(titles) - 1, int(seniority * rng.uniform(0.6, 1.0) * len(titles)))],
                location=jobs[-1].location if promoted else _place(rng, cities),
                start=Month.counted(starts),
                end=None if ongoing and index == 0 else Month.counted(ends),
                bullets=tuple(rng.sample(bullets, k=rng.randint(1, 3 if career_length > 6 else 5))),
            )
        )
        ends = starts - rng.choice((0, 1, 1, 2, 5))
    return tuple(jobs)


def _employers(rng: random.Random, pool: list[str], count: int) -> list[str]:
    """One a job, the same twice in a row about one time in six, never met again otherwise unless the pool is spent."""
    fresh = rng.sample(pool, k=len(pool))
    chosen: list[str] = []
    for _ in range(count):
        if chosen and (not fresh or (rng.random() < 0.16 and chosen[-2:] != chosen[-1:] * 2)):
            chosen.append(chosen[-1])
        else:
            chosen.append(fresh.pop())
    return chosen


def _place(rng: random.Random, cities: list[str]) -> str:
    return rng.choice(FOREIGN_PLACES) if rng.random() < 0.15 else rng.choice(cities)


def draw_degrees(
    rng: random.Random, profession: dict[str, Any], country: dict[str, Any], first_job: Month
) -> tuple[Degree, ...]:
    """None to four, latest first; the last one now and then still expected."""
    count = rng.choice((0, 1, 1, 1, 2, 2, 2, 3, 3, 4))
    kinds = sorted(profession["degrees"], key=_rank, reverse=True)
    if count == 1:
        kinds = [rng.choice(kinds)]
    degrees: list[Degree] = []
    ends = first_job.year - rng.choice((0, 0, 1))
    expected = bool(count) and rng.random() < 0.08
    for index in range(count):
        kind = kinds[index] if index < len(kinds) else "high_school"
        finish = Month(NOW.year + 1, 6) if expected and index == 0 else Month(ends, rng.choice((5, 6, 7, 9)))
        start = Month(finish.year - STUDY_YEARS.get(kind, 3), 9)
        school = (
            rng.choice(country["schools"])
            if kind != "high_school"
            else f"{rng.choice(country['cities']).split(',')[0]} High School"
        )
        grade = rng.choice(GRADES) if rng.random() < 0.35 else ""
        field = rng.choice(profession["fields"])
        degrees.append(
            Degree(school, kind, field, rng.choice(country["cities"]), start, finish, grade, expected and index == 0)
        )
        ends = min(ends, start.year)
    return tuple(degrees)


def _rank(kind: str) -> int:
    order = (
        "certificate",
        "diploma",
        "associate",
        "bachelor",
        "bfa",
        "llb",
        "pgce",
        "juris",
        "llm",
        "master",
        "doctorate",
    )
    return next(place for place, start in enumerate(order) if kind.startswith(start))
