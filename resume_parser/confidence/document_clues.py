"""What is known of the document as a whole: computed once, used for each of its values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resume_parser.confidence.clues import Clues, letters
from resume_parser.document import Document
from resume_parser.record import Field, ParsedResume

_DOUBTS = frozenset({"ocr_used", "unmapped_glyphs", "page_without_text", "page_unreadable", "truncated"})


@dataclass(frozen=True, slots=True)
class DocumentClues:
    document: Document
    shared: Clues
    """The same for all values of the document."""
    uses: Counter[int]
    """How many values of the record stand on a line."""
    values_on: Mapping[int, Sequence[Field[str]]]
    """The values whose evidence a line is, descriptions left out."""
    unread: frozenset[int] = frozenset()
    """Lines of what went nowhere."""


def read_document_clues(parsed: ParsedResume, document: Document) -> DocumentClues:
    values = _values(parsed)
    descriptions = [entry.description for entry in parsed.work_experience if entry.description is not None]
    values_on: dict[int, list[Field[str]]] = {}
    for found in values:
        for line in found.lines:
            values_on.setdefault(line, []).append(found)
    uses = Counter(line for found in (*values, *descriptions) for line in found.lines)
    total = sum(letters(line.text) for line in document.lines)
    covered = sum(letters(document.lines[line].text) for line in uses)
    shared = {
        "explained": covered / total if total else 0.0,
        "no jobs": float(not parsed.work_experience),
        "no education": float(not parsed.education),
        "doubtful text": float(any(finding.code in _DOUBTS for finding in document.findings)),
        "findings": float(bool(parsed.findings)),
    }
    unread = frozenset(line for one in parsed.unread for line in one.lines)
    return DocumentClues(document, shared, uses, values_on, unread)


def _values(parsed: ParsedResume) -> list[Field[str]]:
    entries = [
        value
        for entry in parsed.work_experience
        for value in (entry.company, entry.job_title, entry.start_date, entry.end_date, entry.location)
    ]
    studies = [
        value
        for entry in parsed.education
        for value in (entry.institution, entry.degree, entry.end_date, entry.location)
    ]
    contact = [parsed.full_name, parsed.email, parsed.phone_number, parsed.linkedin_url]
    skills = [skill.name for skill in parsed.skills]
    return [value for value in (*contact, *entries, *studies, *skills) if value is not None]
