"""Templates set by Typst."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import typst

from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.templates.spec import Template
from benchmarks.accuracy.writing.options import Options

FOLDER = Path(__file__).parent / "typst"
DAYS = ("iso_day", "day_month", "us_day")


def render(name: str, resume: dict[str, Any]) -> bytes:
    return typst.compile(str(FOLDER / f"{name}.typ"), sys_inputs={"resume": json.dumps(resume)})


def _template(name: str, split: Split, options: Options | None = None) -> Template:
    return Template(f"typst_{name}", split, ".pdf", partial(render, name), options or Options())


TEMPLATES = (
    _template("classic_right_dates", "tune", Options(credentials=True)),
    _template("label_column", "tune", Options(dates=("month_year", "season", "mon_comma_year"), two_phones=True)),
    _template("sidebar_left", "held_out", Options(dates=("mon_year", "slash", "apostrophe"))),
    _template("sidebar_right", "tune", Options(unusual_headings=True)),
    _template("timeline", "held_out", Options(linkedin="link", dates=("mon_year", "year", "dot"))),
    _template("academic", "held_out", Options(dates=("year", "month_year"), two_phones=True)),
    _template("boxed_company", "held_out", Options(skill_levels=True)),
    _template("newspaper", "tune", Options(dates=("year", "short_slash", "mon_dot_year"))),
    _template("europass", "tune", Options(dates=("slash", *DAYS), two_phones=True)),
    _template("inline_entries", "held_out", Options(hides_email=True, dates=("iso_month", "mon_year", "season"))),
)
