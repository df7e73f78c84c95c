"""Why the record says what it says: confidence and evidence of every value, and the sections found."""

from dataclasses import fields, is_dataclass
from typing import Any

from resume_parser.document import Document
from resume_parser.record import Field, ParsedResume
from resume_parser.sections import split_sections

_APART = frozenset({"extras", "findings", "unread", "explained"})
"""Of the parsed resume: as they are in the record."""


def explain(document: Document, parsed: ParsedResume) -> dict[str, Any]:
    """`fields` in the shape of the record with confidence and evidence lines, `sections`, the document's `findings`, and what went `unread`."""
    return {
        "fields": {name: _explain(getattr(parsed, name), document) for name in _names(parsed) if name not in _APART},
        "sections": [
            {
                "kind": str(section.kind),
                "heading": section.title or None,
                "confidence": section.confidence,
                "lines": [row.index for row in section.rows],
            }
            for section in split_sections(document)
        ],
        "findings": [{"code": finding.code, "detail": finding.detail} for finding in document.findings],
        "explained": parsed.explained,
        "unread": [
            {
                "kind": one.kind,
                "lines": list(one.lines),
                "text": [document.lines[index].text for index in one.lines],
            }
            for one in parsed.unread
        ],
    }


def _names(value: Any) -> list[str]:
    return [item.name for item in fields(value)]


def _explain(value: Any, document: Document) -> Any:
    if isinstance(value, Field):
        return {
            "value": value.value,
            "confidence": round(value.confidence, 3),
            "lines": list(value.lines),
            "text": [document.lines[index].text for index in value.lines],
        }
    if isinstance(value, tuple):
        return [_explain(item, document) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _explain(getattr(value, name), document) for name in _names(value)}
    return value
