"""The application: routers, error answers, middleware, and the dispatcher that lives as long as it does."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp

from api import metrics
from api.access_state import AccessState, check_access
from api.body_limit import BodyLimit
from api.contract import complete
from api.cross_site import CrossSiteGuard
from api.errors import install_error_handlers
from api.known_hosts import KnownHosts
from api.middleware import RequestMiddleware
from api.orchestration import Orchestration, PrefectOrchestration
from api.pages import install_pages
from api.proxies import ForwardedClients
from api.v1 import audit, candidates, health, jobs, operations, resumes
from config import Settings, get_settings

API_PREFIX = "/api/v1"


class IntakeApplication(FastAPI):
    """FastAPI with the request middleware around all of it: answers to unexpected errors have its headers too."""

    _told_open = False
    """Whether the OpenAPI document at hand says that no key is needed."""

    def openapi(self) -> dict[str, Any]:
        """Made anew when the first key has come."""
        access: AccessState = self.state.access
        if self.openapi_schema is None or self._told_open != access.seems_open:
            self.openapi_schema, self._told_open = None, access.seems_open
            complete(super().openapi(), iter_route_contexts(self.routes), is_open=self._told_open)
        return super().openapi()

    def build_middleware_stack(self) -> ASGIApp:
        settings: Settings = self.state.settings
        guarded = KnownHosts(CrossSiteGuard(BodyLimit(super().build_middleware_stack())), settings.host_names)
        return ForwardedClients(RequestMiddleware(guarded), settings.proxy_networks)


def create_app(settings: Settings | None = None, orchestration: Orchestration | None = None) -> FastAPI:
    """The ASGI application; `orchestration` is Prefect unless a test gives another."""
    settings = settings or get_settings()
    logging.getLogger("api").setLevel(settings.log_level)
    app = IntakeApplication(
        title="Resume intake",
        summary="Turns resumes into candidate records.",
        version="1.0.0",
        lifespan=_lifespan,
        # The reference is a page of our own, without scripts: `/api-reference`.
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.state.access = AccessState(settings)
    app.state.orchestration = orchestration or PrefectOrchestration(settings.prefect_api_url)
    install_error_handlers(app)
    app.include_router(health.router)
    app.include_router(metrics.router)
    app.include_router(_api_routes())
    install_pages(app)
    return app


def _api_routes() -> APIRouter:
    api = APIRouter(prefix=API_PREFIX)
    for router in (resumes.router, jobs.router, candidates.router, operations.router, audit.router):
        api.include_router(router)
    return api


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await check_access(app.state.settings, app.state.access)
    await app.state.orchestration.start()
    try:
        yield
    finally:
        await app.state.orchestration.stop()
