"""An invented nurse's resume, to be damaged in the ways that lose entries."""

from datetime import date

from resume_parser import Document, Line, ParsedResume, parse

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
    return parse(Document(tuple(Line(line) for line in text.splitlines()), "text/plain"), date(2026, 11, 1))


def kinds(parsed: ParsedResume) -> set[str]:
    return {one.kind for one in parsed.unread}


def lines_of(parsed: ParsedResume, text: str) -> set[str]:
    """The text of what was reported."""
    written = text.splitlines()
    return {written[line] for one in parsed.unread for line in one.lines}
