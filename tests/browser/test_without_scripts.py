"""Everything that matters works in a browser that runs no scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_types import PATIENCE_MS, OpenContext
from tests.browser.in_process import InProcessOrchestration
from tests.browser.resume_texts import write_resume, write_resumes


@pytest.fixture
def plain_page(open_context: OpenContext, app_url: str) -> Page:
    return open_context(app_url, java_script_enabled=False).new_page()


def test_upload_leads_to_the_resume_and_its_candidate(
    plain_page: Page, orchestration: InProcessOrchestration, tmp_path: Path
) -> None:
    orchestration.hold()
    plain_page.goto("/")
    plain_page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    plain_page.get_by_role("button", name="Upload").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("mara-lindqvist.txt")
    expect(plain_page.get_by_role("status")).to_contain_text("Waiting")
    orchestration.release()
    # The page refreshes itself until the resume is done.
    expect(plain_page.get_by_role("status")).to_contain_text("Completed", timeout=PATIENCE_MS)
    plain_page.get_by_role("link", name="Mara Lindqvist").click()
    expect(plain_page.get_by_text("Network Engineer, Northwind Grid Ltd")).to_be_visible()


def test_several_files_lead_to_the_list(plain_page: Page, tmp_path: Path) -> None:
    plain_page.goto("/")
    plain_page.get_by_label("Choose resumes").set_input_files(write_resumes(tmp_path))
    plain_page.get_by_role("button", name="Upload").click()
    expect(plain_page.locator(".upload-row")).to_have_count(3)


def test_refused_file_is_told_on_a_page(plain_page: Page, tmp_path: Path) -> None:
    picture = tmp_path / "holiday.gif"
    picture.write_bytes(b"GIF89a" + bytes(64))
    plain_page.goto("/")
    plain_page.get_by_label("Choose resumes").set_input_files(picture)
    plain_page.get_by_role("button", name="Upload").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Not accepted")
    expect(plain_page.get_by_role("main")).to_contain_text("holiday.gif")


def test_candidates_can_be_searched(plain_page: Page, orchestration: InProcessOrchestration, tmp_path: Path) -> None:
    plain_page.goto("/")
    plain_page.get_by_label("Choose resumes").set_input_files(write_resumes(tmp_path))
    plain_page.get_by_role("button", name="Upload").click()
    expect(plain_page.locator(".upload-row")).to_have_count(3)
    orchestration.join()
    plain_page.goto("/candidates")
    plain_page.get_by_label("Name", exact=True).fill("okafor")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page.locator(".candidate-card")).to_have_count(1)


def test_a_person_is_erased(plain_page: Page, orchestration: InProcessOrchestration, tmp_path: Path) -> None:
    plain_page.goto("/")
    plain_page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    plain_page.get_by_role("button", name="Upload").click()
    orchestration.join()
    plain_page.goto("/candidates/1")
    plain_page.get_by_role("link", name="Erase this person").click()
    plain_page.get_by_role("button", name="Erase for good").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Erased")
    plain_page.goto("/candidates")
    expect(plain_page.get_by_text("No candidates yet.")).to_be_visible()
