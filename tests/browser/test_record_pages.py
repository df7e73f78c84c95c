"""Candidates and resumes as people look at them, and signing in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_types import PATIENCE_MS, OpenContext, ServeApp
from tests.browser.resume_texts import write_resume, write_resumes


@pytest.fixture
def filled_page(page: Page, tmp_path: Path) -> Page:
    """A page of an application with three candidates."""
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resumes(tmp_path))
    expect(page.locator(".badge--completed")).to_have_count(3, timeout=PATIENCE_MS)
    return page


def test_search_finds_by_each_field(filled_page: Page) -> None:
    for field, text, found in [
        ("Name", "lindqvist", "Mara Lindqvist"),
        ("E-mail", "tobias-okafor@", "Tobias Okafor"),
        ("Skill", "revit", "Ines Carvalho"),
    ]:
        filled_page.goto("/candidates")
        expect(filled_page.locator(".candidate-card")).to_have_count(3)
        filled_page.get_by_label(field, exact=True).fill(text)
        filled_page.keyboard.press("Enter")
        expect(filled_page.locator(".candidate-card h3")).to_have_text([found])
        expect(filled_page.get_by_label(field, exact=True)).to_have_value(text)
    filled_page.get_by_label("Name", exact=True).fill("nobody")
    filled_page.keyboard.press("Enter")
    expect(filled_page.get_by_text("No candidate matches this search.")).to_be_visible()
    filled_page.get_by_role("link", name="Clear").click()
    expect(filled_page.locator(".candidate-card")).to_have_count(3)


def test_candidate_shows_contact_history_and_files(filled_page: Page) -> None:
    filled_page.goto("/candidates?q=lindqvist")
    filled_page.get_by_role("link", name="Mara Lindqvist").click()
    main = filled_page.get_by_role("main")
    for text in ("mara-lindqvist@example.com", "+44 20 7946 0100", "Network Engineer", "Mar 2019 – present", "Python"):
        expect(main.get_by_text(text).first).to_be_visible()
    expect(main.get_by_role("link", name="linkedin.com/in/mara-lindqvist")).to_have_attribute(
        "href", "https://www.linkedin.com/in/mara-lindqvist"
    )


def test_file_downloads_as_it_was_sent(filled_page: Page, tmp_path: Path) -> None:
    sent = write_resume(tmp_path, "Mara Lindqvist").read_bytes()
    filled_page.goto("/candidates?q=lindqvist")
    filled_page.get_by_role("link", name="Mara Lindqvist").click()
    with filled_page.expect_download() as download:
        filled_page.get_by_role("link", name="Download mara-lindqvist.txt").click()
    assert download.value.suggested_filename == "mara-lindqvist.txt"
    assert download.value.path().read_bytes() == sent


def test_resume_shows_what_was_read(filled_page: Page) -> None:
    filled_page.goto("/resumes")
    filled_page.get_by_role("link", name="mara-lindqvist.txt").click()
    main = filled_page.get_by_role("main")
    expect(main.get_by_role("status")).to_contain_text("Completed")
    expect(main).to_contain_text("mara-lindqvist@example.com")
    expect(main).to_contain_text("Web page")


def test_markup_in_a_resume_stays_text(page: Page, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": write_resume(tmp_path, "Ines Carvalho").read_bytes()}
    )
    expect(page.locator(".badge--completed")).to_have_count(1, timeout=PATIENCE_MS)
    for path in ("/", "/resumes", "/resumes/1"):
        page.goto(path)
        expect(page.get_by_text(name).first).to_be_visible()
        assert page.locator("img").count() == 0


def test_token_is_asked_for_and_opens_everything(
    serve_app: ServeApp, open_context: OpenContext, tmp_path: Path
) -> None:
    context = open_context(serve_app(api_token="a-token-of-the-test"))
    page = context.new_page()
    page.goto("/candidates?q=mara")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Password or key").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("The name, password or key is not right.")
    page.get_by_label("Password or key").fill("a-token-of-the-test")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/candidates?q=mara")

    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    expect(page.locator(".badge--completed")).to_have_count(1, timeout=PATIENCE_MS)
    (cookie,) = context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert "a-token-of-the-test" not in cookie["value"]

    page.get_by_role("button", name="Sign out").click()
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
