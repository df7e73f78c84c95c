"""The parts that drawn templates share."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.templates.sheet import Column, Placed

LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ"}


def with_few_bullets(r: dict[str, Any]) -> dict[str, Any]:
    return {**r, "jobs": [{**job, "bullets": job["bullets"][:2]} for job in r["jobs"]]}


def add_name(column: Column, r: dict[str, Any]) -> None:
    column.line(r["name_shown"], bold=True, size=22)
    column.line(r["headline"], size=12)
    column.gap(6)


def add_head(column: Column, title: str) -> None:
    column.gap(11)
    column.line(title, bold=True, size=column.size + 2.5)
    column.gap(3)


def contact_texts(r: dict[str, Any]) -> list[str]:
    profile = r["linkedin"] and r["linkedin"]["text"]
    return [text for text in (r["phone"], r["email_text"], r["location"], profile, r["second_phone"]) if text]


def add_contact(column: Column, r: dict[str, Any]) -> None:
    add_head(column, r["headings"]["contact"])
    for text in contact_texts(r):
        column.line(text)
    if r["linkedin"] and not r["linkedin"]["text"]:
        column.line("LinkedIn", link=r["linkedin"]["url"])


def add_jobs(column: Column, r: dict[str, Any], place_employer: Callable[[dict[str, Any]], None]) -> None:
    add_head(column, r["headings"]["work"])
    for job in r["jobs"]:
        column.line(job["title"], bold=True)
        place_employer(job)
        column.bullets(job["bullets"], r["bullet"])
        column.gap(6)


def add_degrees(column: Column, r: dict[str, Any]) -> None:
    add_head(column, r["headings"]["education"])
    for degree in r["degrees"]:
        column.line(degree["degree"], bold=True)
        column.line(degree["institution"])
        column.line(", ".join(filter(None, (degree["dates"], degree["note"]))))
        column.gap(4)


def add_skills_by_group(column: Column, r: dict[str, Any]) -> None:
    add_head(column, r["headings"]["skills"])
    for group in r["skill_groups"]:
        column.line(f"{group['label']}: {', '.join(group['items'])}")


def add_section(column: Column, section: dict[str, Any]) -> None:
    add_head(column, section["title"])
    for item in section["items"]:
        column.line(item)


def with_ligatures(text: str) -> str:
    for letters, ligature in LIGATURES.items():
        text = text.replace(letters, ligature)
    return text


def with_soft_hyphens(text: str) -> str:
    """Soft hyphens in the middle of long words."""
    return " ".join(f"{word[:5]}\u00ad{word[5:]}" if len(word) > 9 else word for word in text.split(" "))


def single_words(one: Placed) -> list[Placed]:
    words, before = [], ""
    for word in one.text.split(" "):
        words.append(replace(one, text=word, x=one.x + replace(one, text=before).width))
        before += f"{word} "
    return words
