"""Values of a record as a person reads them; the filters of the templates."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import phonenumbers

from models.candidate_models import WorkExperienceItem

STATUS_LABELS = {
    "pending": "Waiting",
    "processing": "Processing",
    "completed": "Completed",
    "needs_review": "Needs review",
    "failed": "Failed",
}
FINAL_STATUSES = frozenset({"completed", "needs_review", "failed"})

_STATUS_SENTENCES = {
    "pending": "It waits for its turn.",
    "processing": "It is being read right now.",
    "completed": "Read, checked and stored.",
    "needs_review": "A person should look at it before it becomes a candidate.",
    "failed": "It could not be read.",
}
_SOURCES = {"api": "REST API", "page": "Web page", "cli": "Command line", "sweep": "Watched folder"}
_MEDIA = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
    "application/vnd.oasis.opendocument.text": "OpenDocument (ODT)",
    "application/rtf": "Rich Text (RTF)",
    "application/vnd.apple.pages": "Pages",
    "text/html": "HTML",
    "text/plain": "Plain text",
    "image/jpeg": "Picture (JPEG)",
    "image/png": "Picture (PNG)",
    "image/tiff": "Picture (TIFF)",
    "image/heic": "Picture (HEIC)",
}
_EVIDENCE = {"email": "e-mail address", "phone": "phone number", "linkedin": "LinkedIn profile"}
_FINDINGS = {
    "hidden_text": "The document holds text that a reader cannot see. It was left out.",
    "ocr_used": "The document is a scan; its text was recognised from the image and may have errors.",
    "no_text": "The document has no text.",
    "page_without_text": "A page of the document has no text.",
    "page_unreadable": "A page of the document is damaged and could not be read.",
    "picture_too_large": "A page of the document is a picture too large to be read.",
    "text_layer_illegible": "A page's text cannot be read as it is stored; it was recognised from its picture and may have errors.",
    "truncated": "The document is very long; only its beginning was read.",
    "unmapped_glyphs": "Some characters of the document could not be told.",
}


def status_label(status: str) -> str:
    return STATUS_LABELS.get(status, status.replace("_", " ").capitalize())


def status_sentence(status: str, message: str | None) -> str:
    return message or _STATUS_SENTENCES.get(status, "")


def match_sentence(matched_by: str | None) -> str:
    """Why the resume belongs to its candidate."""
    if matched_by is None:
        return "New with this resume."
    return f"Already known, recognised by {_EVIDENCE.get(matched_by, matched_by)}."


def source_label(source: str) -> str:
    return _SOURCES.get(source, source)


def media_label(media_type: str | None) -> str:
    return _MEDIA.get(media_type or "", media_type or "Unknown")


def finding_text(finding: Mapping[str, Any]) -> str:
    """The finding's own sentence, else one for its code; never empty."""
    code = str(finding.get("code", ""))
    return str(finding.get("message") or _FINDINGS.get(code) or code.replace("_", " ").capitalize() or "Finding")


def file_size(byte_count: int | None) -> str:
    if byte_count is None:
        return ""
    if byte_count < 1024:
        return f"{byte_count} B"
    kilobytes = byte_count / 1024
    return f"{kilobytes:.0f} KB" if kilobytes < 1024 else f"{round(kilobytes / 1024, 1):g} MB"


def moment(value: datetime) -> str:
    value = value.astimezone(UTC)
    return f"{value.day} {value:%b %Y, %H:%M} UTC"


def partial_date(value: str) -> str:
    """`2021` as it is, `2021-02` as "Feb 2021", a day as "14 Feb 2021", `present` as "present"; else unchanged."""
    try:
        match value.count("-"):
            case 1:
                return f"{datetime.strptime(value, '%Y-%m').date():%b %Y}"  # noqa: DTZ007  # a month has no zone
            case 2:
                day = date.fromisoformat(value)
                return f"{day.day} {day:%b %Y}"
    except ValueError:
        return value
    return value


def period(entry: Any) -> str:
    """From when to when a position or education lasted; entries are records or models with `start_date`, `end_date`."""
    start, end = (_read(entry, name) for name in ("start_date", "end_date"))
    return " – ".join(partial_date(value) for value in (start, end) if value)


def current_position(entries: Sequence[WorkExperienceItem]) -> str | None:
    """Title and company of the ongoing position, or else of the first one."""
    entry = next((entry for entry in entries if entry.end_date == "present"), next(iter(entries), None))
    return ", ".join(part for part in (entry.job_title, entry.company) if part) if entry else None


def qualified_name(item: Mapping[str, Any], qualifier: str) -> str:
    """A language with its level, a certificate with its date."""
    value = item.get(qualifier)
    return f"{item.get('name', '')} ({partial_date(str(value))})" if value else str(item.get("name", ""))


def initials(full_name: str) -> str:
    words = [word for word in full_name.split() if word[0].isalpha()] or full_name.split()[:1] or ["?"]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in ends)


def phone(number: str) -> str:
    """An E.164 number in international spacing; anything else unchanged."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def is_web_link(url: str) -> bool:
    """Whether it may become a link: a resume can hold `javascript:` and worse."""
    return urlsplit(url).scheme in {"http", "https"}


def short_link(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def _read(entry: Any, name: str) -> str | None:
    return entry.get(name) if isinstance(entry, Mapping) else getattr(entry, name, None)
