"""Where a resume is from and what its person agreed to: sent with it, kept, shown and given out."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

UPLOAD = "/api/v1/resumes/upload"
TOLD = {"source": "Job fair Ülm", "consent": "2026-11-28"}


def only_resume(client: TestClient) -> dict[str, Any]:
    (resume,) = client.get("/api/v1/resumes").json()["items"]
    found: dict[str, Any] = client.get(f"/api/v1/resumes/{resume['id']}").json()
    return found


def send(client: TestClient, told: dict[str, str], path: str = UPLOAD, field: str = "file") -> Any:
    return client.post(path, files={field: ("a.txt", b"Ada Example")}, data=told)


@pytest.mark.parametrize(
    ("path", "field"), [(UPLOAD, "file"), ("/api/v1/resumes/upload-batch", "files"), ("/", "file")]
)
def test_it_is_kept_and_shown(client: TestClient, path: str, field: str) -> None:
    answer = client.post(path, files={field: ("a.txt", b"Ada Example")}, data=TOLD, follow_redirects=False)
    assert answer.status_code in {202, 303}
    resume = only_resume(client)
    assert (resume["source_label"], resume["consent"]) == (TOLD["source"], TOLD["consent"])
    page = client.get(f"/resumes/{resume['id']}", headers={"Accept": "text/html"}).text
    assert TOLD["source"] in page
    assert TOLD["consent"] in page


def test_what_is_said_later_counts_and_what_is_not_said_stays(client: TestClient) -> None:
    send(client, TOLD)
    first = only_resume(client)
    send(client, {"consent": "withdrawn"})
    again = only_resume(client)
    assert (again["source_label"], again["consent"]) == (TOLD["source"], "withdrawn")
    assert again["last_sent_at"] > first["last_sent_at"]
    assert again["uploaded_at"] == first["uploaded_at"]


def test_nothing_said_is_nothing_kept(client: TestClient) -> None:
    send(client, {"source": " ", "other": "x" * 5000})
    assert (only_resume(client)["source_label"], only_resume(client)["consent"]) == (None, None)


@pytest.mark.parametrize("told", [{"source": "x" * 101}, {"consent": "two\nlines"}, {"source": "x" * 2000}])
def test_what_does_not_fit_is_refused_by_its_name(client: TestClient, told: dict[str, str]) -> None:
    answer = send(client, told)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_upload")
    assert f"`{next(iter(told))}`" in answer.json()["detail"]
    assert client.get("/api/v1/resumes").json()["items"] == []
