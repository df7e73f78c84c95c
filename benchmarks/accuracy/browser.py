"""The Chromium that prints HTML to PDF."""

import shutil
from functools import lru_cache

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """Path of the installed Chromium, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@lru_cache
def _start() -> tuple[Playwright, Browser]:
    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=find_browser(), headless=True, args=list(FLAGS))


def print_pdf(html: str) -> bytes:
    """The page as a PDF with its own page size; starts a browser for this process at first use."""
    page = _start()[1].new_page()
    try:
        page.set_content(html)
        return page.pdf(prefer_css_page_size=True, print_background=True)
    finally:
        page.close()


def close() -> None:
    """Ends this process's browser, if there is one."""
    if _start.cache_info().currsize:
        playwright, browser = _start()
        browser.close()
        playwright.stop()
        _start.cache_clear()
