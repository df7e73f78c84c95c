"""The summary is whole to its last word."""

from datetime import date
from typing import Any

import pytest

from resume_parser import Document, Line, parse

JOBS = ("Experience", "Clerk, Acme Ltd, 2015 - 2019")


def summary(*lines: Line | str) -> Any:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in (*lines, *JOBS))
    return parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()["summary"]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            ["Baker with nine years at the oven. I like long doughs, clean benches and", "early mornings."],
            "Baker with nine years at the oven. I like long doughs, clean benches and early mornings.",
        ),
        (
            ["Baker with nine years at the oven, who likes clean benches and mornings.", "Fluent in Dutch."],
            "Baker with nine years at the oven, who likes clean benches and mornings. Fluent in Dutch.",
        ),
        (
            ["Baker who has worked with sour doughs in many well-", "known shops of the north."],
            "Baker who has worked with sour doughs in many well-known shops of the north.",
        ),
        (
            ["Baker with nine years at the oven, who likes clean benches and mornings.", "Leeds, UK"],
            "Baker with nine years at the oven, who likes clean benches and mornings.",
        ),
    ],
)
def test_summary_without_a_heading(rows: list[str], text: str) -> None:
    assert summary("Jane Doe", "jane@example.com", *rows) == text


def test_summary_below_its_heading() -> None:
    rows = ["Baker with nine years at the oven. I like long doughs, clean benches and", "mornings."]

    assert summary("Jane Doe", "jane@example.com", "Summary", *rows) == " ".join(rows)
