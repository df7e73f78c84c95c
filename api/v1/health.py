"""Health: whether the process lives, and whether it can do its work."""

from collections.abc import Callable
from functools import lru_cache

import anyio
from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from api.dependencies import Orchestrator
from db.engine import is_database_ready
from services import formats
from services.errors import StoreFull, StoreTrouble
from services.file_store import get_file_store

PATIENCE_SECONDS = 5.0
"""A database or a store that hangs is told as one that does not answer."""

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: str = "ok"


class Readiness(BaseModel):
    status: str
    database: str
    storage: str = Field(description="ok, full (too little space is left) or unavailable.")
    prefect: str
    reads: list[str] = Field(
        description="Endings of the files that are read here; pictures only with an engine of OCR."
    )
    recognition: str = Field(description="The engine that reads scans and pictures, or none.")


@router.get("/healthz")
async def healthz() -> Health:
    return Health()


@router.get("/readyz", responses={503: {"model": Readiness}})
async def readyz(orchestrator: Orchestrator) -> JSONResponse:
    """Ready without Prefect too: uploads are taken in, and go out when it is back."""
    database = await _ask(_database_state)
    storage = await _ask(_storage_state)
    is_ready = database == storage == "ok"
    readiness = Readiness(
        status="ready" if is_ready else "not_ready",
        database=database or "unreachable",
        storage=storage or "unavailable",
        prefect="ok" if await orchestrator.is_reachable() else "unreachable",
        reads=formats.accepted(),
        recognition=formats.recognition() or "none",
    )
    return JSONResponse(readiness.model_dump(), 200 if is_ready else 503)


async def _ask(question: Callable[[], str]) -> str | None:
    """The answer, or None when there is none in time; the thread that waits for it is left to itself."""
    with anyio.move_on_after(PATIENCE_SECONDS):
        return await anyio.to_thread.run_sync(question, abandon_on_cancel=True, limiter=_questions())
    return None


@lru_cache
def _questions() -> anyio.CapacityLimiter:
    """Of its own, so that threads that hang leave the requests theirs."""
    return anyio.CapacityLimiter(4)


def _database_state() -> str:
    return "ok" if is_database_ready() else "unreachable"


def _storage_state() -> str:
    try:
        get_file_store().try_out()
    except StoreFull:
        return "full"
    except StoreTrouble:
        return "unavailable"
    return "ok"
