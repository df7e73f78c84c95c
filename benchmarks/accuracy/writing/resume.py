"""A person as one document shows them: the texts for a template, and the truth a reader can find in them."""

import random
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.people.career import NOW
from benchmarks.accuracy.people.person import Degree, Job, Person
from benchmarks.accuracy.writing import contact, words
from benchmarks.accuracy.writing.dates import DateWriter
from benchmarks.accuracy.writing.degrees import DegreeWriter
from benchmarks.accuracy.writing.options import Options


@dataclass(frozen=True, slots=True)
class WrittenResume:
    shown: dict[str, Any]
    """Texts by name, plain JSON: what templates print."""
    truth: dict[str, Any]
    """The record's fields; names, dates and degrees as lists of values that are all right."""


def write_resume(person: Person, options: Options, rng: random.Random) -> WrittenResume:
    writer = DateWriter.drawn(rng, options.dates)
    jobs = [_write_job(job, writer, rng) for job in person.jobs[: options.max_jobs]]
    degrees = _write_degrees(person, options, writer, rng)
    lines = contact.write_contact(person, options, rng)
    titles = _headings(options, rng)
    levelled = options.skill_levels and rng.random() < 0.7
    groups = [
        {"label": label, "items": [_with_level(skill, rng) if levelled else skill for skill in skills]}
        for label, skills in person.skill_groups
    ]
    shown = {
        **lines.shown,
        "name": person.full_name,
        "headline": person.headline,
        "summary": person.summary,
        "headings": titles,
        "bullet": rng.choice(words.BULLETS),
        "jobs": [job for job, _ in jobs],
        "employers": _group_by_employer([job for job, _ in jobs]),
        "degrees": [degree for degree, _ in degrees],
        "skill_groups": groups,
        "skills": [skill for group in groups for skill in group["items"]],
        "sections": [{"kind": one.kind, "title": one.title, "items": list(one.items)} for one in person.decoys],
        "seed": rng.randint(0, 10**6),
    }
    truth = {
        **lines.truth,
        "education": [known for _, known in degrees],
        "work_experience": [known for _, known in jobs],
        "skills": list(person.skills),
    }
    return WrittenResume(shown, truth)


def _headings(options: Options, rng: random.Random) -> dict[str, str]:
    pool = words.UNUSUAL_HEADINGS if options.unusual_headings else words.HEADINGS
    return {section: rng.choice(titles) for section, titles in pool.items()}


def _with_level(skill: str, rng: random.Random) -> str:
    return f"{skill} ({rng.choice(words.LEVELS)})"


def _write_job(job: Job, writer: DateWriter, rng: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    dates = writer.span(job.start, job.end, rng)
    shown = {
        "title": job.title,
        "company": job.company,
        "location": job.location,
        "dates": dates.text,
        "start": dates.start_text,
        "end": dates.end_text,
        "bullets": list(job.bullets),
        "duration": _duration(job),
        "text": " ".join(job.bullets),
    }
    known = {"company": [job.company], "job_title": [job.title], "start_date": dates.start, "end_date": dates.end}
    return shown, known


def _duration(job: Job) -> str:
    years, months = divmod((job.end or NOW).count - job.start.count, 12)
    return " ".join(
        f"{count} {unit}{'s' if count > 1 else ''}" for count, unit in ((years, "year"), (months, "month")) if count
    )


def _write_degrees(
    person: Person, options: Options, writer: DateWriter, rng: random.Random
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    degree_writer = DegreeWriter.drawn(rng)
    style = options.study_dates if options.study_dates != "either" else rng.choice(("range", "end", "end"))
    written = []
    for degree in person.degrees:
        titles = degree_writer.write(degree.kind, degree.field, rng)
        dates, end = _study_dates(degree, style, writer, rng)
        shown = {
            "institution": degree.institution,
            "degree": titles[0],
            "dates": dates,
            "note": degree.grade,
            "location": degree.location,
        }
        written.append((shown, {"institution": [degree.institution], "degree": titles, "end_date": end}))
    return written


def _study_dates(degree: Degree, style: str, writer: DateWriter, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    end_text, end = writer.point(degree.end, rng)
    if degree.expected:
        return rng.choice(("Expected {}", "expected {}", "{} (expected)", "Anticipated {}")).format(end_text), end
    if style == "range":
        span = writer.span(degree.start, degree.end, rng)
        return span.text, span.end
    return end_text, end


def _group_by_employer(jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Neighbouring jobs at one employer as its positions."""
    groups: list[dict[str, Any]] = []
    for job in jobs:
        if not groups or groups[-1]["company"] != job["company"]:
            groups.append({"company": job["company"], "location": job["location"], "positions": []})
        groups[-1]["positions"].append(job)
    return groups
