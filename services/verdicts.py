"""Why a resume fails or needs a person: a stable code and a sentence for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reading.errors import NeedsRecognition, ReaderCrashed, TookTooLong, TooMuchMemory

COMPLETED = "completed"
NEEDS_REVIEW = "needs_review"
FAILED = "failed"
SET_ASIDE = "set_aside"
"""Of an outcome only: the resume is pending again, for a run of its own."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A final status, or that there will be one later; but for the resume it is about."""

    status: str
    reason: str | None = None
    message: str | None = None


FILE_MISSING = Verdict(FAILED, "file_missing", "The stored file is gone.")
HASH_MISMATCH = Verdict(FAILED, "hash_mismatch", "The stored file is not the one that was uploaded.")
INTERNAL_ERROR = Verdict(
    FAILED, "internal_error", "The resume could not be processed because of an error in the system."
)
TOO_MANY_ATTEMPTS = Verdict(FAILED, "too_many_attempts", "The resume was tried several times and never finished.")
TOOK_TOO_LONG = Verdict(FAILED, TookTooLong.code, TookTooLong.default_message)
TOO_MUCH_MEMORY = Verdict(FAILED, TooMuchMemory.code, TooMuchMemory.default_message)
READER_CRASHED = Verdict(FAILED, ReaderCrashed.code, ReaderCrashed.default_message)
TAKES_LONG = Verdict(
    SET_ASIDE, TookTooLong.code, "Reading the document takes longer than most; it is read in a run of its own."
)
IS_LONG = Verdict(SET_ASIDE, "many_lines", "The document is very long; it is processed in a run of its own.")
IS_A_SCAN = Verdict(
    SET_ASIDE, NeedsRecognition.code, "The document is a scan, which takes longer to read; it has a run of its own."
)
MISSING_NAME = Verdict(NEEDS_REVIEW, "missing_name", "No name was found.")
MISSING_EMAIL = Verdict(NEEDS_REVIEW, "missing_email", "No e-mail address was found.")
NO_TEXT = Verdict(NEEDS_REVIEW, "no_text", "The document has no text that could be read; it may be a scan.")


def poison(cause: str | None) -> Verdict:
    """Of a resume whose process died twice; `cause` is a sentence on the end of the second one."""
    told = "The process that worked on the resume died twice, the second time with nothing else in hand."
    return Verdict(FAILED, "poison", f"{told} {cause}" if cause else told)


_OF_THE_DOCUMENT = frozenset({"not_a_resume", "several_people"})
"""Findings that say more than that a value is missing, and so come first."""


def judge(raw_text: str, record: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> Verdict:
    """Whether the record can stand by itself, or a person has to look at it, and why."""
    if not raw_text.strip():
        return NO_TEXT
    for finding in findings:
        if finding["code"] in _OF_THE_DOCUMENT:
            return Verdict(NEEDS_REVIEW, finding["code"], finding["message"])
    if not record.get("full_name"):
        return MISSING_NAME
    if not record.get("email"):
        told = next((finding["message"] for finding in findings if finding["code"] == "email_not_told"), None)
        return Verdict(NEEDS_REVIEW, MISSING_EMAIL.reason, told) if told else MISSING_EMAIL
    blocking = [finding["message"] for finding in findings if finding["severity"] == "block"]
    if blocking:
        return Verdict(NEEDS_REVIEW, "quality", " ".join(blocking))
    return Verdict(COMPLETED)
