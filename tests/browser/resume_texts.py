"""Resumes of invented people as plain text, for uploads."""

from pathlib import Path

TEXT = """{name}
{email} | +44 20 7946 0{number:03d} | linkedin.com/in/{slug}

EXPERIENCE
{title}, Northwind Grid Ltd
March 2019 - Present
Kept the network of forty sites running.

Assistant, Halvorsen and Reid
2015 - 2018

EDUCATION
Bachelor of Science, Physics, University of Westmarch
2012 - 2015

SKILLS
{skills}
"""
PEOPLE = {
    "Mara Lindqvist": ("Network Engineer", "Python, PostgreSQL, Linux"),
    "Tobias Okafor": ("Logistics Manager", "Excel, Negotiation, Forecasting"),
    "Ines Carvalho": ("Project Architect", "AutoCAD, Revit, Surveying"),
}


def write_resume(folder: Path, name: str) -> Path:
    """A text resume of one of PEOPLE, as `<slug>.txt` in the folder."""
    title, skills = PEOPLE[name]
    slug = name.lower().replace(" ", "-")
    number = 100 + list(PEOPLE).index(name)
    path = folder / f"{slug}.txt"
    path.write_text(
        TEXT.format(name=name, email=f"{slug}@example.com", slug=slug, title=title, skills=skills, number=number)
    )
    return path


def write_resumes(folder: Path) -> list[Path]:
    return [write_resume(folder, name) for name in PEOPLE]
