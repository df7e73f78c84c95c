"""Records brought into candidates, known or new: many of them in a few statements."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import candidates, entries
from db.candidates import Contact
from db.engine import Session
from db.entries import EducationValues, Entry, ToldSkills, Values, WorkValues
from services.contacts import contact_values, missing_values
from services.entries import Merge, education_of, merge_education, merge_work, skills_of, work_of
from services.errors import CandidateExists
from services.identity import IdentityKeys
from services.matching import Match, find_matches


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What a resume tells, in the form of the rows."""

    resume_id: int
    keys: IdentityKeys
    contact: Mapping[str, Any]
    education: Sequence[EducationValues]
    work: Sequence[WorkValues]
    skills: Sequence[str]

    @classmethod
    def by(cls, resume_id: int, record: Mapping[str, Any]) -> "Told":
        """From a record that has a name and an e-mail."""
        return cls(
            resume_id,
            IdentityKeys.of_record(record),
            contact_values(record),
            education_of(record),
            work_of(record),
            skills_of(record),
        )


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """Where a record went: into a candidate known by `matched_by`, or into a new one."""

    candidate_id: int
    matched_by: str | None
    created: bool


class Additions:
    """Adds what is new and erases nothing, in the caller's transaction.

    Locks are taken in one order by all, each kind for all records at once: the keys of the persons, the skills that
    are new, the candidates that are known. So batches with the same people in them never wait in a circle.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def store(self, told: Sequence[Told]) -> dict[int, StoredCandidate]:
        """Where each record went, by resume id. Raises CandidateExists."""
        keys = {key for each in told for key in each.keys.lock_keys()}
        candidates.lock_identities(self._session, sorted(keys))
        entries.make_skills(self._session, [name for each in told for name in each.skills])
        stored: dict[int, StoredCandidate] = {}
        while waiting := [each for each in told if each.resume_id not in stored]:
            matches = self._match(waiting)
            known = candidates.lock_contacts(self._session, {match.candidate_id for match in matches.values()})
            done = self._store_different(_of_different_people(waiting, matches), matches, known)
            if not done:
                raise CandidateExists("A candidate was changed meanwhile; try again.")
            stored |= done
        return stored

    def _store_different(
        self, told: Sequence[Told], matches: Mapping[int, Match], known: Mapping[int, Contact]
    ) -> dict[int, StoredCandidate]:
        """Store records of different people.

        Left out, and found otherwise the next time, are those whose e-mail somebody without our locks took meanwhile,
        or whose candidate somebody removed.
        """
        unknown = [each for each in told if each.resume_id not in matches]
        made = candidates.insert_candidates(self._session, [each.contact for each in unknown])
        stored = {
            each.resume_id: StoredCandidate(made[email].id, None, created=True)
            for each in unknown
            if (email := each.contact["email"]) in made
        }
        stored |= {
            each.resume_id: StoredCandidate(match.candidate_id, match.matched_by, created=False)
            for each in told
            if (match := matches.get(each.resume_id)) and match.candidate_id in known
        }
        self._add({stored[each.resume_id].candidate_id: each for each in told if each.resume_id in stored}, known)
        return stored

    def _match(self, told: Sequence[Told]) -> dict[int, Match]:
        """By resume id, those of known candidates."""
        found = find_matches(self._session, [each.keys for each in told])
        return {each.resume_id: match for each, match in zip(told, found, strict=True) if match}

    def _add(self, told: Mapping[int, Told], known: Mapping[int, Contact]) -> None:
        """Write what is told by candidate id; of those `known`, only what they did not have."""
        contacts = {candidate_id: known[candidate_id] for candidate_id in told.keys() & known.keys()}
        education = {candidate_id: _entries(each.education, each.resume_id) for candidate_id, each in told.items()}
        work = {candidate_id: _entries(each.work, each.resume_id) for candidate_id, each in told.items()}
        touched = self._add_entries(EducationValues, education, contacts, merge_education)
        touched |= self._add_entries(WorkValues, work, contacts, merge_work)
        touched |= entries.link_skills(
            self._session,
            [ToldSkills(candidate_id, each.resume_id, each.skills) for candidate_id, each in told.items()],
        )
        missing = {
            candidate_id: missing_values(contact, told[candidate_id].contact)
            for candidate_id, contact in contacts.items()
        }
        candidates.complete_contacts(
            self._session,
            {candidate_id: values for candidate_id, values in missing.items() if values or candidate_id in touched},
        )

    def _add_entries(
        self,
        kind: type[Values],
        told: Mapping[int, Sequence[Entry[Values]]],
        known: Iterable[int],
        merge: Callable[[Sequence[Entry[Values]], Iterable[Entry[Values]]], Merge[Values]],
    ) -> set[int]:
        """The ids of the candidates who have something new."""
        present = entries.list_entries(self._session, kind, known)
        merged = {candidate_id: merge(present.get(candidate_id, []), rows) for candidate_id, rows in told.items()}
        entries.add_entries(
            self._session, kind, {candidate_id: result.added for candidate_id, result in merged.items()}
        )
        entries.change_entries(self._session, [entry for result in merged.values() for entry in result.changed])
        return {candidate_id for candidate_id, result in merged.items() if result.added or result.changed}


def _entries(values: Iterable[Values], resume_id: int) -> list[Entry[Values]]:
    return [Entry(each, resume_id) for each in values]


def _of_different_people(told: Iterable[Told], matches: Mapping[int, Match]) -> list[Told]:
    """The first of each person, as far as keys and known candidates tell."""
    seen: set[object] = set()
    firsts = []
    for each in told:
        marks: set[object] = set(each.keys.lock_keys())
        if (match := matches.get(each.resume_id)) is not None:
            marks.add(("candidate", match.candidate_id))
        if seen.isdisjoint(marks):
            firsts.append(each)
        seen |= marks
    return firsts
