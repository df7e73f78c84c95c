"""The batch's records as one table: a row a record, the columns that the rules speak of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

FUTURE_YEARS = 8
"""An expected graduation may lie this far ahead."""
PAST_YEARS = 75

PARSER_CODES = ("not_a_resume", "several_people", "email_not_told", "phone_not_told")
"""Findings of the parser that rules speak of: a column each, with how many there are."""

Record = Mapping[str, Any]


def records_table(records: Sequence[Record], today: date) -> pd.DataFrame:
    """Rows in the order of the records, numbered from 0."""
    return pd.DataFrame([_row(record, today) for record in records])


def _row(record: Record, today: date) -> dict[str, Any]:
    jobs = record.get("work_experience") or []
    education = record.get("education") or []
    skills = record.get("skills") or []
    unread = [report["kind"] for report in record.get("unread") or ()]
    years = [int(written[:4]) for written in _dates([*jobs, *education])]
    return {
        "full_name": record.get("full_name"),
        "email": record.get("email"),
        # A number that was not found at all is no badly written one.
        "phone_e164": (record.get("phone_e164") or "unknown") if record.get("phone_number") else None,
        "linkedin_url": record.get("linkedin_url"),
        "jobs": len(jobs),
        "entries": len(jobs) + len(education) + len(skills),
        "reversed_periods": sum(map(_is_reversed, [*jobs, *education])),
        "strange_dates": sum(not today.year - PAST_YEARS <= year <= today.year + FUTURE_YEARS for year in years),
        "identity_confidence": _identity_confidence(record),
        **{code: _count(record, code) for code in PARSER_CODES},
        "lost": int(_is_lost(jobs, [*jobs, *education, *skills], unread)),
        "unread_jobs": unread.count("job"),
        "unread_degrees": unread.count("degree"),
        "unread_parts": sum(kind not in {"job", "degree"} for kind in unread),
        "explained": record.get("explained"),
    }


def _count(record: Record, code: str) -> int:
    return sum(finding.get("code") == code for finding in record.get("findings") or ())


def _is_lost(jobs: Sequence[Any], entries: Sequence[Any], unread: Sequence[str]) -> bool:
    """Whether positions were seen and none was read, or something was seen and nothing was read."""
    return (not jobs and not {"job", "period"}.isdisjoint(unread)) or (not entries and bool(unread))


def _dates(entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for entry in entries:
        for key in ("start_date", "end_date"):
            written = entry.get(key)
            if written and written[:4].isdigit():
                yield written


def _is_reversed(entry: Mapping[str, Any]) -> bool:
    start, end = entry.get("start_date"), entry.get("end_date")
    if not start or not end or end == "present":
        return False
    shared = min(len(start), len(end))  # compared no finer than both are written
    return bool(end[:shared] < start[:shared])


def _identity_confidence(record: Record) -> float | None:
    confidence = record.get("confidence") or {}
    known = [confidence[key] for key in ("full_name", "email") if confidence.get(key) is not None]
    return min(known) if known else None
