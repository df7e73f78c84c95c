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
    """What a resume tells; the record has a name and an e-mail."""

    resume_id: int
    record: Mapping[str, Any]
    keys: IdentityKeys


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
        entries.make_skills(self._session, [name for each in told for name in skills_of(each.record)])
        stored: dict[int, StoredCandidate] = {}
        while waiting := [each for each in told if each.resume_id not in stored]:
            matches = self._match(waiting)
            candidates.lock_contacts(self._session, {match.candidate_id for match in matches.values()})
            stored |= self._store_strangers(_of_different_people(waiting, matches), matches)
        return stored

    def _store_strangers(self, told: Sequence[Told], known_by: Mapping[int, Match]) -> dict[int, StoredCandidate]:
        """Store those of no two of which it is known that they speak of one person; what shows now is left out."""
        matches = {each.resume_id: known_by[each.resume_id] for each in told if each.resume_id in known_by}
        unknown = [each for each in told if each.resume_id not in matches]
        made = candidates.insert_candidates(self._session, [contact_values(each.record) for each in unknown])
        new = {
            each.resume_id: made[email] for each in unknown if (email := contact_values(each.record)["email"]) in made
        }
        # Somebody without our locks was quicker with the same e-mail: now that candidate is found.
        matches |= self._match([each for each in unknown if each.resume_id not in new])
        first = {match.candidate_id: resume_id for resume_id, match in reversed(matches.items())}
        known = {resume_id: match for resume_id, match in matches.items() if first[match.candidate_id] == resume_id}
        contacts = candidates.lock_contacts(self._session, first)
        if len(new) + len(matches) < len(told) or len(contacts) < len(first):
            raise CandidateExists("A candidate was changed meanwhile; try again.")
        self._add(
            {
                **{contact.id: each for each in told if (contact := new.get(each.resume_id))},
                **{match.candidate_id: each for each in told if (match := known.get(each.resume_id))},
            },
            contacts,
        )
        return {
            **{resume_id: StoredCandidate(contact.id, None, created=True) for resume_id, contact in new.items()},
            **{
                resume_id: StoredCandidate(match.candidate_id, match.matched_by, created=False)
                for resume_id, match in known.items()
            },
        }

    def _match(self, told: Sequence[Told]) -> dict[int, Match]:
        """By resume id, those of known candidates."""
        found = find_matches(self._session, [each.keys for each in told])
        return {each.resume_id: match for each, match in zip(told, found, strict=True) if match}

    def _add(self, told: Mapping[int, Told], known: Mapping[int, Contact]) -> None:
        """Write what is told by candidate id; of those `known`, only what they did not have."""
        session = self._session
        touched = self._add_entries(EducationValues, told, known, education_of, merge_education)
        touched |= self._add_entries(WorkValues, told, known, work_of, merge_work)
        touched |= entries.link_skills(
            session,
            (
                ToldSkills(candidate_id, each.resume_id, skills_of(each.record))
                for candidate_id, each in sorted(told.items())
            ),
        )
        missing = {
            candidate_id: missing_values(contact, contact_values(told[candidate_id].record))
            for candidate_id, contact in known.items()
        }
        candidates.complete_contacts(
            session,
            {candidate_id: values for candidate_id, values in missing.items() if values or candidate_id in touched},
        )

    def _add_entries(
        self,
        kind: type[Values],
        told: Mapping[int, Told],
        known: Iterable[int],
        read: Callable[[Mapping[str, Any]], list[Values]],
        merge: Callable[[Sequence[Entry[Values]], Iterable[Entry[Values]]], Merge[Values]],
    ) -> set[int]:
        """The ids of the candidates who have something new."""
        present = entries.list_entries(self._session, kind, known)
        merged = {
            candidate_id: merge(
                present.get(candidate_id, []), [Entry(values, each.resume_id) for values in read(each.record)]
            )
            for candidate_id, each in told.items()
        }
        entries.add_entries(
            self._session, kind, {candidate_id: result.added for candidate_id, result in merged.items()}
        )
        entries.change_entries(self._session, [entry for result in merged.values() for entry in result.changed])
        return {candidate_id for candidate_id, result in merged.items() if result.added or result.changed}


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
