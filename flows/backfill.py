"""Stored resumes, parsed again with the parser of today."""

import asyncio
import time
from collections import Counter
from datetime import datetime
from typing import Any

from prefect import flow
from prefect.artifacts import acreate_progress_artifact, acreate_table_artifact, aupdate_progress_artifact
from prefect.logging import get_run_logger
from pydantic import BaseModel

from flows.discretion import discreet
from services import backfill as reparsing
from services.backfill import Selection
from services.flow_runs import continue_backfill, count_processes

LONGEST_RUN_SECONDS = 60.0
"""Then another run carries on: so a run that is lost loses little, and none stands in the way for long."""


class Part(BaseModel):
    """The share of a run that was started by another one."""

    shard: int
    shards: int
    after: int = 0
    """The last id that is done."""


@flow(name="backfill", persist_result=False)
@discreet
async def backfill(
    resume_ids: list[int] | None = None,
    since: datetime | None = None,
    parser_version_older_than: str | None = None,
    part: Part | None = None,
) -> None:
    """All filters that are given must hold. Without `part`, the work is spread over all warm processes."""
    filters: dict[str, Any] = {
        "resume_ids": resume_ids,
        "since": since.isoformat() if since else None,
        "parser_version_older_than": parser_version_older_than,
    }
    if part is None:
        part = await _spread(filters)
    selection = Selection(resume_ids, since, parser_version_older_than, part.shard, part.shards)
    after = await _work(selection, part.after)
    if after is not None:
        carried_on = part.model_copy(update={"after": after})
        await continue_backfill({**filters, "part": carried_on.model_dump()})


async def _spread(filters: dict[str, Any]) -> Part:
    """Start a run for every further process there is; this one takes the first share."""
    shards = await asyncio.to_thread(count_processes)
    for shard in range(1, shards):
        await continue_backfill({**filters, "part": Part(shard=shard, shards=shards).model_dump()})
    return Part(shard=0, shards=shards)


async def _work(selection: Selection, after: int) -> int | None:
    """Page after page; where another run shall carry on, or None when all is done."""
    started = time.monotonic()
    left = max(1, reparsing.count_left(selection, after))
    artifact = await acreate_progress_artifact(0.0, description=f"{left} resumes to parse again")
    counts: Counter[str] = Counter()
    while True:
        progress = reparsing.reparse_page(selection, after)
        after = progress.after
        counts.update(progress.counts)
        get_run_logger().info("%d of %d resumes parsed again", counts.total(), left)
        await aupdate_progress_artifact(artifact, min(100.0, 100.0 * counts.total() / left))
        if progress.is_done:
            break
        if time.monotonic() - started > LONGEST_RUN_SECONDS or reparsing.is_somebody_waiting():
            break
    await acreate_table_artifact([dict(counts)], key="backfill-outcomes", description=f"Up to resume {after}")
    return None if progress.is_done else after
