"""A real browser on the real application, whose resumes are processed in this process instead of by Prefect."""

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from api.app import create_app
from config import Settings
from tests.browser.browser_types import PATIENCE_MS, OpenContext, ServeApp
from tests.browser.in_process import InProcessOrchestration

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        pytest.skip(f"no browser is installed: none of {', '.join(CHROMIUM_NAMES)} was found")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def orchestration(database_url: str) -> Iterator[InProcessOrchestration]:
    orchestration = InProcessOrchestration()
    yield orchestration
    orchestration.join()


@pytest.fixture
def serve_app(orchestration: InProcessOrchestration) -> Iterator[ServeApp]:
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(**settings: object) -> str:
        app = create_app(Settings(**settings), orchestration)  # type: ignore[arg-type]
        server, thread, url = _serve(app)
        servers.append((server, thread))
        return url

    yield serve
    for server, thread in servers:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture
def app_url(serve_app: ServeApp) -> str:
    return serve_app()


@pytest.fixture
def open_context(chromium: Browser) -> Iterator[OpenContext]:
    """A script error, or what the content security policy stops, fails the test at its end."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_one(base_url: str, **options: object) -> BrowserContext:
        context = chromium.new_context(base_url=base_url, **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on("console", lambda message: _note_blocked(message.text, problems))
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(open_context: OpenContext, app_url: str) -> Page:
    return open_context(app_url).new_page()


def _note_blocked(message: str, problems: list[str]) -> None:
    if "Content Security Policy" in message:
        problems.append(message)


def _serve(app: FastAPI) -> tuple[uvicorn.Server, threading.Thread, str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    # The socket listens already: a request made before the server is up waits in its queue.
    return server, thread, f"http://127.0.0.1:{listener.getsockname()[1]}"
