"""Which known candidate a record speaks of, and by what it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import candidates
from db.candidates import Evidence, Sighting
from db.engine import Session
from services.identity import IdentityKeys, can_be_same_person

_PRECEDENCE: tuple[Evidence, ...] = ("email", "linkedin", "phone")


@dataclass(frozen=True, slots=True)
class Match:
    """A known candidate, and by what it is known."""

    candidate_id: int
    matched_by: Evidence


def find_matches(session: Session, keys: Sequence[IdentityKeys]) -> list[Match | None]:
    """The known candidate of each person asked for, in order, in one query.

    By e-mail (in any case), LinkedIn profile or telephone number, in this precedence. A telephone number alone needs a
    name that can be the same person's, where a name is given.
    """
    seen: dict[int, list[Sighting]] = {}
    for sighting in candidates.find_sightings(session, keys):
        seen.setdefault(sighting.position, []).append(sighting)
    return [_best_match(asked.full_name, seen.get(position, [])) for position, asked in enumerate(keys)]


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
