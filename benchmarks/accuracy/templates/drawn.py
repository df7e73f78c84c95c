"""Templates drawn straight onto the page: what differs is where things stand and in which order they are painted."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.templates.drawn_parts import (
    add_contact,
    add_degrees,
    add_head,
    add_jobs,
    add_name,
    add_section,
    add_skills_by_group,
    contact_texts,
    single_words,
    with_few_bullets,
    with_ligatures,
    with_soft_hyphens,
)
from benchmarks.accuracy.templates.sheet import GREY, HEIGHT, WHITE, WIDTH, Column, Placed, paint
from benchmarks.accuracy.templates.spec import Template
from benchmarks.accuracy.writing.options import Options

NAVY = (0.13, 0.2, 0.33)
HIDDEN = "Python Java Kubernetes Six Sigma Project Management Machine Learning"


def sidebar_painted_last(r: dict[str, Any]) -> bytes:
    """The sidebar stands left, but comes after the main column in the file."""
    side, main = Column(28, 140, 70, 8.4, WHITE), Column(200, 365)
    add_contact(side, r)
    add_head(side, r["headings"]["skills"])
    side.bullets(r["skills"], r["bullet"])
    for section in r["sections"][:1]:
        add_section(side, section)
    add_name(main, r)
    add_jobs(main, r, lambda job: main.line(f"{job['company']}, {job['location']} | {job['dates']}"))
    add_degrees(main, r)
    for section in r["sections"][1:]:
        add_section(main, section)
    return paint([Placed(0, 0, 0, box=(184, HEIGHT), colour=NAVY), *main.placed, *side.placed])


def spaced_headings(r: dict[str, Any]) -> bytes:
    """Name and headings painted letter by letter with wide gaps."""
    page = Column(64, 467, size=9.8)
    page.line(r["name_shown"].upper(), size=19, tracking=3.2)
    page.line("  ·  ".join(contact_texts(r)), size=8.6)

    def head(title: str) -> None:
        page.gap(10)
        page.line(title.upper(), bold=True, tracking=4.0)
        page.gap(3)

    head(r["headings"]["summary"])
    page.line(r["summary"])
    head(r["headings"]["work"])
    for job in r["jobs"]:
        page.split_line(f"{job['title']}, {job['company']}", job["dates"], bold=True)
        page.line(job["location"])
        page.bullets(job["bullets"], r["bullet"])
        page.gap(6)
    head(r["headings"]["education"])
    for degree in r["degrees"]:
        page.split_line(f"{degree['degree']}", degree["dates"])
        page.line(", ".join(filter(None, (degree["institution"], degree["note"]))))
    head(r["headings"]["skills"])
    page.line(", ".join(r["skills"]))
    for section in r["sections"]:
        head(section["title"])
        page.bullets(section["items"], r["bullet"])
    return paint(page.placed)


def name_painted_late(r: dict[str, Any]) -> bytes:
    """The head of the page is the last thing in the file; contact lines end at the right margin."""
    page = Column(56, 483, y=150)
    add_jobs(page, r, lambda job: page.split_line(f"{job['company']} – {job['location']}", job["dates"]))
    add_degrees(page, r)
    add_skills_by_group(page, r)
    for section in r["sections"]:
        add_section(page, section)
    head = [Placed(0, 56, 70, r["name_shown"], 24, bold=True), Placed(0, 56, 92, r["headline"], 11, colour=GREY)]
    contact = [Placed(0, 0, 60 + 13 * row, text, 9) for row, text in enumerate(contact_texts(r))]
    return paint([*page.placed, *(replace(one, x=WIDTH - 56 - one.width) for one in contact), *head])


def dates_in_second_pass(r: dict[str, Any]) -> bytes:
    """All dates are painted after all other text, in a right-aligned column of their own."""
    page, dates = Column(56, 360), []

    def dated(text: str) -> None:
        last = page.placed[-1]
        date = replace(last, text=text, bold=False, colour=GREY)
        dates.append(replace(date, x=WIDTH - 50 - date.width))

    add_name(page, r)
    page.line(" | ".join(contact_texts(r)), size=8.6)
    add_head(page, r["headings"]["education"])
    for degree in r["degrees"]:
        page.line(degree["institution"], bold=True)
        dated(degree["dates"])
        page.line(degree["degree"])
    add_head(page, r["headings"]["work"])
    for job in r["jobs"]:
        page.line(job["company"], bold=True)
        dated(job["dates"])
        page.line(job["title"])
        page.bullets(job["bullets"], r["bullet"])
        page.gap(5)
    add_skills_by_group(page, r)
    for section in r["sections"]:
        add_section(page, section)
    return paint([*page.placed, *dates])


def icons_and_ligatures(r: dict[str, Any]) -> bytes:
    """Private-use icons, joined letters, soft hyphens and hard spaces, as office programs leave them."""
    page = Column(60, 475)
    add_name(page, r)
    for icon, text in zip("\uf095\uf0e0\uf3c5\uf08c\uf0ac", contact_texts(r), strict=False):
        page.line(f"{icon}\u00a0{text}", size=9)
    add_head(page, f"\uf0b1 {r['headings']['work']}")
    for job in r["jobs"]:
        page.line(f"{with_ligatures(job['company'])}\u00a0· {with_ligatures(job['title'])}", bold=True)
        page.line(f"({job['dates']})")
        page.bullets((with_ligatures(with_soft_hyphens(line)) for line in job["bullets"]), "\uf0a7")
        page.gap(5)
    add_head(page, f"\uf19d {r['headings']['education']}")
    for degree in r["degrees"]:
        page.line(f"{with_ligatures(degree['institution'])} ({degree['dates']})", bold=True)
        page.line(with_ligatures(degree["degree"]))
    add_head(page, f"\uf0ad {r['headings']['skills']}")
    page.line(" \uf111 ".join(with_ligatures(skill) for skill in r["skills"]))
    for section in r["sections"]:
        add_section(page, section)
    return paint(page.placed)


def three_columns_below(r: dict[str, Any]) -> bytes:
    """Work over the whole width, then education, skills and the rest side by side in three narrow columns."""
    page = Column(50, 495)
    add_name(page, r)
    page.line("   ".join(contact_texts(r)), size=8.4)
    add_jobs(page, with_few_bullets(r), lambda job: page.split_line(job["company"], job["dates"]))
    if page.y > HEIGHT - 330:
        page.page, page.y = page.page + 1, 60.0
    columns = [Column(50 + 172 * place, 150, page.y + 12, 8.8, page=page.page) for place in range(3)]
    add_degrees(columns[0], r)
    add_head(columns[1], r["headings"]["skills"])
    for skill in r["skills"]:
        columns[1].line(skill)
    for section in r["sections"]:
        add_section(columns[2], section)
    return paint([*page.placed, *(one for column in columns for one in column.placed)])


def scrambled_words(r: dict[str, Any]) -> bytes:
    """Each word is painted by itself, and the words of the page in no order at all."""
    page = Column(70, 455)
    add_name(page, r)
    for text in contact_texts(r):
        page.line(text)
    add_skills_by_group(page, r)
    add_head(page, r["headings"]["work"])
    for job in r["jobs"]:
        page.line(job["dates"])
        page.line(f"{job['title']} – {job['company']}", bold=True)
        page.line(job["text"])
        page.gap(6)
    add_degrees(page, r)
    for section in r["sections"]:
        add_section(page, section)
    words = [word for one in page.placed for word in single_words(one)]
    random.Random(r["seed"]).shuffle(words)
    return paint(words)


def hidden_words(r: dict[str, Any]) -> bytes:
    """Keywords in white, in tiny print and off the page, for machines only; they belong to no skill list."""
    page = Column(60, 475)
    add_name(page, r)
    add_contact(page, r)
    add_head(page, r["headings"]["skills"])
    page.line("; ".join(r["skills"]))
    white = Placed(page.page, 60, page.y, HIDDEN, 9.5, colour=WHITE)
    tiny = Placed(page.page, 60, page.y + 5, HIDDEN, 0.6)
    outside = Placed(page.page, 60, HEIGHT + 60, HIDDEN)
    page.gap(12)
    add_jobs(page, r, lambda job: page.line(f"{job['dates']}, {job['company']}"))
    add_degrees(page, r)
    for section in r["sections"]:
        add_section(page, section)
    return paint([*page.placed, white, tiny, outside])


def _template(render: Callable[[dict[str, Any]], bytes], split: Split, options: Options) -> Template:
    return Template(f"drawn_{render.__name__}", split, ".pdf", render, options)


TEMPLATES = (
    _template(sidebar_painted_last, "tune", Options(two_phones=True)),
    _template(spaced_headings, "held_out", Options(linkedin="text")),
    _template(name_painted_late, "held_out", Options(linkedin="text", unusual_headings=True)),
    _template(dates_in_second_pass, "tune", Options(linkedin="text", dates=("apostrophe", "mon_year", "month_year"))),
    _template(icons_and_ligatures, "tune", Options(linkedin="text", dates=("dot", "mon_dot_year", "slash"))),
    _template(three_columns_below, "held_out", Options(linkedin="text", max_jobs=4)),
    _template(scrambled_words, "held_out", Options(linkedin="text", dates=("slash", "year", "us_day"))),
    _template(hidden_words, "tune", Options(skill_levels=True, dates=("season", "month_year", "short_slash"))),
)
