"""The end of what is read of a long document, and the finding that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume_parser.document import Finding, Line
from resume_parser.limits import Limits

LONGEST_LINE = 2_000
"""Characters; a paragraph has hardly more, and the parser's time grows with a line's length squared."""


def within_limits(lines: Sequence[Line], limits: Limits, *, of: int = 0) -> tuple[tuple[Line, ...], list[Finding]]:
    """The lines up to the limit of lines or words, the longest broken up; and the finding that tells what was left out.

    `of` is how many lines there were, where some have been left out already.
    """
    broken = [piece for line in lines for piece in _broken_up(line)]
    total = max(of, len(broken))
    kept = min(len(broken), limits.lines)
    words = 0
    for number, line in enumerate(broken[:kept]):
        words += line.text.count(" ") + 1
        if words > limits.words:
            kept = number
            break
    cut = [Finding("truncated", f"{kept} of {total} lines")] if kept < total else []
    return tuple(broken[:kept]), cut


def _broken_up(line: Line) -> Iterator[Line]:
    """At blanks, or where there are none anywhere."""
    if len(line.text) <= LONGEST_LINE:
        yield line
        return
    start, text = 0, line.text
    while len(text) - start > LONGEST_LINE:
        blank = text.rfind(" ", start + 1, start + LONGEST_LINE)
        end = blank if blank > 0 else start + LONGEST_LINE
        yield replace(line, text=text[start:end].strip(), runs=(), links=line.links if start == 0 else ())
        start = end
    yield replace(line, text=text[start:].strip(), runs=(), links=())
