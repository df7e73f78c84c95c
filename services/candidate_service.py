"""Candidates: who is known already, and what a resume adds to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from db import candidates, entries
from db.candidates import Contact, Evidence, Sighting
from db.engine import Session
from db.entries import EducationValues, Entry, WorkValues
from models.candidate_models import CandidateCreate, CandidateResponse
from services.candidate_rebuild import Rebuild
from services.entries import education_of, merge_education, merge_work, skills_of, work_of
from services.errors import CandidateExists, ResumeNotFound
from services.identity import IdentityKeys, can_be_same_person, normal_linkedin, normal_phone
from services.stored_text import fit

__all__ = ["CandidateService", "IdentityKeys", "Match", "StoredCandidate"]

_PRECEDENCE: tuple[Evidence, ...] = ("email", "linkedin", "phone")


@dataclass(frozen=True, slots=True)
class Match:
    """A known candidate, and by what it is known."""

    candidate_id: int
    matched_by: Literal["email", "linkedin", "phone"]


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """Where a record went: into a candidate known by `matched_by`, or into a new one."""

    candidate_id: int
    matched_by: str | None
    created: bool


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
        seen: dict[int, list[Sighting]] = {}
        for sighting in candidates.find_sightings(self._session, keys):
            seen.setdefault(sighting.position, []).append(sighting)
        return [_best_match(asked.full_name, seen.get(position, [])) for position, asked in enumerate(keys)]

    def create_candidate(self, data: CandidateCreate) -> CandidateResponse:
        """Raises CandidateExists when the e-mail is taken, in any case."""
        values = _contact_values(data.model_dump())
        candidates.lock_identities(self._session, IdentityKeys.of_record(data.model_dump()).lock_keys())
        contact = candidates.insert_candidate(self._session, values)
        if contact is None:
            raise CandidateExists
        return CandidateResponse.model_validate(contact)

    def store_record(self, resume_id: int, record: Mapping[str, Any]) -> StoredCandidate:
        """Write what a resume tells to its candidate, known or new: adds what is new, erases nothing.

        The record needs a name and an e-mail. Many resumes of one person may be stored at once. The caller links the
        resume's row to the candidate when it settles the row's status.
        """
        keys = IdentityKeys.of_record(record)
        candidates.lock_identities(self._session, keys.lock_keys())
        match = self.find_duplicates([keys])[0]
        contact = None if match else candidates.insert_candidate(self._session, _contact_values(record))
        if contact is not None:
            self._add_all(contact.id, resume_id, record)
            return StoredCandidate(contact.id, None, created=True)
        # None here means that somebody without our locks was quicker with the same e-mail: now it is found.
        match = match or self.find_duplicates([keys])[0]
        known = candidates.lock_contact(self._session, match.candidate_id) if match else None
        if match is None or known is None:
            raise CandidateExists("The candidate was changed meanwhile; try again.")
        self._add_new(known, resume_id, record)
        return StoredCandidate(known.id, match.matched_by, created=False)

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
        known = candidates.lock_contact(self._session, resume.candidate_id)
        if known is None:
            raise ResumeNotFound("The candidate was removed meanwhile; try again.")
        rebuild = Rebuild(self._session, known.id, resume_id)
        has_changed = rebuild.apply(record)
        changes = self._corrections(known, resume.record or {}, record)
        if changes or has_changed:
            candidates.update_candidate(self._session, known.id, changes)
        return StoredCandidate(known.id, resume.matched_by, created=False)

    def _add_all(self, candidate_id: int, resume_id: int, record: Mapping[str, Any]) -> None:
        entries.add_entries(self._session, candidate_id, _told(education_of(record), resume_id))
        entries.add_entries(self._session, candidate_id, _told(work_of(record), resume_id))
        entries.link_skills(self._session, candidate_id, resume_id, skills_of(record))

    def _add_new(self, known: Contact, resume_id: int, record: Mapping[str, Any]) -> None:
        session = self._session
        education = merge_education(
            entries.list_entries(session, EducationValues, known.id), _told(education_of(record), resume_id)
        )
        work = merge_work(entries.list_entries(session, WorkValues, known.id), _told(work_of(record), resume_id))
        entries.add_entries(session, known.id, education.added)
        entries.change_entries(session, education.changed)
        entries.add_entries(session, known.id, work.added)
        entries.change_entries(session, work.changed)
        new_skills = entries.link_skills(session, known.id, resume_id, skills_of(record))
        filled = _missing_values(known, _contact_values(record))
        if filled or new_skills or any((education.added, education.changed, work.added, work.changed)):
            candidates.update_candidate(session, known.id, filled)

    def _corrections(self, known: Contact, former: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
        """New contact values for what the former record of this resume had told, or nobody."""
        told_before = _contact_values(former)
        told_now = _contact_values(record)
        changes = {
            name: value
            for name, value in told_now.items()
            if value is not None and value != getattr(known, name) and getattr(known, name) in (None, told_before[name])
        }
        if "email" in changes and candidates.is_email_taken(self._session, changes["email"], known.id):
            del changes["email"]
        return changes


def _best_match(full_name: str | None, sightings: Sequence[Sighting]) -> Match | None:
    for evidence in _PRECEDENCE:
        ids = [
            sighting.candidate_id
            for sighting in sightings
            if sighting.evidence == evidence
            and (evidence != "phone" or can_be_same_person(full_name, sighting.full_name))
        ]
        if ids:
            return Match(min(ids), evidence)
    return None


def _contact_values(record: Mapping[str, Any]) -> dict[str, Any]:
    """The candidate's own columns as a record tells them, made to fit; an address that does not fit is none."""
    email = fit(record.get("email"), 1000) or ""
    linkedin_url = normal_linkedin(fit(record.get("linkedin_url"), 1000))
    return {
        "full_name": fit(record.get("full_name"), 255),
        "email": email if 0 < len(email) <= 255 else None,
        "phone_number": fit(normal_phone(record.get("phone_e164") or record.get("phone_number")), 50),
        "linkedin_url": linkedin_url if linkedin_url and len(linkedin_url) <= 500 else None,
    }


def _missing_values(known: Contact, told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None and getattr(known, name) is None}


def _told(values: Sequence[entries.Values], resume_id: int) -> list[Entry[entries.Values]]:
    return [Entry(value, resume_id) for value in values]
