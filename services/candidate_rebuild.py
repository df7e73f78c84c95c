"""A candidate's entries made anew from the records of all its resumes, when one of them was parsed again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from db import candidates, entries
from db.engine import Session
from db.entries import EducationValues, Entry, ToldSkills, Values, WorkValues
from services.entries import Merge, education_of, merge_education, merge_work, skills_of, work_of

Records = Mapping[int, Mapping[str, Any]]
"""By resume id, in the order in which the resumes came."""


class Rebuild:
    """Brings the rows in line with the records, touching only what differs.

    Rows that no known record accounts for stay: they were entered by hand, or their resume is gone.
    """

    def __init__(self, session: Session, candidate_id: int, resume_id: int) -> None:
        self._session = session
        self._candidate_id = candidate_id
        self._resume_id = resume_id

    def apply(self, record: Mapping[str, Any]) -> bool:
        """Whether anything had to change."""
        others = candidates.list_other_records(self._session, self._candidate_id, self._resume_id)
        records = dict(sorted({**others, self._resume_id: record}.items()))
        changes = (
            self._align(EducationValues, records, education_of, merge_education),
            self._align(WorkValues, records, work_of, merge_work),
            self._align_skills(records),
        )
        return any(changes)

    def _align(
        self,
        kind: type[Values],
        records: Records,
        read: Callable[[Mapping[str, Any]], list[Values]],
        merge: Callable[[Sequence[Entry[Values]], Iterable[Entry[Values]]], Merge[Values]],
    ) -> bool:
        present = entries.list_entries(self._session, kind, [self._candidate_id])[self._candidate_id]
        kept = [entry for entry in present if entry.resume_id not in records]
        wanted = list(kept)
        for resume_id, record in records.items():
            wanted = merge(wanted, [Entry(values, resume_id) for values in read(record)]).rows
        surplus = [entry for entry in present if entry.resume_id in records]
        added: list[Entry[Values]] = []
        for entry in wanted[len(kept) :]:
            same = next(
                (row for row in surplus if (row.values, row.resume_id) == (entry.values, entry.resume_id)), None
            )
            if same is None:
                added.append(entry)
            else:
                surplus.remove(same)
        changed = [entry for entry, former in zip(wanted, kept, strict=False) if entry != former]
        entries.remove_entries(self._session, kind, surplus)
        entries.change_entries(self._session, changed)
        entries.add_entries(self._session, kind, {self._candidate_id: added})
        return bool(surplus or changed or added)

    def _align_skills(self, records: Records) -> bool:
        present = entries.list_skill_owners(self._session, self._candidate_id)
        owned = {name.lower() for name, owner in present.items() if owner not in records}
        wanted: dict[int, list[str]] = {}
        for resume_id, record in records.items():
            wanted[resume_id] = [name for name in skills_of(record) if name.lower() not in owned]
            owned.update(name.lower() for name in wanted[resume_id])
        owner_of = {name.lower(): resume_id for resume_id, names in wanted.items() for name in names}
        surplus = [name for name, owner in present.items() if owner in records and owner_of.get(name.lower()) != owner]
        gone = {name.lower() for name in surplus}
        known = {name.lower() for name in present} - gone
        entries.unlink_skills(self._session, self._candidate_id, surplus)
        missing = [
            ToldSkills(self._candidate_id, resume_id, [name for name in names if name.lower() not in known])
            for resume_id, names in wanted.items()
        ]
        entries.make_skills(self._session, [name for skills in missing for name in skills.names])
        return bool(entries.link_skills(self._session, missing) or surplus)
