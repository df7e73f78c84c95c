"""Sections that are lists: certificates and courses, publications, projects."""

import re
from collections.abc import Sequence

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import RowFacts
from resume_parser.entries.rows import read_rows
from resume_parser.fields.context import Context
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row
from resume_parser.values import url
from resume_parser.values.dates import find_dates

_EDGES = " \t,;:|–—-·•()"
_MAX_NAME = 200


def find_certificates(context: Context) -> list[dict[str, str | None]]:
    """`[{"name", "date"}]`; the date is when it was given, as precise as written."""
    found: list[dict[str, str | None]] = []
    for section in context.sections:
        if section.kind is SectionKind.CERTIFICATES:
            found.extend(_certificate(text) for text in _items(section.rows))
    return [item for item in found if item["name"]]


def _certificate(text: str) -> dict[str, str | None]:
    spans = find_dates(text)
    name = text
    for span in reversed(spans):
        name = f"{name[: span.begin].rstrip(_EDGES)} {name[span.stop :].lstrip(_EDGES)}"
    given = spans[0].start or spans[0].end if spans else None
    return {"name": re.sub(r"\s+", " ", name).strip(_EDGES)[:_MAX_NAME] or None, "date": str(given) if given else None}


def find_publications(context: Context) -> list[str]:
    """Each publication as written, lines joined."""
    return [
        text
        for section in context.sections
        if section.kind is SectionKind.PUBLICATIONS
        for text in _items(section.rows)
    ]


def find_projects(context: Context) -> list[dict[str, str | None]]:
    """`[{"name", "description", "url"}]`."""
    projects: list[dict[str, str | None]] = []
    for section in context.sections:
        if section.kind is not SectionKind.PROJECTS:
            continue
        header: RowFacts | None = None
        body: list[str] = []
        for fact in read_rows(section.rows, day_first=False):
            if not fact.body and (header is None or body):
                projects.extend(_project(header, body))
                header, body = fact, []
            else:
                body.append(fact.text)
        projects.extend(_project(header, body))
    return projects


def _project(header: RowFacts | None, body: Sequence[str]) -> list[dict[str, str | None]]:
    if header is None:
        return [{"name": text[:_MAX_NAME], "description": None, "url": None} for text in body]
    addresses = [
        *url.find_urls(header.text),
        *header.row.line.links,
        *(link for text in body for link in url.find_urls(text)),
    ]
    name = header.rest.partition("\t")[0].strip(_EDGES)[:_MAX_NAME]
    return (
        [{"name": name, "description": " ".join(body) or None, "url": addresses[0] if addresses else None}]
        if name
        else []
    )


def _items(rows: Sequence[Row]) -> list[str]:
    """Bullets or lines as items; a line that goes on in lower case or after a comma belongs to the one above."""
    items: list[str] = []
    marked = any(BULLET.match(row.text) for row in rows)
    for row in rows:
        text = row.text.strip()
        if not any(character.isalnum() for character in text):
            continue
        own = BULLET.match(text) or (not marked and not text[:1].islower() and not (items and items[-1].endswith(",")))
        text = BULLET.sub("", text)
        if own or not items:
            items.append(text)
        else:
            items[-1] = f"{items[-1]} {text}"
    return items
