"""What `parse` makes of a few lines below one heading."""

from collections.abc import Sequence
from datetime import date

from resume_parser import Document, Line, parse

Lines = Line | str


def jobs(*lines: Lines) -> list[tuple[str | None, ...]]:
    """Title, company, location, start and end of each position."""
    return entries_of("Experience", lines, "work_experience", "job_title company location start_date end_date")


def posts(*lines: Lines) -> list[tuple[str | None, ...]]:
    """Title and company of each position."""
    return [job[:2] for job in jobs(*lines)]


def studies(*lines: Lines) -> list[tuple[str | None, ...]]:
    """Degree, institution and end of each entry."""
    return entries_of("Education", lines, "education", "degree institution end_date")


def entries_of(heading: str, lines: Sequence[Lines], key: str, fields: str) -> list[tuple[str | None, ...]]:
    """The fields, named with spaces between them, of each entry under the record's key."""
    made = tuple(line if isinstance(line, Line) else Line(line) for line in (heading, *lines))
    record = parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()
    return [tuple(entry[field] for field in fields.split()) for entry in record[key]]
