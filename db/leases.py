"""Who has which resume in flight: rows are taken for a time, and fall back when that time has run out.

`lease_until` of a `pending` row covers its way through Prefect's queue (`db.lanes`), that of a `processing` row the work.
Every statement moves many rows at once and compares the state it expects, so that two runs never hold one resume.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.types import Integer

from db.engine import Session

# A row that is `processing` under this very flow run was left by an earlier start of it: Prefect starts no run twice
# at once.
_CLAIMABLE = """
    resumes.id = ANY(:ids) AND jobs.resume_id = resumes.id AND (
        resumes.upload_status = 'pending'
        OR resumes.upload_status = 'processing' AND (resumes.lease_until < now() OR jobs.flow_run_id = :flow_run_id)
    )
"""

_GIVE_UP = text(
    f"""
    UPDATE resumes SET upload_status = 'failed', status_reason = :reason, status_message = :message,
           lease_until = NULL, finished_at = now()
    FROM jobs WHERE {_CLAIMABLE} AND resumes.attempts >= :max_attempts + set_aside::int
    RETURNING resumes.id
"""  # noqa: S608 - a constant of this module
).bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)), bindparam("ids", type_=ARRAY(Integer)))

_CLAIM = text(
    f"""
    WITH claimed AS (
        UPDATE resumes SET upload_status = 'processing', attempts = attempts + 1,
               status_reason = NULL, status_message = NULL,
               lease_until = now() + make_interval(secs => :lease_seconds)
        FROM jobs WHERE {_CLAIMABLE}
        RETURNING resumes.id, attempts, file_path, file_hash, raw_text, layout, findings,
                  set_aside OR dispatch_alone AS is_suspect
    ), named AS (
        UPDATE jobs SET flow_run_id = COALESCE(:flow_run_id, flow_run_id)
        FROM claimed WHERE jobs.resume_id = claimed.id
    )
    SELECT * FROM claimed ORDER BY id
"""  # noqa: S608 - a constant of this module
).bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)), bindparam("ids", type_=ARRAY(Integer)))

# Rows that somebody holds are passed over: whoever waited for them here could be waited for.
_EXTEND = text("""
    UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds)
    WHERE id IN (
        SELECT resumes.id FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
        WHERE jobs.flow_run_id = :flow_run_id AND upload_status = 'processing' FOR UPDATE OF resumes SKIP LOCKED)
""").bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)))

_STORE_EXTRACTIONS = text("""
    UPDATE resumes SET raw_text = new.raw_text, layout = new.layout, media_type = new.media_type,
           document_date = new.document_date, findings = new.findings,
           lease_until = now() + make_interval(secs => :lease_seconds)
    FROM jsonb_to_recordset(:rows) AS new(
        id int, attempt int, raw_text text, layout jsonb, media_type text, document_date date, findings jsonb)
    WHERE resumes.id = new.id AND attempts = new.attempt AND upload_status = 'processing'
""").bindparams(bindparam("rows", type_=JSONB))

_SETTLE = text("""
    UPDATE resumes SET upload_status = new.status, status_reason = new.reason, status_message = new.message,
           extracted_data = COALESCE(new.extracted_data, resumes.extracted_data),
           findings = COALESCE(new.findings, resumes.findings),
           parser_version = COALESCE(new.parser_version, resumes.parser_version),
           candidate_id = COALESCE(new.candidate_id, resumes.candidate_id), matched_by = new.matched_by,
           lease_until = NULL, finished_at = now()
    FROM jsonb_to_recordset(:rows) AS new(
        id int, attempt int, status text, reason text, message text, extracted_data jsonb, findings jsonb,
        parser_version text, candidate_id int, matched_by text)
    WHERE resumes.id = new.id AND attempts = new.attempt AND upload_status = 'processing'
    RETURNING resumes.id
""").bindparams(bindparam("rows", type_=JSONB))

_SET_ASIDE = text("""
    UPDATE resumes SET upload_status = 'pending', set_aside = true, lease_until = NULL,
           status_reason = held.reason, status_message = held.message
    FROM jsonb_to_recordset(:rows) AS held(id int, attempt int, reason text, message text)
    WHERE resumes.id = held.id AND attempts = held.attempt AND upload_status = 'processing'
    RETURNING resumes.id
""").bindparams(bindparam("rows", type_=JSONB))

_LOCK_ATTEMPTS = text("""
    SELECT resumes.id FROM resumes JOIN unnest(:ids, :attempts) AS held(id, attempt) ON resumes.id = held.id
    WHERE attempts = held.attempt AND upload_status = 'processing' ORDER BY resumes.id FOR UPDATE OF resumes
""").bindparams(bindparam("ids", type_=ARRAY(Integer)), bindparam("attempts", type_=ARRAY(Integer)))

_AGEING = text("""
    SELECT resumes.id, upload_status = 'processing' AS processing, lease_until < now() AS expired, jobs.flow_run_id
    FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE upload_status = 'processing' AND lease_until < now()
       OR upload_status = 'pending' AND lease_until < now() + make_interval(secs => :queued_seconds)
    ORDER BY lease_until LIMIT :most
""")

_EXPIRE_ALL = text("""
    UPDATE resumes SET lease_until = now() - interval '1 second'
    WHERE upload_status IN ('pending', 'processing') AND lease_until > now()
""")

_IN_FLIGHT_OF_RUN = text("""
    SELECT resumes.id FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE jobs.flow_run_id = :flow_run_id AND resumes.upload_status IN ('pending', 'processing')
""").bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)))

_RELEASE = text("""
    UPDATE resumes SET upload_status = 'pending', lease_until = NULL,
           dispatch_alone = dispatch_alone OR upload_status = 'processing' AND (:suspect OR attempts > 1 + set_aside::int)
    WHERE id = ANY(:ids) AND upload_status IN ('pending', 'processing')
    RETURNING id
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_FAIL_KILLERS = text("""
    UPDATE resumes SET upload_status = 'failed', status_reason = :reason, status_message = :message,
           lease_until = NULL, finished_at = now()
    WHERE id = ANY(:ids) AND upload_status = 'processing' AND dispatch_alone
    RETURNING id
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_EXTEND_QUEUED = text("""
    UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds)
    WHERE id = ANY(:ids) AND upload_status IN ('pending', 'processing')
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))


@dataclass(frozen=True, slots=True)
class ClaimedResume:
    """A resume as a flow run takes it up; `attempt` is the number that its later writes must still find."""

    id: int
    attempt: int
    file_path: str
    file_hash: str
    raw_text: str | None
    layout: dict[str, Any] | None
    findings: list[dict[str, Any]] | None
    is_suspect: bool = False
    """Reading it took longer than an ordinary run allows, or the last process that had it died."""


@dataclass(frozen=True, slots=True)
class AgeingLease:
    resume_id: int
    processing: bool
    expired: bool
    flow_run_id: UUID | None


def give_up(
    session: Session, resume_ids: Sequence[int], flow_run_id: UUID | None, max_attempts: int, reason: str, message: str
) -> list[int]:
    """Fail those that have had all their attempts; the ids of these."""
    return list(
        session.execute(
            _GIVE_UP,
            {
                "ids": list(resume_ids),
                "flow_run_id": flow_run_id,
                "max_attempts": max_attempts,
                "reason": reason,
                "message": message,
            },
        ).scalars()
    )


def claim(
    session: Session, resume_ids: Sequence[int], flow_run_id: UUID | None, lease_seconds: float
) -> list[ClaimedResume]:
    """Take the resumes for processing. Those already done, or in another run's hands, are left out."""
    rows = session.execute(
        _CLAIM, {"ids": list(resume_ids), "flow_run_id": flow_run_id, "lease_seconds": lease_seconds}
    )
    return [
        ClaimedResume(
            row.id, row.attempts, row.file_path, row.file_hash, row.raw_text, row.layout, row.findings, row.is_suspect
        )
        for row in rows
    ]


def extend(session: Session, flow_run_id: UUID, lease_seconds: float) -> None:
    """A sign of life for all that the flow run has in hand."""
    session.execute(_EXTEND, {"flow_run_id": flow_run_id, "lease_seconds": lease_seconds})


def store_extractions(session: Session, rows: Sequence[Mapping[str, Any]], lease_seconds: float) -> None:
    """Keep what was read: rows of {id, attempt, raw_text, layout, media_type, document_date, findings}."""
    session.execute(_STORE_EXTRACTIONS, {"rows": list(rows), "lease_seconds": lease_seconds})


def settle(session: Session, rows: Sequence[Mapping[str, Any]]) -> set[int]:
    """Give the rows their final status; the ids of those that this attempt still held."""
    return set(session.execute(_SETTLE, {"rows": list(rows)}).scalars())


def set_aside(session: Session, rows: Sequence[Mapping[str, Any]]) -> set[int]:
    """Give back the rows {id, attempt, reason, message} that take too long for an ordinary run; the ids of those still held.

    They are pending at once, for a run of their own. It is no death, and the attempt does not count against them.
    """
    return set(session.execute(_SET_ASIDE, {"rows": list(rows)}).scalars())


def lock_attempts(session: Session, attempts: Mapping[int, int]) -> set[int]:
    """Hold the rows (id -> attempt) until the transaction ends; the ids of those that the attempt still has."""
    if not attempts:
        return set()
    return set(session.scalars(_LOCK_ATTEMPTS, {"ids": list(attempts), "attempts": list(attempts.values())}))


def ageing(session: Session, queued_seconds: float, most: int) -> list[AgeingLease]:
    """Rows whose lease has run out, and pending ones whose lease does so in `queued_seconds`; longest ago first."""
    rows = session.execute(_AGEING, {"queued_seconds": queued_seconds, "most": most})
    return [AgeingLease(row.id, row.processing, row.expired, row.flow_run_id) for row in rows]


def expire_all(session: Session) -> None:
    """Let every lease run out now, because whoever had one is dead."""
    session.execute(_EXPIRE_ALL)


def in_flight_of_run(session: Session, flow_run_id: UUID) -> list[int]:
    return list(session.execute(_IN_FLIGHT_OF_RUN, {"flow_run_id": flow_run_id}).scalars())


def release(session: Session, resume_ids: Sequence[int], *, suspect: bool) -> list[int]:
    """Back to `pending`. Those that were being processed go out alone when one of them is `suspect` of having killed
    the process; where a worker or a machine was lost, from the second time on.
    """
    return list(session.execute(_RELEASE, {"ids": list(resume_ids), "suspect": suspect}).scalars())


def fail_killers(session: Session, resume_ids: Sequence[int], reason: str, message: str) -> list[int]:
    """Fail those that were alone in a run whose process died: no other resume can be the cause. Their ids."""
    return list(
        session.execute(_FAIL_KILLERS, {"ids": list(resume_ids), "reason": reason, "message": message}).scalars()
    )


def extend_queued(session: Session, resume_ids: Sequence[int], lease_seconds: float) -> None:
    """Leave resumes with the flow run that still waits in the queue for a worker."""
    session.execute(_EXTEND_QUEUED, {"ids": list(resume_ids), "lease_seconds": lease_seconds})
