"""Every route asks for a scope, and gives nothing without it: shown by a walk over all routes."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.auth import Requires
from config import get_settings
from db.engine import session_scope
from services.api_keys import create_key
from services.scopes import ALL_SCOPES, Scope
from tests.api_client import RecordingOrchestration, local_client

OPEN = {"/healthz", "/readyz", "/openapi.json", "/sign-in", "/sign-out", "/static"}
"""Told to everybody, and why nothing is lost by it: no record of anybody is in them."""
NOWHERE = "00000000-0000-4000-8000-000000000000"


class Asked(NamedTuple):
    method: str
    path: str
    scopes: tuple[Scope, ...]

    @property
    def url(self) -> str:
        return (
            self.path.replace("{job_id}", NOWHERE)
            .replace(":int", "")
            .replace("{resume_id}", "1")
            .replace("{candidate_id}", "1")
        )


def walk() -> Iterator[Asked]:
    app = create_app(get_settings(), RecordingOrchestration())
    for route in iter_route_contexts(app.routes):
        if route.path in OPEN:
            continue
        needed = [needs.call for needs in route.dependant.dependencies if isinstance(needs.call, Requires)]
        assert len(needed) == 1, f"{route.path} names no scope, or more than once"
        for method in route.methods or ():
            yield Asked(method, route.path, needed[0].scopes)


ROUTES = sorted(walk())
NAMES = [f"{route.method} {route.path}" for route in ROUTES]


@pytest.fixture
def app(database_url: str) -> FastAPI:
    settings = get_settings().model_copy(update={"api_token": SecretStr("token-of-the-test")})
    return create_app(settings, RecordingOrchestration())


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with local_client(app, follow_redirects=False) as client:
        yield client


def key_with(*scopes: Scope) -> dict[str, str]:
    with session_scope() as session:
        return {"Authorization": f"Bearer {create_key(session, 'test', frozenset(scopes), None).key}"}


def test_the_walk_finds_the_routes() -> None:
    assert len(ROUTES) >= 20
    assert {route.path for route in ROUTES} >= {"/api/v1/resumes/upload", "/candidates/{candidate_id:int}", "/"}


@pytest.mark.parametrize("asked", ROUTES, ids=NAMES)
def test_without_a_key_nothing_is_told(client: TestClient, asked: Asked) -> None:
    answer = client.request(asked.method, asked.url)
    if asked.path.startswith(("/api/", "/metrics")):
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
        assert answer.headers["www-authenticate"] == "Bearer"
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in?")


@pytest.mark.parametrize("asked", ROUTES, ids=NAMES)
def test_without_the_scope_nothing_is_told(client: TestClient, asked: Asked) -> None:
    others = ALL_SCOPES - set(asked.scopes)
    answer = client.request(asked.method, asked.url, headers=key_with(*others))
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize("asked", ROUTES, ids=NAMES)
def test_the_scope_alone_is_enough(client: TestClient, asked: Asked) -> None:
    for scope in asked.scopes:
        answer = client.request(asked.method, asked.url, headers=key_with(scope))
        assert answer.status_code not in {401, 403, 500}, answer.text
