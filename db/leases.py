"""Who has which resume in flight: rows are taken for a time, and fall back when that time has run out.

`lease_until` of a `pending` row covers its way through Prefect's queue, that of a `processing` row the work itself.
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

BULK_SOURCES = ("sweep",)

_TAKE = text("""
    WITH picked AS (
        SELECT id FROM resumes
        WHERE upload_status = 'pending' AND (lease_until IS NULL OR lease_until < now())
          AND (source = ANY(:bulk_sources)) = :bulk
        ORDER BY dispatch_alone OR set_aside, id LIMIT :most FOR UPDATE SKIP LOCKED
    )
    UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds)
    FROM picked WHERE resumes.id = picked.id
    RETURNING resumes.id, dispatch_alone OR set_aside AS alone
""")

_NAME_RUN = text("""
    UPDATE jobs SET flow_run_id = :flow_run_id, dispatched_at = now() WHERE resume_id = ANY(:ids)
""").bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)), bindparam("ids", type_=ARRAY(Integer)))

_PUT_BACK = text("""
    UPDATE resumes SET lease_until = NULL WHERE id = ANY(:ids) AND upload_status = 'pending'
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_UNDISPATCHED = text("""
    SELECT 1 FROM resumes WHERE upload_status = 'pending' AND (lease_until IS NULL OR lease_until < now()) LIMIT 1
""")

_WAITING_RUNS = text("""
    SELECT count(DISTINCT jobs.flow_run_id) FILTER (WHERE resumes.source = ANY(:bulk_sources)) AS bulk,
           count(DISTINCT jobs.flow_run_id) FILTER (WHERE resumes.source <> ALL(:bulk_sources)) AS interactive
    FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE resumes.upload_status = 'pending' AND resumes.lease_until > now()
""")

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
        RETURNING resumes.id, attempts, file_path, file_hash, raw_text, layout, findings, set_aside
    ), named AS (
        UPDATE jobs SET flow_run_id = COALESCE(:flow_run_id, flow_run_id)
        FROM claimed WHERE jobs.resume_id = claimed.id
    )
    SELECT * FROM claimed ORDER BY id
"""  # noqa: S608 - a constant of this module
).bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)), bindparam("ids", type_=ARRAY(Integer)))

_EXTEND = text("""
    UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds)
    FROM jsonb_to_recordset(:rows) AS held(id int, attempt int)
    WHERE resumes.id = held.id AND attempts = held.attempt AND upload_status = 'processing'
""").bindparams(bindparam("rows", type_=JSONB))

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

_EXPIRED = text("""
    SELECT resumes.id, resumes.upload_status = 'processing' AS processing, jobs.flow_run_id
    FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE resumes.upload_status IN ('pending', 'processing') AND resumes.lease_until < now()
    ORDER BY resumes.lease_until LIMIT :most
""")

_IN_FLIGHT_OF_RUN = text("""
    SELECT resumes.id FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE jobs.flow_run_id = :flow_run_id AND resumes.upload_status IN ('pending', 'processing')
""").bindparams(bindparam("flow_run_id", type_=PG_UUID(as_uuid=True)))

_RELEASE = text("""
    UPDATE resumes SET upload_status = 'pending', lease_until = NULL,
           dispatch_alone = dispatch_alone OR upload_status = 'processing' AND (:suspect OR attempts > 1)
    WHERE id = ANY(:ids) AND upload_status IN ('pending', 'processing')
    RETURNING id
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_FAIL_KILLERS = text("""
    UPDATE resumes SET upload_status = 'failed', status_reason = :reason, status_message = :message,
           lease_until = NULL, finished_at = now()
    WHERE id = ANY(:ids) AND upload_status = 'processing' AND dispatch_alone
    RETURNING id
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_EXTEND_PENDING = text("""
    UPDATE resumes SET lease_until = now() + make_interval(secs => :lease_seconds)
    WHERE id = ANY(:ids) AND upload_status = 'pending'
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
    """It was set aside: reading it took longer than an ordinary run allows."""


@dataclass(frozen=True, slots=True)
class ExpiredLease:
    resume_id: int
    processing: bool
    flow_run_id: UUID | None


@dataclass(frozen=True, slots=True)
class WaitingRuns:
    """By where their resumes came from: the inbox, or somebody who waits for them."""

    bulk: int
    interactive: int


def take_for_dispatch(session: Session, *, bulk: bool, most: int, lease_seconds: float) -> list[list[int]]:
    """Up to `most` pending resumes, in the groups to go out in: all together, or alone where a run died or could not wait.

    `bulk` chooses between what came from the inbox and what somebody waits for.
    """
    taken = session.execute(
        _TAKE,
        {
            "bulk": bulk,
            "bulk_sources": list(BULK_SOURCES),
            "most": most,
            "lease_seconds": lease_seconds,
        },
    ).all()
    together = sorted(row.id for row in taken if not row.alone)
    alone = sorted(row.id for row in taken if row.alone)
    return [group for group in (together, *([resume_id] for resume_id in alone)) if group]


def name_flow_run(session: Session, resume_ids: Sequence[int], flow_run_id: UUID) -> None:
    """Write down which flow run the resumes were given to."""
    session.execute(_NAME_RUN, {"flow_run_id": flow_run_id, "ids": list(resume_ids)})


def put_back(session: Session, resume_ids: Sequence[int]) -> None:
    """Undo `take_for_dispatch`, because no flow run could be made for them."""
    session.execute(_PUT_BACK, {"ids": list(resume_ids)})


def has_undispatched(session: Session) -> bool:
    """Whether any pending resume is in no flow run yet."""
    return session.execute(_UNDISPATCHED).first() is not None


def count_waiting_runs(session: Session) -> WaitingRuns:
    """How many flow runs hold resumes that no worker has taken up yet."""
    row = session.execute(_WAITING_RUNS, {"bulk_sources": list(BULK_SOURCES)}).one()
    return WaitingRuns(row.bulk, row.interactive)


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
            row.id, row.attempts, row.file_path, row.file_hash, row.raw_text, row.layout, row.findings, row.set_aside
        )
        for row in rows
    ]


def extend(session: Session, rows: Sequence[Mapping[str, int]], lease_seconds: float) -> None:
    """A sign of life for the rows {id, attempt}."""
    session.execute(_EXTEND, {"rows": list(rows), "lease_seconds": lease_seconds})


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


def expired(session: Session, most: int) -> list[ExpiredLease]:
    """Rows whose lease has run out, longest ago first."""
    return [ExpiredLease(row.id, row.processing, row.flow_run_id) for row in session.execute(_EXPIRED, {"most": most})]


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


def extend_pending(session: Session, resume_ids: Sequence[int], lease_seconds: float) -> None:
    """Leave resumes with the flow run that still waits in the queue for a worker."""
    session.execute(_EXTEND_PENDING, {"ids": list(resume_ids), "lease_seconds": lease_seconds})
