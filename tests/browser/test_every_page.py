"""What holds for every page: accessible to all, no wider than a phone, without foreign hosts."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.browser_types import PATIENCE_MS, OpenContext
from tests.browser.resume_texts import write_resumes

PATHS = (
    "/",
    "/resumes",
    "/resumes?status=failed",
    "/resumes/1",
    "/resumes/4",
    "/candidates",
    "/candidates?q=nobody",
    "/candidates/1",
    "/candidates/1?view=redacted",
    "/candidates/1/erase",
    "/api-reference",
    "/no-such-page",
)
PHONE = {"width": 360, "height": 740}
CHECKS = (Path(__file__).parent / "page_checks.js").read_text()


@pytest.fixture
def filled_url(app_url: str, open_context: OpenContext, tmp_path: Path) -> str:
    """The address of an application with three candidates and a failed resume with a long name."""
    failing = tmp_path / ("a-very-long-file-name-without-any-space-in-it" * 4 + ".pdf")
    failing.write_bytes(b"%PDF-1.7\n" + b"not a document at all\n" * 20)
    page = open_context(app_url).new_page()
    page.goto("/")
    for path in [*write_resumes(tmp_path), failing]:
        page.get_by_label("Choose resumes").set_input_files(path)
        expect(page.locator(".badge--pending, .badge--uploading, .badge--processing")).to_have_count(
            0, timeout=PATIENCE_MS
        )
    return app_url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(filled_url: str, open_context: OpenContext, scheme: str) -> None:
    page = open_context(filled_url, color_scheme=scheme, reduced_motion="reduce").new_page()
    problems = {}
    for path in PATHS:
        page.goto(path)
        problems[path] = page.evaluate(CHECKS)
    assert problems == {path: [] for path in PATHS}


def test_checks_find_what_is_wrong(page: Page) -> None:
    page.set_content(
        "<main><h3>Skipped</h3><input><a href='/'></a><img src='/x.png'>"
        "<p style='color:#999;background:#fff'>Faint words</p></main>"
    )
    problems = "\n".join(page.evaluate(CHECKS))
    for expected in ("no language", "exactly one h1", "jumps", "no label", "no name", "no text", "contrast 2.85"):
        assert expected in problems


def test_pages_fit_a_phone(filled_url: str, open_context: OpenContext) -> None:
    page = open_context(filled_url, viewport=PHONE, has_touch=True).new_page()
    widths = {}
    for path in PATHS:
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(PATHS, PHONE["width"])


def test_pages_load_nothing_from_elsewhere(filled_url: str, open_context: OpenContext) -> None:
    context = open_context(filled_url)
    hosts = _hosts_asked(context)
    page = context.new_page()
    for path in PATHS:
        page.goto(path, wait_until="networkidle")
    assert hosts == {urlsplit(filled_url).netloc}


def test_skip_link_leads_past_the_navigation(page: Page) -> None:
    page.goto("/candidates")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def _hosts_asked(context: BrowserContext) -> set[str]:
    hosts: set[str] = set()
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    return hosts
