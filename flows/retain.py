"""Erases what has been kept as long as the settings allow."""

import asyncio

from prefect import flow
from prefect.logging import get_run_logger

from flows.discretion import discreet
from services.retention import retain as erase_expired


@flow(name="retain", persist_result=False)
@discreet
async def retain(dry_run: bool = False) -> None:
    """Says how many, never who. Does nothing where the settings say to keep all."""
    counts = await asyncio.to_thread(erase_expired, dry_run=dry_run)
    if counts is None:
        get_run_logger().info("all is kept: no number of months is set")
        return
    told = ", ".join(f"{count} {what.replace('_', ' ')}" for what, count in counts if count) or "nothing"
    get_run_logger().info("%s: %s", "there would be erased" if dry_run else "erased", told)
