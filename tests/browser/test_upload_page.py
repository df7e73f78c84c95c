"""The upload page with scripts: choosing, dropping, progress, refusals, retries and following jobs to their end."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.browser_types import PATIENCE_MS, OpenContext, ServeApp
from tests.browser.in_process import InProcessOrchestration
from tests.browser.resume_texts import PEOPLE, write_resume, write_resumes

DROP_STEPS = ("dragEnter", "dragOver", "drop")


def row_of(page: Page, file_name: str) -> Locator:
    return page.locator(".upload-row", has_text=file_name)


def expect_completed(row: Locator, candidate: str) -> None:
    expect(row.locator(".badge")).to_have_text("Completed", timeout=PATIENCE_MS)
    expect(row.get_by_role("link", name=candidate)).to_be_visible()


def drop(page: Page, paths: list[Path]) -> None:
    """A drop as the operating system does it, so that folders come as folders."""
    box = page.locator(".dropzone").bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    for step in DROP_STEPS:
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        where = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        session.send("Input.dispatchDragEvent", {"type": step, "data": data, **where})


def test_several_chosen_files_become_candidates(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resumes(tmp_path))
    for name in PEOPLE:
        expect_completed(row_of(page, f"{name.lower().replace(' ', '-')}.txt"), name)
    expect(page.locator("[data-part=announcement]")).to_contain_text("All are finished")
    row_of(page, "mara-lindqvist.txt").get_by_role("link", name="Mara Lindqvist").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mara Lindqvist")


def test_dropped_files_and_folders_become_candidates(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "resumes of march"
    folder.mkdir()
    inside = write_resume(folder, "Tobias Okafor")
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    beside = write_resume(tmp_path, "Mara Lindqvist")
    page.goto("/")
    drop(page, [folder, beside])
    expect_completed(row_of(page, inside.name), "Tobias Okafor")
    expect_completed(row_of(page, beside.name), "Mara Lindqvist")
    expect(page.locator(".upload-row")).to_have_count(2)


def test_keyboard_alone_uploads_a_file(page: Page, tmp_path: Path) -> None:
    resume = write_resume(tmp_path, "Ines Carvalho")
    # Listened for from the start: the browser is told to hand over its choosers while the page loads, not beside the key press.
    page.on("filechooser", lambda chooser: chooser.set_files(resume))
    page.goto("/")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "upload-files":
            break
    outline = page.locator(".dropzone").evaluate("zone => getComputedStyle(zone).outlineStyle")
    assert outline == "solid", "the zone must show that it has the focus"
    page.keyboard.press("Enter")
    expect_completed(row_of(page, "ines-carvalho.txt"), "Ines Carvalho")


@pytest.mark.parametrize(
    ("file_name", "content", "reason"),
    [
        ("holiday.gif", b"GIF89a" + bytes(64), "Files of this kind are not read"),
        ("empty.pdf", b"", "The file is empty"),
        ("novel.txt", b"word " * 30_000, "larger than 98 KB"),
    ],
)
def test_page_refuses_without_sending(
    serve_app: ServeApp, open_context: OpenContext, tmp_path: Path, file_name: str, content: bytes, reason: str
) -> None:
    page = open_context(serve_app(max_upload_bytes=100_000)).new_page()
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.goto("/")
    (tmp_path / file_name).write_bytes(content)
    page.get_by_label("Choose resumes").set_input_files(tmp_path / file_name)
    row = row_of(page, file_name)
    expect(row.locator(".badge")).to_have_text("Rejected")
    expect(row).to_contain_text(reason)
    assert sent == []


def test_server_refusal_shows_its_reason(page: Page, tmp_path: Path) -> None:
    disguised = tmp_path / "resume.pdf"
    disguised.write_bytes(b"GIF89a" + bytes(64))
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(disguised)
    row = row_of(page, "resume.pdf")
    expect(row.locator(".badge")).to_have_text("Rejected")
    expect(row.locator("[data-part=reason]")).not_to_be_empty()
    expect(row.get_by_role("button")).to_have_count(0)


def test_damaged_document_fails_with_its_reason(page: Page, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + b"not a document at all\n" * 20)
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(damaged)
    row = row_of(page, "damaged.pdf")
    expect(row.locator(".badge")).to_have_text("Failed", timeout=PATIENCE_MS)
    expect(row.locator("[data-part=reason]")).to_contain_text("damaged")


def test_file_sent_twice_is_shown_once_as_known(page: Page, tmp_path: Path) -> None:
    resume = write_resume(tmp_path, "Mara Lindqvist")
    page.goto("/")
    chooser = page.get_by_label("Choose resumes")
    chooser.set_input_files(resume)
    expect_completed(row_of(page, resume.name), "Mara Lindqvist")
    chooser.set_input_files(resume)
    # The newer row stands first until the older one is taken away.
    expect(row_of(page, resume.name).first).to_contain_text("This file was already here.")
    expect(page.locator(".upload-row")).to_have_count(1)


def test_broken_upload_is_retried_on_demand(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.route("**/api/v1/resumes/upload", lambda route: route.abort(), times=1)
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    row = row_of(page, "mara-lindqvist.txt")
    expect(row).to_contain_text("The connection broke off.")
    row.get_by_role("button", name="Retry mara-lindqvist.txt").click()
    expect_completed(row, "Mara Lindqvist")


def test_upload_can_be_cancelled(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    held: list[Route] = []
    page.route("**/api/v1/resumes/upload", lambda route: held.append(route))
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    row = row_of(page, "mara-lindqvist.txt")
    row.get_by_role("button", name="Cancel mara-lindqvist.txt").click()
    expect(row).to_contain_text("Cancelled.")
    page.unroute("**/api/v1/resumes/upload")
    row.get_by_role("button", name="Retry mara-lindqvist.txt").click()
    expect_completed(row, "Mara Lindqvist")


def test_at_most_four_uploads_run_at_once(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    held: list[Route] = []
    page.route("**/api/v1/resumes/upload", lambda route: held.append(route))
    files = []
    for number in range(6):
        path = tmp_path / f"resume-{number}.txt"
        path.write_text(f"Resume number {number}")
        files.append(path)
    page.get_by_label("Choose resumes").set_input_files(files)
    page.wait_for_timeout(500)
    assert len(held) == 4
    expect(page.get_by_role("progressbar")).to_have_count(6)
    held[0].abort()
    page.wait_for_timeout(300)
    assert len(held) == 5


def test_jobs_are_followed_by_one_request_that_backs_off_and_stops(
    page: Page, orchestration: InProcessOrchestration, tmp_path: Path
) -> None:
    asked: list[tuple[float, str]] = []
    page.on(
        "request", lambda request: asked.append((time.monotonic(), request.url)) if "/jobs" in request.url else None
    )
    orchestration.hold()
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resumes(tmp_path))
    expect(page.locator(".badge--pending")).to_have_count(3)
    page.wait_for_timeout(6_000)
    urls = [url for _, url in asked if "/jobs?" in url]
    moments = [moment for moment, url in asked if "/jobs?" in url]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps == sorted(gaps)
    assert gaps[-1] > 1.3 * gaps[0]
    assert len(moments) <= 5
    assert urls[-1].count(",") == 2, "one request asks for all three jobs"

    orchestration.release()
    expect(page.locator(".badge--completed")).to_have_count(3, timeout=PATIENCE_MS)
    asked.clear()
    page.wait_for_timeout(3_000)
    assert asked == [], "nothing is left to ask about"


def test_hidden_page_does_not_ask(page: Page, orchestration: InProcessOrchestration, tmp_path: Path) -> None:
    orchestration.hold()
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    expect(page.locator(".badge--pending")).to_have_count(1)
    _set_hidden(page, hidden=True)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.wait_for_timeout(2_500)
    assert asked == []
    orchestration.release()
    _set_hidden(page, hidden=False)
    expect_completed(row_of(page, "mara-lindqvist.txt"), "Mara Lindqvist")


def test_lost_server_is_told_and_recovered_from(
    page: Page, orchestration: InProcessOrchestration, tmp_path: Path
) -> None:
    orchestration.hold()
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    page.route("**/api/v1/jobs?*", lambda route: route.abort())
    notice = page.get_by_text("The server cannot be reached.")
    expect(notice).to_be_visible()
    page.unroute("**/api/v1/jobs?*")
    orchestration.release()
    expect_completed(row_of(page, "mara-lindqvist.txt"), "Mara Lindqvist")
    expect(notice).to_be_hidden()


def test_list_survives_a_reload(page: Page, orchestration: InProcessOrchestration, tmp_path: Path) -> None:
    orchestration.hold()
    page.goto("/")
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    expect(page.locator(".badge--pending")).to_have_count(1)
    page.reload()
    orchestration.release()
    expect_completed(row_of(page, "mara-lindqvist.txt"), "Mara Lindqvist")


def _set_hidden(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        """hidden => {
            Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_what_the_form_says_goes_with_each_file(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_label("Where they are from").fill("Job fair")
    page.get_by_label("Consent").fill("2026-11-28")
    page.get_by_label("Choose resumes").set_input_files(write_resume(tmp_path, "Mara Lindqvist"))
    expect_completed(row_of(page, "mara-lindqvist.txt"), "Mara Lindqvist")
    page.goto("/resumes/1")
    for told in ("Job fair", "2026-11-28"):
        expect(page.get_by_text(told, exact=True)).to_be_visible()
