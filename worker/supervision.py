"""Watches a flow run in its process, and stops it where it goes over a limit or is cancelled."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum

from worker.configuration import RunLimits
from worker.warm_process import ProcessDied, WarmProcess

WATCH_SECONDS = 0.25
MEMORY_EVERY_SECONDS = 1.0


class Ending(Enum):
    """How a flow run's time in a process ended."""

    CARRIED_OUT = "carried out"
    """Prefect has its final state from the engine."""
    NOT_STARTED = "not started"
    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Report:
    ending: Ending
    reason: str = ""


@dataclass(slots=True)
class Watch:
    """The limits of one flow run, and whether it has been cancelled meanwhile."""

    limits: RunLimits
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    started_at: float = field(default_factory=time.monotonic)
    _memory_at: float = 0.0

    def verdict(self, process: WarmProcess) -> Report | None:
        """Why the run must be stopped now, if it must."""
        now = time.monotonic()
        if self.cancelled.is_set():
            return Report(Ending.CANCELLED, "The flow run was cancelled; its process was stopped.")
        limit = self.limits.run_time_limit_seconds
        if limit and now - self.started_at > limit:
            return Report(Ending.TIMED_OUT, f"The flow run took longer than {limit:g} s and was stopped.")
        limit = self.limits.silence_limit_seconds
        if limit and now - process.last_sign > limit:
            return Report(Ending.CRASHED, f"The flow run gave no sign of life for {limit:g} s and was stopped.")
        return self._memory_verdict(process, now)

    def _memory_verdict(self, process: WarmProcess, now: float) -> Report | None:
        limit = self.limits.memory_limit_mb
        if not limit or now - self._memory_at < MEMORY_EVERY_SECONDS:
            return None
        self._memory_at = now
        if (used := process.memory_mb) > limit:
            return Report(
                Ending.CRASHED, f"The flow run's process used {used:.0f} MB, over {limit} MB, and was stopped."
            )
        return None


async def follow(process: WarmProcess, order: "asyncio.Task[str | None]", watch: Watch) -> Report:
    """Wait for the order's end, or bring it about."""
    while not order.done():
        await asyncio.wait({order}, timeout=WATCH_SECONDS)
        if not order.done() and (verdict := watch.verdict(process)) is not None:
            process.kill()
            with suppress(ProcessDied):
                await order
            return verdict
    try:
        error = await order
    except ProcessDied as died:
        return Report(Ending.CRASHED, str(died))
    return Report(Ending.NOT_STARTED, error) if error else Report(Ending.CARRIED_OUT)
