"""What the routes are given."""

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import Depends, Header, Query, Request

from api.orchestration import Orchestration
from config import Settings
from db.engine import Session, session_scope
from services.resume_service import ResumeService

Source = Literal["page", "cli", "api"]


def get_app_settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


AppSettings = Annotated[Settings, Depends(get_app_settings)]


def get_orchestration(request: Request) -> Orchestration:
    orchestration: Orchestration = request.app.state.orchestration
    return orchestration


def get_session() -> Iterator[Session]:
    """A session in one transaction, committed when the route has returned."""
    with session_scope() as session:
        yield session


def get_resume_service(settings: AppSettings) -> ResumeService:
    return ResumeService(max_upload_bytes=settings.max_upload_bytes)


def get_source(x_intake_source: Annotated[Source, Header(description="Who sends it.")] = "api") -> Source:
    return x_intake_source


Orchestrator = Annotated[Orchestration, Depends(get_orchestration)]
Transaction = Annotated[Session, Depends(get_session, scope="function")]
Resumes = Annotated[ResumeService, Depends(get_resume_service)]
UploadSource = Annotated[Source, Depends(get_source)]
CURSOR = r"^[0-9]{1,9}$"
"""As the contract has it; another one is a bad cursor and not invalid input."""
PageLimit = Annotated[int, Query(ge=1, le=200, description="Most items on the page.")]
PageCursor = Annotated[
    str | None,
    Query(max_length=100, description="`next_cursor` of the page before.", json_schema_extra={"pattern": CURSOR}),
]
