"""Types of the browser fixtures, and how long a page is waited for."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

PATIENCE_MS = 60_000

ServeApp = Callable[..., str]
"""`serve_app(**settings)` -> the address of the application with these settings."""

OpenContext = Callable[..., BrowserContext]
"""`open_context(base_url, **playwright_options)`."""
