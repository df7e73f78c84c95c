"""What a single resume had told of its candidate, taken back when it is erased and the candidate stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from db import candidates
from db.engine import Session
from services.candidate_rebuild import Rebuild
from services.contacts import contact_values
from services.errors import ResumeNotFound

_NEVER_EMPTY = ("full_name", "email")
_MATCHED_BY = {"email": "email", "phone": "phone_number", "linkedin": "linkedin_url"}


def linked_candidate(session: Session, resume_id: int) -> int | None:
    """Raises ResumeNotFound."""
    resume = candidates.get_resume_record(session, resume_id)
    if resume is None:
        raise ResumeNotFound
    return resume.candidate_id


@dataclass(frozen=True, slots=True, repr=False)
class Withdrawal:
    """Made before the resume's row goes, applied after it."""

    candidate_id: int
    resume_id: int
    matched_by: str | None
    told: Mapping[str, Any]
    """The contact values of its record."""

    @classmethod
    def of(cls, session: Session, resume_id: int) -> Self | None:
        """None where the resume is linked to nobody."""
        resume = candidates.get_resume_record(session, resume_id)
        if resume is None or resume.candidate_id is None:
            return None
        return cls(resume.candidate_id, resume_id, resume.matched_by, contact_values(resume.record or {}))

    def apply(self, session: Session) -> None:
        """Entries come from the other resumes alone, and so do contact values that only this one had told."""
        others = candidates.list_other_records(session, self.candidate_id, self.resume_id)
        known = candidates.lock_contacts(session, [self.candidate_id]).get(self.candidate_id)
        if known is None:
            return
        if others:
            first_id, first = next(iter(others.items()))
            Rebuild(session, self.candidate_id, first_id).apply(first)
            if self.matched_by is None:
                # It had made the candidate; now the oldest of the others stands for that.
                candidates.link_resume(session, first_id, self.candidate_id, None)
        changes = self._replacements(known, [contact_values(each) for each in others.values()])
        if "email" in changes and candidates.is_email_taken(session, changes["email"], self.candidate_id):
            del changes["email"]
        candidates.update_candidate(session, self.candidate_id, changes)

    def _replacements(self, known: candidates.Contact, others: list[dict[str, Any]]) -> dict[str, Any]:
        """For what nobody else tells: the first other value; nothing, where the column may be empty."""
        changes: dict[str, Any] = {}
        for name, value in self.told.items():
            if value is None or getattr(known, name) != value or _MATCHED_BY.get(self.matched_by or "") == name:
                continue
            told = [each[name] for each in others if each[name] is not None]
            if value not in told and (told or name not in _NEVER_EMPTY):
                changes[name] = told[0] if told else None
        return changes
