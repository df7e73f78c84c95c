"""Errors are problem+json with a stable code, and tell nothing that is not meant for the client."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.body_limit import MAX_BODY_BYTES
from config import get_settings
from services import errors
from tests.api_client import RecordingOrchestration, local_client
from tests.factories import ResumeFactory

JSON = {"Content-Type": "application/json"}
NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/resumes/999", 404, "resume_not_found"),
        ("/api/v1/resumes/999/file", 404, "resume_not_found"),
        ("/api/v1/candidates/999", 404, "candidate_not_found"),
        (f"/api/v1/jobs/{NOWHERE}", 404, "job_not_found"),
        ("/api/v1/jobs/not-an-id", 422, "invalid_input"),
        ("/api/v1/jobs?ids=not-an-id", 422, "invalid_input"),
        (f"/api/v1/jobs?ids={','.join([NOWHERE] * 501)}", 422, "invalid_input"),
        ("/api/v1/jobs", 422, "invalid_input"),
        ("/api/v1/resumes?limit=0", 422, "invalid_input"),
        ("/api/v1/resumes?limit=100000", 422, "invalid_input"),
        ("/api/v1/resumes?cursor=x", 400, "bad_cursor"),
        ("/api/v1/candidates?cursor=-1", 400, "bad_cursor"),
        ("/api/v1/resumes?status=odd", 422, "invalid_input"),
        ("/api/v1/resumes/99999999999999999999", 404, "resume_not_found"),
        ("/api/v1/candidates/99999999999999999999", 404, "candidate_not_found"),
        ("/api/v1/resumes/-1", 404, "not_found"),
        ("/api/v1/candidates?q=%00", 422, "invalid_input"),
        ("/api/v1/candidates?email=a%1bb", 422, "invalid_input"),
        ("/api/v1/candidates?skill=a%0ab", 422, "invalid_input"),
        ("/api/v1/audit?who=%00", 422, "invalid_input"),
        ("/api/v1/audit/export?kind=a%00b", 422, "invalid_input"),
        ("/api/v1/audit?subject_id=%00", 422, "invalid_input"),
        ("/api/v1/nothing", 404, "not_found"),
    ],
)
def test_each_error_has_its_code(client: TestClient, path: str, status: int, code: str | None) -> None:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    if code is not None:
        assert answer.headers["content-type"] == "application/problem+json"
        problem = answer.json()
        assert (problem["status"], problem["code"]) == (status, code)
        assert problem["title"]
        assert problem["detail"]


def test_a_method_that_is_not_there(client: TestClient) -> None:
    answer = client.delete("/api/v1/resumes/upload")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"
    assert client.put("/api/v1/candidates").headers["allow"] == "GET, POST"


@pytest.mark.parametrize("since", ["2000-01-01T00:00:00%2B16:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_any_time_that_there_can_be_is_understood(client: TestClient, since: str) -> None:
    for path in ("/api/v1/audit", "/api/v1/audit/export"):
        assert client.get(f"{path}?since={since}").status_code == 200


@pytest.mark.parametrize("since", ["0", "2000-01-01", "2000-01-01T00:00:00", "0001-01-01T00:00:00%2B16:00", "soon"])
def test_other_times_are_not(client: TestClient, since: str) -> None:
    assert client.get(f"/api/v1/audit?since={since}").status_code == 422


@pytest.mark.parametrize("path", ["/api/v1/candidates", "/api/v1/backfills", "/sign-in"])
def test_large_bodies_are_not_read_into_memory(client: TestClient, path: str) -> None:
    answer = client.post(path, content=b"x" * (MAX_BODY_BYTES + 1), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")


def test_nor_are_those_that_do_not_say_how_large_they_are(client: TestClient) -> None:
    read = 0

    def endless() -> Iterator[bytes]:
        nonlocal read
        while read < 100 * MAX_BODY_BYTES:
            read += MAX_BODY_BYTES // 4
            yield b"x" * (MAX_BODY_BYTES // 4)

    assert client.post("/api/v1/candidates", content=endless(), headers=JSON).status_code == 400


def test_a_parameter_given_twice_is_refused(client: TestClient) -> None:
    answer = client.get("/api/v1/candidates?q=ada&q=bo")
    assert (answer.status_code, answer.json()["code"]) == (400, "repeated_parameter")


def test_invalid_input_is_told_without_repeating_it(client: TestClient) -> None:
    answer = client.post("/api/v1/candidates", json={"full_name": "Ada", "email": "secret value"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["location"] == "body.email"
    assert "secret value" not in answer.text


def test_a_candidate_whose_address_is_taken(client: TestClient) -> None:
    assert client.post("/api/v1/candidates", json={"full_name": "Bo", "email": "bo@example.com"}).status_code == 201
    answer = client.post("/api/v1/candidates", json={"full_name": "Bo", "email": "BO@example.com"})
    assert (answer.status_code, answer.json()["code"]) == (409, "candidate_exists")


def test_a_file_that_is_gone(client: TestClient, make_resume: ResumeFactory) -> None:
    resume_id, _ = make_resume(file_path="no/where")
    answer = client.get(f"/api/v1/resumes/{resume_id}/file")
    assert (answer.status_code, answer.json()["code"]) == (410, "file_missing")


@pytest.mark.parametrize("field", ["full_name", "email", "phone_number", "linkedin_url"])
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ud800", "\n"])
def test_text_that_cannot_be_stored_is_refused_by_its_field(client: TestClient, field: str, character: str) -> None:
    values = {"full_name": "Bo Example", "email": "bo@example.com", field: f"b{character}o@example.com"}
    answer = client.post("/api/v1/candidates", content=json.dumps(values), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert [problem["location"] for problem in answer.json()["errors"]] == [f"body.{field}"]
    assert "example" not in answer.text


@pytest.mark.parametrize("name", ["\u200b", " - ", "...", "\x1b"])
def test_a_name_has_a_letter(client: TestClient, name: str) -> None:
    answer = client.post("/api/v1/candidates", json={"full_name": name, "email": "bo@example.com"})
    assert (answer.status_code, answer.json()["errors"][0]["location"]) == (422, "body.full_name")


def test_an_unexpected_error_tells_nothing(
    database_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret = " ".join(["secret", "value"])

    def fail(*_: object) -> None:
        raise RuntimeError(secret)

    monkeypatch.setattr("api.v1.resumes.find_resume", fail)
    app = create_app(orchestration=RecordingOrchestration())
    with local_client(app) as client:
        answer = client.get("/api/v1/resumes/1")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret value" not in answer.text
    assert answer.headers["x-request-id"]
    assert f"id={answer.headers['x-request-id']}" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "secret value" not in caplog.text


def test_codes_are_unique_and_plain() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.IntakeError)]
    codes = [kind.code for kind in kinds if "code" in vars(kind)]
    assert len(codes) == len(set(codes)) > 10
    assert all(code.replace("_", "").isalpha() and code.islower() for code in codes)


class TestToken:
    @pytest.fixture
    def guarded(self, database_url: str) -> TestClient:
        settings = get_settings().model_copy(update={"api_token": SecretStr("töken")})
        return local_client(create_app(settings, RecordingOrchestration()))

    def test_without_it_nothing_is_told(self, guarded: TestClient) -> None:
        for path in ("/api/v1/resumes", "/api/v1/candidates", f"/api/v1/jobs/{NOWHERE}"):
            answer = guarded.get(path)
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
            assert answer.headers["www-authenticate"] == "Bearer"

    def test_a_wrong_one_is_none(self, guarded: TestClient) -> None:
        for value in ("Bearer wrong", "Basic töken", "Bearer ", "töken"):
            assert guarded.get("/api/v1/resumes", headers={"Authorization": value.encode()}).status_code == 401

    def test_with_it_all_is_open(self, guarded: TestClient) -> None:
        headers = {"Authorization": "Bearer töken".encode()}
        assert guarded.get("/api/v1/resumes", headers=headers).status_code == 200

    def test_health_needs_none(self, guarded: TestClient) -> None:
        assert guarded.get("/healthz").status_code == 200
