"""Health, runs asked for by hand, the OpenAPI document, and what surrounds every request."""

import logging
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from config import get_settings
from db.engine import dispose_engine
from tests.api_client import RecordingOrchestration
from tests.factories import ResumeFactory


def test_the_dispatcher_lives_as_long_as_the_application(
    client: TestClient, orchestration: RecordingOrchestration
) -> None:
    assert orchestration.running
    client.__exit__(None, None, None)
    assert not orchestration.running
    client.__enter__()


def test_health(client: TestClient, orchestration: RecordingOrchestration) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert {".pdf", ".odt", ".rtf", ".jpg"} <= set(ready.pop("reads"))
    assert ready == {
        "status": "ready",
        "database": "ok",
        "storage": "ok",
        "prefect": "ok",
        "recognition": "rapidocr",
    }
    orchestration.reachable = False
    without_prefect = client.get("/readyz")
    assert (without_prefect.status_code, without_prefect.json()["prefect"]) == (200, "unreachable")


def test_not_ready_without_the_database(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg2://postgres@127.0.0.1:9/nowhere")
    get_settings.cache_clear()
    dispose_engine()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "unreachable")
    assert client.get("/healthz").status_code == 200


def test_a_backfill_is_started_with_its_filters(client: TestClient, orchestration: RecordingOrchestration) -> None:
    answer = client.post(
        "/api/v1/backfills", json={"since": "2026-01-02T03:04:05Z", "parser_version_older_than": "1.2"}
    )
    assert answer.status_code == 202
    assert answer.json()["url"].endswith(f"/runs/flow-run/{answer.json()['flow_run_id']}")
    assert orchestration.backfills == [(None, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "1.2")]


@pytest.mark.parametrize("body", [{"resume_ids": []}, {"parser_version_older_than": "newest"}, {"since": "soon"}])
def test_a_backfill_with_odd_filters_is_refused(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/api/v1/backfills", json=body).status_code == 422


def test_without_prefect_runs_cannot_be_asked_for(client: TestClient, orchestration: RecordingOrchestration) -> None:
    assert client.post("/api/v1/sweeps").status_code == 202
    orchestration.reachable = False
    for path, body in (("/api/v1/sweeps", None), ("/api/v1/backfills", {})):
        answer = client.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (503, "orchestrator_unavailable")


def test_requests_are_logged_by_route_without_what_was_asked(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "api.requests"):
        answer = client.get("/api/v1/candidates?q=Ada+Example", headers={"X-Request-ID": "trace-1"})
        client.get("/api/v1/candidates/17")
        client.get("/ada@example.com")
    assert answer.headers["x-request-id"] == "trace-1"
    logged = [record.getMessage() for record in caplog.records if record.name == "api.requests"]
    assert len(logged) == 3
    assert logged[0].startswith("GET list_candidates 200 ")
    assert logged[0].endswith("id=trace-1")
    assert logged[1].startswith("GET get_candidate 404 ")
    # Only the method and the route: milliseconds and request ids may hold any digits.
    asked = [line.lower().split(" ms ")[0].rpartition(" ")[0] for line in logged]
    assert not any(word in line for line in asked for word in ("ada", "17"))


def test_a_request_id_that_could_forge_a_log_line_is_replaced(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "a b"}).headers["x-request-id"] != "a b"


def test_browsers_are_kept_to_our_own_content(client: TestClient) -> None:
    for path in ("/", "/api-reference", "/api/v1/resumes", "/openapi.json", "/nothing", "/static/js/scripting.js"):
        headers = client.get(path).headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "same-origin"


def test_no_page_has_a_script_or_style_of_its_own_or_anothers(client: TestClient) -> None:
    for path in ("/", "/resumes", "/candidates", "/api-reference", "/docs", "/sign-in", "/nothing"):
        page = client.get(path, headers={"Accept": "text/html"}).text
        assert not re.search(
            r"<script(?![^>]*\ssrc=\"/static/)|<style|\sstyle=|\son\w+=|(src|href)=\"(https?:)?//(?!127)", page
        )


def test_answers_are_not_kept_by_caches(client: TestClient) -> None:
    assert client.get("/api/v1/candidates").headers["cache-control"] == "no-store"


def test_documents_are_saved_and_never_shown(client: TestClient, make_resume: ResumeFactory) -> None:
    name = 'a"; filename=x.html\r\nX-Evil: 1.txt'
    resume_id, _ = make_resume(media_type="text/html", file_name=name)
    answer = client.get(f"/api/v1/resumes/{resume_id}/file")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w.%~-]+", answer.headers["content-disposition"])
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "x-evil" not in answer.headers


class TestOpenApi:
    @pytest.fixture
    def document(self, client: TestClient) -> dict[str, Any]:
        document: dict[str, Any] = client.get("/openapi.json").json()
        return document

    def test_uploads_are_forms_with_binary_files(self, document: dict[str, Any]) -> None:
        def field_of(path: str) -> Any:
            content = document["paths"][path]["post"]["requestBody"]["content"]
            return content["multipart/form-data"]["schema"]["properties"]

        assert field_of("/api/v1/resumes/upload")["file"]["format"] == "binary"
        assert field_of("/api/v1/resumes/upload-batch")["files"]["items"]["format"] == "binary"

    def test_every_reference_leads_somewhere(self, document: dict[str, Any]) -> None:
        references = set(_references(document))
        assert references
        for reference in references:
            place: Any = document
            for step in reference.removeprefix("#/").split("/"):
                place = place[step]

    def test_every_operation_is_named_once_and_says_what_it_answers(self, document: dict[str, Any]) -> None:
        operations = [operation for path in document["paths"].values() for operation in path.values()]
        names = [operation["operationId"] for operation in operations]
        assert len(names) == len(set(names)) >= 14
        for operation in operations:
            assert any(status.startswith("2") for status in operation["responses"]), operation["operationId"]

    def test_every_get_without_an_id_answers_as_documented(self, client: TestClient, document: dict[str, Any]) -> None:
        for path, operations in document["paths"].items():
            if "get" not in operations or "{" in path or path == "/api/v1/jobs":
                continue
            assert str(client.get(path).status_code) in operations["get"]["responses"]


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [reference for value in node.values() for reference in _references(value)]
    return [reference for item in node for reference in _references(item)] if isinstance(node, list) else []
