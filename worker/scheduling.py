"""Hears from Prefect's events that there is work, so that a flow run need not wait for the next poll."""

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

from prefect.events.clients import get_events_subscriber
from prefect.events.filters import EventAnyResourceFilter, EventFilter, EventNameFilter

logger = logging.getLogger("prefect.workers.warm-process.scheduling")

SCHEDULED = "prefect.flow-run.Scheduled"
RECONNECT_SECONDS = 10.0


async def listen_for_work(work_pool_id: UUID, on_work: Callable[[], None]) -> None:
    """Call `on_work` whenever a flow run is scheduled in the work pool. Polling goes on beside it, as the net below."""
    wanted = EventFilter(
        event=EventNameFilter(name=[SCHEDULED]),
        any_resource=EventAnyResourceFilter(id=[f"prefect.work-pool.{work_pool_id}"]),
    )
    while True:
        try:
            async with get_events_subscriber(filter=wanted) as events:
                async for _ in events:
                    on_work()
        except Exception as error:  # noqa: BLE001 - the connection is a convenience; whatever ends it, it is made anew
            logger.debug("The events cannot be listened to now: %s", error)
        await asyncio.sleep(RECONNECT_SECONDS)
