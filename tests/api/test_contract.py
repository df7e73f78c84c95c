"""The API keeps to its contract, tried by schemathesis with what it makes up: with a key, with a poor one, and without."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import schemathesis
import uvicorn
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from pydantic import SecretStr
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection
from schemathesis.specs.openapi.schemas import OpenApiSchema

from api.app import create_app
from config import get_settings
from tests.api_client import RecordingOrchestration
from tests.running_stack import free_port

TOKEN = "token-of-the-test"
EXAMPLES = 8
CONFIG = schemathesis.Config.from_path(Path(__file__).parents[2] / "schemathesis.toml")

short_run = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def served(app: FastAPI) -> Iterator[OpenApiSchema]:
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", proxy_headers=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/openapi.json", config=CONFIG, wait_for_schema=20)
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture
def open_contract(database_url: str) -> Iterator[OpenApiSchema]:
    yield from served(create_app(get_settings(), RecordingOrchestration()))


@pytest.fixture
def guarded_contract(database_url: str) -> Iterator[OpenApiSchema]:
    # Unlimited attempts: the run sends more wrong keys than an address may.
    changes = {"api_token": SecretStr(TOKEN), "sign_in_attempts": 0, "requests_per_minute": 0}
    yield from served(create_app(get_settings().model_copy(update=changes), RecordingOrchestration()))


def try_all(contract: OpenApiSchema, one: Callable[[schemathesis.Case], None]) -> None:
    """Every operation, with what the contract allows and with what it does not."""
    tried = 0
    for result in contract.get_all_operations():
        operation = result.ok()
        for mode in GenerationMode:
            with suppress(Unsatisfiable):
                short_run(given(operation.as_strategy(generation_mode=mode))(one))()
        tried += 1
    assert tried >= 16


def test_with_a_key(guarded_contract: OpenApiSchema) -> None:
    def send(case: schemathesis.Case) -> None:
        # A malformed key that it makes up is replaced here; that bad input is refused, the run without keys shows.
        headers = {"Authorization": f"Bearer {TOKEN}"}
        case.call_and_validate(headers=headers, excluded_checks=[negative_data_rejection])

    try_all(guarded_contract, send)


def test_without_the_key(guarded_contract: OpenApiSchema) -> None:
    def send(case: schemathesis.Case) -> None:
        response = case.call_and_validate()
        assert not case.path.startswith("/api/") or response.status_code >= 400

    try_all(guarded_contract, send)


def test_where_there_are_no_keys(open_contract: OpenApiSchema) -> None:
    def send(case: schemathesis.Case) -> None:
        case.call_and_validate()

    try_all(open_contract, send)
