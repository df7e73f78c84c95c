"""What is kept longer than the settings say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import Integer

from db.engine import Session

# Where no number of months applies, the interval is null and the comparison with it is never true.
_EXPIRED = """
    upload_status NOT IN ('pending', 'processing') AND COALESCE(
        last_sent_at + make_interval(months => COALESCE(
            (:by_source ->> lower(COALESCE(source_label, source)))::int, :months)) < now(), false)
"""
_TYPES = (
    bindparam("by_source", type_=JSONB),
    bindparam("months", type_=Integer),
    bindparam("only", type_=Integer),
)
_CANDIDATES = text(
    f"""
    SELECT candidates.id FROM candidates LEFT JOIN resumes ON resumes.candidate_id = candidates.id
    WHERE :only IS NULL OR candidates.id = :only
    GROUP BY candidates.id
    HAVING COALESCE(bool_and({_EXPIRED}) FILTER (WHERE resumes.id IS NOT NULL),
                    candidates.updated_at + make_interval(months => :months) < now(), false)
    ORDER BY candidates.id
"""  # noqa: S608 - a constant of this module
).bindparams(*_TYPES)
_LOOSE_RESUMES = text(
    f"""
    SELECT id FROM resumes WHERE candidate_id IS NULL AND ({_EXPIRED}) AND (:only IS NULL OR id = :only) ORDER BY id
"""  # noqa: S608 - a constant of this module
).bindparams(*_TYPES)
_KEPT = text(
    f"""
    SELECT EXISTS (SELECT 1 FROM resumes WHERE id = ANY(:ids) AND NOT ({_EXPIRED}))
"""  # noqa: S608 - a constant of this module
).bindparams(*_TYPES[:2])


@dataclass(frozen=True, slots=True)
class Months:
    """How long a resume is kept after it came in last; None is for ever."""

    default: int | None
    by_source: Mapping[str, int]
    """By the sender's word for the source, or by how it came in where there is none; in lower case."""


def list_expired_candidates(session: Session, months: Months, only: int | None = None) -> list[int]:
    """Those all of whose resumes have expired, and those without a resume that nobody changed for so long."""
    return list(session.scalars(_CANDIDATES, _parameters(months, only)))


def list_expired_resumes(session: Session, months: Months, only: int | None = None) -> list[int]:
    """Those that belong to no candidate."""
    return list(session.scalars(_LOOSE_RESUMES, _parameters(months, only)))


def has_kept(session: Session, months: Months, resume_ids: Collection[int]) -> bool:
    """Whether one of the resumes has not expired."""
    parameters = {"by_source": dict(months.by_source), "months": months.default, "ids": list(resume_ids)}
    return bool(session.scalar(_KEPT, parameters))


def _parameters(months: Months, only: int | None) -> dict[str, Any]:
    return {"by_source": dict(months.by_source), "months": months.default, "only": only}
