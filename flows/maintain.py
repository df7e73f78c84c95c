"""The second net: resumes that got lost on their way go out again, files that no resume names and erased ones go."""

import asyncio

from prefect import flow
from prefect.logging import get_run_logger

from flows.discretion import discreet
from services.dispatch import dispatch_pending
from services.erasure_rest import finish_all
from services.recovery import recover
from services.store_upkeep import remove_leftovers


@flow(name="maintain", persist_result=False)
@discreet
async def maintain() -> None:
    recovered = recover()
    dispatched = await dispatch_pending()
    get_run_logger().info("%d resumes recovered, %d dispatched", recovered, dispatched)
    if finished := await asyncio.to_thread(finish_all):
        get_run_logger().info("%d erasures finished", finished)
    removed = await asyncio.to_thread(remove_leftovers)
    get_run_logger().info(
        "%d uploads that never ended and %d files without a resume removed", removed.abandoned, removed.orphans
    )
