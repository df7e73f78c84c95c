"""The API in this process, on the test's database, with an orchestration that only records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from services.errors import OrchestratorUnavailable


@dataclass
class RecordingOrchestration:
    """Stands for Prefect: says what it was told to say, and remembers what it was asked."""

    wakes: int = 0
    running: bool = False
    reachable: bool = True
    states: dict[UUID, str] = field(default_factory=dict)
    asked: list[UUID] = field(default_factory=list)
    backfills: list[tuple[list[int] | None, datetime | None, str | None]] = field(default_factory=list)

    async def start(self) -> None:
        self.running = True

    async def stop(self) -> None:
        self.running = False

    def wake(self) -> None:
        self.wakes += 1

    async def get_state_name(self, flow_run_id: UUID) -> str | None:
        self.asked.append(flow_run_id)
        return self.states.get(flow_run_id)

    async def trigger_backfill(
        self, resume_ids: list[int] | None, since: datetime | None, parser_version_older_than: str | None
    ) -> UUID:
        self.backfills.append((resume_ids, since, parser_version_older_than))
        return await self.trigger_sweep()

    async def trigger_sweep(self) -> UUID:
        if not self.reachable:
            raise OrchestratorUnavailable
        return uuid4()

    async def is_reachable(self) -> bool:
        return self.reachable


@pytest.fixture
def orchestration() -> RecordingOrchestration:
    return RecordingOrchestration()


@pytest.fixture
def client(database_url: str, orchestration: RecordingOrchestration) -> Iterator[TestClient]:
    with local_client(create_app(orchestration=orchestration)) as client:
        yield client


def local_client(app: FastAPI, **options: Any) -> TestClient:
    """As somebody at this machine asks, which is all that a system without keys answers."""
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000), **options)
