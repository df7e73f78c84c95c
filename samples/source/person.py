"""The invented people behind the samples, and the records a perfect parser would give for them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PEOPLE = Path(__file__).parent / "people"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Person:
    """One sample's person: `data` as in its TOML file, with a `dates` text added to each entry."""

    name: str
    """The sample's file name without suffix."""
    template: str
    data: dict[str, Any]

    @property
    def record(self) -> dict[str, Any]:
        jobs = ("company", "job_title", "start_date", "end_date")
        degrees = ("institution", "degree", "end_date")
        return {
            **{key: self.data[key] for key in ("full_name", "email", "phone_number", "linkedin_url")},
            "education": [{key: entry[key] for key in degrees} for entry in self.data["education"]],
            "work_experience": [{key: entry[key] for key in jobs} for entry in self.data["work_experience"]],
            "skills": self.data["skills"],
        }


def load_people() -> list[Person]:
    return [_load(path) for path in sorted(PEOPLE.glob("*.toml"))]


def _load(path: Path) -> Person:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    template = data.pop("template")
    data.setdefault("linkedin_url", None)
    data.setdefault("summary", "")
    data.setdefault("sections", [])
    for job in data["work_experience"]:
        job["dates"] = f"{_shown(job['start_date'])} – {_shown(job['end_date'])}"
    for degree in data["education"]:
        degree["dates"] = _shown(degree["end_date"])
    return Person(path.stem, template, data)


def _shown(date: str) -> str:
    """`2019-03` as a reader sees it: `Mar 2019`."""
    if date == "present":
        return "Present"
    year, _, month = date.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
