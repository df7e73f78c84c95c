"""An invented nurse's resume, to be damaged in the ways that lose entries."""

from dataclasses import replace
from datetime import date
from typing import Any

from resume_parser import Document, Line, ParsedResume, parse
from resume_parser.accounting import account_for
from resume_parser.entries.scoring import score_by_cues_and_model
from resume_parser.fields.context import Context
from resume_parser.parse import parse_raw
from resume_parser.sections import split_sections

TODAY = date(2026, 11, 1)

NURSE = """Rosalind Achterberg
rosalind.achterberg@example.com
+1 503 555 0142

Experience
Staff Nurse, Larkspur General Hospital
March 2018 - Present
Looks after twelve patients on a surgical ward.
Care Assistant, Fernhill Nursing Home Ltd
June 2014 - February 2018
Washing, dressing and feeding of residents.

Education
Bachelor of Science in Nursing, Tilbrook University
2014

Skills
Wound care, Triage, Phlebotomy
"""


def read(text: str) -> ParsedResume:
    return parse(document_of(text), TODAY)


def document_of(text: str) -> Document:
    return Document(tuple(Line(line) for line in text.splitlines()), "text/plain")


def read_without(text: str, **lost: Any) -> ParsedResume:
    """The record of the text with other values in place of its own, and accounted for anew."""
    document = document_of(text)
    context = Context(document, split_sections(document), score_by_cues_and_model)
    return account_for(context, replace(parse_raw(document, TODAY), **lost))


def kinds(parsed: ParsedResume) -> set[str]:
    return {one.kind for one in parsed.unread}


def lines_of(parsed: ParsedResume, text: str) -> set[str]:
    """The text of what was reported."""
    written = text.splitlines()
    return {written[line] for one in parsed.unread for line in one.lines}
