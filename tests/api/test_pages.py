"""The pages over HTTP, without a browser: sign-in, redirects, problems, headers."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from config import Settings
from db.engine import session_scope
from services.api_keys import create_key
from services.scopes import Scope
from tests.api_client import local_client
from tests.browser.in_process import InProcessOrchestration
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store_as

TOKEN = "token-of-the-test"
HTML = {"Accept": "text/html"}
PAGES = ("/", "/resumes", "/resumes/1", "/resumes/1/file", "/candidates", "/candidates/1", "/api-reference")

OpenClient = Callable[..., TestClient]


@pytest.fixture
def open_client(database_url: str) -> Iterator[OpenClient]:
    """`open_client(**settings)` -> a browser-like client that follows no redirect by itself."""
    held = InProcessOrchestration()
    held.hold()
    clients: list[TestClient] = []

    def open_one(**settings: object) -> TestClient:
        app = create_app(Settings(**settings), held)  # type: ignore[arg-type]
        client = local_client(app, headers=HTML, follow_redirects=False)
        clients.append(client)
        return client

    yield open_one
    for client in clients:
        client.close()


@pytest.fixture
def client(open_client: OpenClient) -> TestClient:
    return open_client()


@pytest.fixture
def guarded(open_client: OpenClient) -> TestClient:
    return open_client(api_token=TOKEN)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_asks_to_sign_in(guarded: TestClient, path: str) -> None:
    answer = guarded.get(path)
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["location"]).query)["next"] == [path]


def test_form_is_not_taken_without_signing_in(guarded: TestClient) -> None:
    answer = guarded.post("/", files={"file": ("resume.txt", b"Ada Example")})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_signing_in_opens_pages_and_api(guarded: TestClient) -> None:
    answer = guarded.post("/sign-in", data={"token": TOKEN, "next": "/candidates?q=ada"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/candidates?q=ada")
    assert guarded.get("/candidates").status_code == 200
    assert guarded.get("/api/v1/resumes").status_code == 200
    guarded.post("/sign-out")
    assert guarded.get("/candidates").status_code == 303


def test_wrong_token_is_refused(guarded: TestClient) -> None:
    answer = guarded.post("/sign-in", data={"token": "wrong"})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "candidates", "/a\nb"]
)
def test_signing_in_never_leads_to_another_site(guarded: TestClient, target: str) -> None:
    assert guarded.post("/sign-in", data={"token": TOKEN, "next": target}).headers["location"] == "/"


@pytest.mark.parametrize("path", ["/", "/sign-in", "/sign-out"])
def test_forms_of_other_sites_are_refused(client: TestClient, path: str) -> None:
    answer = client.post(path, headers={"Sec-Fetch-Site": "cross-site"}, data={"token": "x"})
    assert answer.status_code == 403


def test_form_upload_leads_to_the_resume(client: TestClient) -> None:
    answer = client.post("/", files={"file": ("resume.txt", b"Ada Example\nada@example.com")})
    assert answer.status_code == 303
    resume_page = client.get(answer.headers["location"])
    assert "resume.txt" in resume_page.text
    assert "Waiting" in resume_page.text


def test_form_without_a_file_says_so(client: TestClient) -> None:
    answer = client.post("/", files={"file": ("", b"")})
    assert answer.status_code == 400
    assert "No file was chosen." in answer.text


def test_one_refused_file_does_not_stop_the_others(client: TestClient) -> None:
    files = [("file", ("a.txt", b"Ada Example")), ("file", ("b.txt", b""))]
    answer = client.post("/", files=files)
    assert answer.status_code == 422
    assert "b.txt: The file is empty." in answer.text
    assert "a.txt" in client.get("/resumes").text


@pytest.mark.parametrize(
    "path", ["/nothing", "/candidates/999", "/resumes/999", "/resumes/999/file", "/candidates/ada"]
)
def test_what_is_not_there_is_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/candidates/999"])
def test_programs_get_problems_as_json(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_bad_cursor_is_a_page(client: TestClient) -> None:
    assert client.get("/candidates?cursor=x").status_code == 400


def test_pages_are_not_kept_and_scripts_are_asked_about(client: TestClient) -> None:
    assert client.get("/candidates").headers["cache-control"] == "no-store"
    assert client.get("/static/js/resume_upload.js").headers["cache-control"] == "no-cache"


def test_pages_allow_own_scripts_only(client: TestClient) -> None:
    answer = client.get("/")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "style=" not in answer.text
    assert "<style" not in answer.text
    assert "onclick" not in answer.text


def test_listing_goes_on_page_after_page(client: TestClient, make_resume: ResumeFactory) -> None:
    for _ in range(51):
        make_resume(upload_status="failed")
    make_resume()
    first = client.get("/resumes?status=failed").text
    assert first.count('class="upload-row"') == 50
    following = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(following).text
    assert second.count('class="upload-row"') == 1
    assert 'rel="next"' not in second


def test_unknown_status_shows_all(client: TestClient, make_resume: ResumeFactory) -> None:
    make_resume(file_name="ada.txt")
    assert "ada.txt" in client.get("/resumes?status=nonsense").text


class TestErasing:
    def test_a_person_is_erased_after_a_question(self, client: TestClient, make_resume: ResumeFactory) -> None:
        _, stored = store_as(make_resume, make_record())
        person = f"/candidates/{stored.candidate_id}"
        assert f'href="{person}/erase"' in client.get(person).text
        question = client.get(f"{person}/erase")
        assert "Erase this person?" in question.text
        assert client.get(person).status_code == 200
        receipt = client.post(f"{person}/erase")
        assert receipt.status_code == 200
        assert "Receipt" in receipt.text
        assert client.get(person).status_code == 404
        assert client.post(f"{person}/erase").status_code == 404

    def test_the_button_is_hidden_from_who_may_not(self, guarded: TestClient, make_resume: ResumeFactory) -> None:
        _, stored = store_as(make_resume, make_record())
        with session_scope() as session:
            key = create_key(session, "reader", frozenset({Scope.READ}), None).key
        reader = {"Authorization": f"Bearer {key}"}
        person = f"/candidates/{stored.candidate_id}"
        shown = guarded.get(person, headers=reader)
        assert shown.status_code == 200
        assert "erase" not in shown.text.lower()
        assert guarded.post(f"{person}/erase", headers=reader).status_code == 403
        assert guarded.get(person, headers=reader).status_code == 200


def test_programs_erase_and_have_a_receipt(client: TestClient, make_resume: ResumeFactory) -> None:
    resume_id, stored = store_as(make_resume, make_record())
    other, _ = make_resume()
    answer = client.delete(f"/api/v1/candidates/{stored.candidate_id}", headers={"X-Request-ID": "asked-1"})
    assert answer.status_code == 200
    receipt = answer.json()
    assert receipt["by"] == "loopback"
    assert receipt["removed"]["candidates"] == receipt["removed"]["resumes"] == 1
    assert client.get(f"/api/v1/resumes/{resume_id}").status_code == 404
    assert client.delete(f"/api/v1/resumes/{other}").json()["removed"]["jobs"] == 1
    gone = client.delete(f"/api/v1/resumes/{other}", headers={"Accept": "application/json"})
    assert (gone.status_code, gone.json()["code"]) == (404, "resume_not_found")
    noted = client.get("/api/v1/audit", params={"action": "erase"}).json()["items"]
    assert {(item["kind"], item["request_id"]) for item in noted if item["request_id"] == "asked-1"} == {
        ("candidate", "asked-1"),
        ("resume", "asked-1"),
    }
