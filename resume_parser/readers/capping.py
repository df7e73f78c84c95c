"""The end of what is read of a long document, and the finding that says so."""

from collections.abc import Sequence

from resume_parser.document import Finding, Line
from resume_parser.limits import Limits


def within_limits(lines: Sequence[Line], limits: Limits) -> tuple[Sequence[Line], list[Finding]]:
    """The lines up to the limit of lines or words, and what was left out."""
    kept = min(len(lines), limits.lines)
    words = 0
    for number, line in enumerate(lines[:kept]):
        words += len(line.text.split())
        if words > limits.words:
            kept = number
            break
    if kept == len(lines):
        return lines, []
    return lines[:kept], [Finding("truncated", f"{kept} of {len(lines)} lines")]
