"""Templates written in HTML and CSS and printed by a browser."""

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.accuracy import browser
from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.templates.spec import Template
from benchmarks.accuracy.writing.options import Options

FOLDER = Path(__file__).parent / "html"


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)


def render(name: str, resume: dict[str, Any]) -> bytes:
    page = _environment().get_template(f"{name}.html").render(r=resume, say=resume["headings"])
    return browser.print_pdf(f"<!doctype html><meta charset='utf-8'>{page}")


def _template(name: str, split: Split, options: Options | None = None) -> Template:
    return Template(f"html_{name}", split, ".pdf", partial(render, name), options or Options(), needs_browser=True)


TEMPLATES = (
    _template("grid_cards", "held_out", Options(unusual_headings=True, linkedin="link")),
    _template("flex_rows", "tune", Options(two_phones=True, study_dates="range")),
    _template("float_sidebar", "tune", Options(dates=("mon_year", "season", "curly_apostrophe"))),
    _template("ruled_table", "held_out", Options(dates=("slash", "year", "iso_month"), skill_levels=True)),
    _template("profile_page", "tune", Options(dates=("month_year", "mon_year"))),
    _template("late_name", "held_out", Options(dates=("upper_mon_year", "slash", "year"))),
    _template("functional", "tune", Options(hides_email=True, dates=("year", "mon_year"))),
    _template("label_grid", "held_out", Options(dates=("mon_dot_year", "day_month", "year"))),
)
