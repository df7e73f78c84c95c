"""Candidates: who is known already, and what a resume adds to them."""

from collections.abc import Mapping, Sequence
from typing import Any

from db import candidates, entries
from db.candidates import Contact
from db.engine import Session
from models.candidate_models import CandidateCreate, CandidateResponse
from services.candidate_additions import Additions, StoredCandidate, Told
from services.candidate_rebuild import Rebuild
from services.contacts import contact_values
from services.entries import skills_of
from services.errors import CandidateExists, ResumeNotFound
from services.identity import IdentityKeys
from services.matching import Match, find_matches

__all__ = ["CandidateService", "IdentityKeys", "Match", "StoredCandidate"]


class CandidateService:
    """Works in the caller's transaction and commits nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_duplicate(
        self,
        email: str | None,
        phone: str | None,
        linkedin_url: str | None = None,
        full_name: str | None = None,
    ) -> Match | None:
        """The known candidate with this e-mail (in any case), LinkedIn profile or telephone number, in this precedence.

        A telephone number alone needs a name that can be the same person's, where a name is given.
        """
        return self.find_duplicates([IdentityKeys.of(email, phone, linkedin_url, full_name)])[0]

    def find_duplicates(self, keys: Sequence[IdentityKeys]) -> list[Match | None]:
        """`find_duplicate` for a batch in one query, in order."""
        return find_matches(self._session, keys)

    def create_candidate(self, data: CandidateCreate) -> CandidateResponse:
        """Raises CandidateExists when the e-mail is taken, in any case."""
        values = contact_values(data.model_dump())
        candidates.lock_identities(self._session, IdentityKeys.of_record(data.model_dump()).lock_keys())
        made = candidates.insert_candidates(self._session, [values])
        if not made:
            raise CandidateExists
        return CandidateResponse.model_validate(made[values["email"]])

    def store_record(self, resume_id: int, record: Mapping[str, Any]) -> StoredCandidate:
        """`store_records` for one resume."""
        return self.store_records({resume_id: record})[resume_id]

    def store_records(self, records: Mapping[int, Mapping[str, Any]]) -> dict[int, StoredCandidate]:
        """Write what resumes tell to their candidates, known or new: adds what is new, erases nothing.

        Records by resume id; each needs a name and an e-mail. Many resumes of one person may be stored at once. The
        caller links the resumes' rows to the candidates when it settles their status. Raises CandidateExists.
        """
        told = [Told.by(resume_id, record) for resume_id, record in records.items()]
        return Additions(self._session).store(told)

    def replace_record(self, resume_id: int, record: Mapping[str, Any]) -> StoredCandidate:
        """Write what a resume tells now that it was parsed again; what only its former record told goes.

        Call it before the row gets its new `extracted_data`: values of the candidate that came from the former record
        give way to the new ones. A resume without a candidate is stored and linked. Raises ResumeNotFound.
        """
        resume = candidates.get_resume_record(self._session, resume_id)
        if resume is None:
            raise ResumeNotFound
        if resume.candidate_id is None:
            stored = self.store_record(resume_id, record)
            candidates.link_resume(self._session, resume_id, stored.candidate_id, stored.matched_by)
            return stored
        candidates.lock_identities(self._session, IdentityKeys.of_record(record).lock_keys())
        entries.make_skills(self._session, skills_of(record))
        known = candidates.lock_contacts(self._session, [resume.candidate_id]).get(resume.candidate_id)
        if known is None:
            raise ResumeNotFound("The candidate was removed meanwhile; try again.")
        rebuild = Rebuild(self._session, known.id, resume_id)
        has_changed = rebuild.apply(record)
        changes = self._corrections(known, resume.record or {}, record)
        if changes or has_changed:
            candidates.update_candidate(self._session, known.id, changes)
        return StoredCandidate(known.id, resume.matched_by, created=False)

    def _corrections(self, known: Contact, former: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
        """New contact values for what the former record of this resume had told, or nobody."""
        told_before = contact_values(former)
        told_now = contact_values(record)
        changes = {
            name: value
            for name, value in told_now.items()
            if value is not None and value != getattr(known, name) and getattr(known, name) in (None, told_before[name])
        }
        if "email" in changes and candidates.is_email_taken(self._session, changes["email"], known.id):
            del changes["email"]
        return changes
