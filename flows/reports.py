"""What a run leaves behind in the Prefect UI: ids, counts and times, never anything of a person."""

from typing import Any

from prefect.artifacts import acreate_table_artifact

from services.batch import Batch

STAGES = ("hash", "extract", "store", "parse", "validate", "dedup", "persist")


async def report_outcomes(batch: Batch) -> None:
    """A row a resume: how it ended, why, and the milliseconds of each step."""
    rows: list[dict[str, Any]] = [
        {
            "resume": outcome.resume_id,
            "outcome": outcome.status,
            "reason": outcome.reason or "",
            "matched by": outcome.matched_by or "",
            **{stage: round(spent[stage]) for stage in STAGES if stage in spent},
        }
        for outcome in batch.outcomes
        for spent in [batch.milliseconds.get(outcome.resume_id, {})]
    ]
    if rows:
        await acreate_table_artifact(rows, key="ingest-outcomes", description="Outcomes, with milliseconds a step")
