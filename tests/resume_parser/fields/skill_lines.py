"""Skills of a document made of a few lines."""

from datetime import date

from resume_parser import Document, Line, parse
from resume_parser.document import Run


def skills(*lines: Line | str) -> list[str]:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in ("Jane Doe", *lines))
    found = parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()["skills"]
    assert isinstance(found, list)
    return found


def led_by_bold(name: str, rest: str) -> Line:
    end = len(name)
    return Line(name + rest, runs=(Run(0, end, True, False, 1.0), Run(end, end + len(rest), False, False, 1.0)))


HEADING = Line("SKILLS", bold=True, size=1.2)
