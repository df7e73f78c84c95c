"""What the rows say about how the system is doing: numbers, and nothing of anybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, text

from db.engine import Session
from db.lanes import LANE

_RESUMES = text("""
    SELECT source, upload_status AS status, coalesce(status_reason, '') AS reason, count(*) AS resumes
    FROM resumes GROUP BY 1, 2, 3
""")

_MATCHES = text("""
    SELECT matched_by, count(*) AS resumes FROM resumes WHERE matched_by IS NOT NULL GROUP BY 1
""")

_OLDEST_IN_REVIEW = text("""
    SELECT extract(epoch FROM now() - min(finished_at)) FROM resumes WHERE upload_status = 'needs_review'
""")

_WAITING = text(
    f"""
    SELECT {LANE} AS lane, upload_status AS status, count(*) AS resumes,
           count(DISTINCT jobs.flow_run_id) FILTER (WHERE lease_until IS NOT NULL) AS runs,
           extract(epoch FROM now() - min(uploaded_at)) AS oldest_seconds
    FROM resumes JOIN jobs ON jobs.resume_id = resumes.id
    WHERE upload_status IN ('pending', 'processing') GROUP BY 1, 2
"""  # noqa: S608 - a constant
)

_FINDINGS = text("""
    SELECT finding ->> 'code' AS rule, coalesce(finding ->> 'severity', '') AS severity, count(*) AS findings
    FROM resumes CROSS JOIN jsonb_array_elements(findings) AS finding
    WHERE finished_at > now() - interval '1 day' AND jsonb_typeof(findings) = 'array' GROUP BY 1, 2
""")

_STAGES = text("SELECT stage, up_to_seconds, resumes, seconds FROM stage_times ORDER BY stage, up_to_seconds")

_ADD_STAGES = text("""
    INSERT INTO stage_times (stage, up_to_seconds, resumes, seconds) VALUES (:stage, :up_to_seconds, :resumes, :seconds)
    ON CONFLICT (stage, up_to_seconds) DO UPDATE
    SET resumes = stage_times.resumes + excluded.resumes, seconds = stage_times.seconds + excluded.seconds
""")

_UNFINISHED_ERASURES = text("SELECT count(*) FROM erasures WHERE finished_at IS NULL")


@dataclass(frozen=True, slots=True, order=True)
class StageCost:
    """Of a step, in one bucket."""

    stage: str
    up_to_seconds: float
    resumes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Measures:
    resumes: Sequence[Row[tuple[str, str, str, int]]]
    """source, status, reason, resumes."""
    matches: Sequence[Row[tuple[str, int]]]
    """matched_by, resumes."""
    waiting: Sequence[Row[tuple[str, str, int, int, float]]]
    """lane, status, resumes, runs, oldest_seconds."""
    findings: Sequence[Row[tuple[str, str, int]]]
    """rule, severity, findings of the last day."""
    stages: Sequence[StageCost]
    oldest_in_review_seconds: float
    unfinished_erasures: int


def read_measures(session: Session) -> Measures:
    return Measures(
        resumes=session.execute(_RESUMES).all(),
        matches=session.execute(_MATCHES).all(),
        waiting=session.execute(_WAITING).all(),
        findings=session.execute(_FINDINGS).all(),
        stages=[StageCost(*row) for row in session.execute(_STAGES)],
        oldest_in_review_seconds=float(session.scalar(_OLDEST_IN_REVIEW) or 0),
        unfinished_erasures=session.scalar(_UNFINISHED_ERASURES) or 0,
    )


def add_stage_costs(session: Session, costs: Iterable[StageCost]) -> None:
    """In one order for all processes, so that none waits for another crosswise."""
    rows = [
        {"stage": each.stage, "up_to_seconds": each.up_to_seconds, "resumes": each.resumes, "seconds": each.seconds}
        for each in sorted(costs)
    ]
    if rows:
        session.execute(_ADD_STAGES, rows)
