"""What the API needs of Prefect, as one object that tests replace."""

import asyncio
from datetime import datetime
from typing import Protocol
from uuid import UUID

import httpx

from services import flow_runs
from services.dispatch import Dispatcher

STATE_PATIENCE_SECONDS = 0.05
"""A status answer waits this long for Prefect; the question goes on, and the next answer has it."""
HEALTH_TIMEOUT_SECONDS = 1.0


class Orchestration(Protocol):
    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    def wake(self) -> None:
        """There is something pending; never waits, safe from any thread."""

    async def get_state_name(self, flow_run_id: UUID) -> str | None:
        """Name of the flow run's state, or None when Prefect does not tell in time."""

    async def trigger_backfill(
        self, resume_ids: list[int] | None, since: datetime | None, parser_version_older_than: str | None
    ) -> UUID:
        """Id of the flow run. Raises OrchestratorUnavailable."""

    async def trigger_sweep(self) -> UUID:
        """Id of the flow run. Raises OrchestratorUnavailable."""

    async def is_reachable(self) -> bool: ...


class PrefectOrchestration:
    """Orchestration by the Prefect server that the settings name."""

    def __init__(self, prefect_api_url: str) -> None:
        self._health_url = f"{prefect_api_url.removesuffix('/')}/health"
        self._dispatcher = Dispatcher()
        self._questions: dict[UUID, asyncio.Task[str | None]] = {}

    async def start(self) -> None:
        self._dispatcher.start()

    async def stop(self) -> None:
        for question in self._questions.values():
            question.cancel()
        await asyncio.to_thread(self._dispatcher.stop)

    def wake(self) -> None:
        self._dispatcher.wake()

    async def get_state_name(self, flow_run_id: UUID) -> str | None:
        question = self._questions.get(flow_run_id)
        if question is None:
            question = asyncio.create_task(_ask_state_name(flow_run_id))
            self._questions[flow_run_id] = question
            question.add_done_callback(lambda _: self._questions.pop(flow_run_id, None))
        done, _ = await asyncio.wait({question}, timeout=STATE_PATIENCE_SECONDS)
        return question.result() if done else None

    async def trigger_backfill(
        self, resume_ids: list[int] | None, since: datetime | None, parser_version_older_than: str | None
    ) -> UUID:
        return await flow_runs.trigger_backfill(
            resume_ids=resume_ids, since=since, parser_version_older_than=parser_version_older_than
        )

    async def trigger_sweep(self) -> UUID:
        return await flow_runs.trigger_sweep()

    async def is_reachable(self) -> bool:
        try:
            async with httpx.AsyncClient(timeout=HEALTH_TIMEOUT_SECONDS) as client:
                return (await client.get(self._health_url)).is_success
        except httpx.HTTPError:
            return False


async def _ask_state_name(flow_run_id: UUID) -> str | None:
    state = await flow_runs.get_flow_run_state(flow_run_id)
    return None if state is None else state.name
