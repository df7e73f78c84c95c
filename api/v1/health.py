"""Health: whether the process lives, and whether it can do its work."""

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from api.dependencies import Orchestrator
from db.engine import is_database_ready

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: str = "ok"


class Readiness(BaseModel):
    status: str
    database: str
    prefect: str


@router.get("/healthz")
async def healthz() -> Health:
    return Health()


@router.get("/readyz", responses={503: {"model": Readiness}})
async def readyz(orchestrator: Orchestrator) -> JSONResponse:
    """Ready without Prefect too: uploads are taken in, and go out when it is back."""
    is_ready = await run_in_threadpool(is_database_ready)
    prefect = "ok" if await orchestrator.is_reachable() else "unreachable"
    readiness = Readiness(
        status="ready" if is_ready else "not_ready", database="ok" if is_ready else "unreachable", prefect=prefect
    )
    return JSONResponse(readiness.model_dump(), 200 if is_ready else 503)
