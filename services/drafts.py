"""From the parser's values to what is stored: `extracted_data` and the findings beside it."""

from collections.abc import Iterable
from statistics import fmean
from typing import Any

from resume_parser import Document, Education, Field, ParsedResume, WorkExperience

FINDING_MESSAGES = {
    "hidden_text": "The document holds text that no reader sees; it was left out.",
    "ocr_used": "The text was recognised from an image and may have errors.",
    "no_text": "The document has no text.",
    "page_without_text": "A page has no text.",
    "page_unreadable": "A page is damaged and could not be read.",
    "picture_too_large": "A page is a picture too large to be read.",
    "truncated": "The document is longer than what is read; the rest was left out.",
    "unmapped_glyphs": "Some characters of the document could not be told.",
}


def draft_record(parsed: ParsedResume) -> dict[str, Any]:
    """The record with `confidence` (0 to 1, by field) beside it."""
    return {**parsed.to_record(), "confidence": _confidence(parsed)}


def reader_findings(document: Document) -> list[dict[str, Any]]:
    """What reading the document brought up, in the shape of the quality findings."""
    return [
        {
            "code": finding.code,
            "severity": "warn",
            "field": None,
            "message": FINDING_MESSAGES.get(finding.code, finding.code),
            "detail": finding.detail,
        }
        for finding in document.findings
    ]


def _confidence(parsed: ParsedResume) -> dict[str, float | None]:
    return {
        "full_name": _of(parsed.full_name),
        "email": _of(parsed.email),
        "phone_number": _of(parsed.phone_number),
        "linkedin_url": _of(parsed.linkedin_url),
        "education": _mean(map(_parts_of_education, parsed.education)),
        "work_experience": _mean(map(_parts_of_work, parsed.work_experience)),
        "skills": _mean([skill.name] for skill in parsed.skills),
    }


def _parts_of_education(entry: Education) -> list[Field[str] | None]:
    return [entry.institution, entry.degree, entry.end_date]


def _parts_of_work(entry: WorkExperience) -> list[Field[str] | None]:
    return [entry.company, entry.job_title, entry.start_date, entry.end_date]


def _of(found: Field[str] | None) -> float | None:
    return None if found is None else round(found.confidence, 3)


def _mean(entries: Iterable[list[Field[str] | None]]) -> float | None:
    known = [found.confidence for entry in entries for found in entry if found is not None]
    return round(fmean(known), 3) if known else None
