"""What a person is given of their own data is all that is stored."""

import re
from datetime import UTC, datetime

from fastapi.testclient import TestClient
from sqlalchemy import text

from db.engine import session_scope
from db.erasures import KEPT_OF_PEOPLE
from db.tables import Base
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store_as

OF_THE_SYSTEM = {"lease_until", "attempts", "dispatch_alone", "set_aside", "file_path"}
"""Columns that say nothing of the person: how the work was handed around, and where the file named by its hash lies."""
FILLED = {
    "raw_text": "Ada Example of Marrow Lane <script>alert(1)</script>",
    "layout": '{"lines": [{"page": 77001}]}',
    "document_date": "2020-02-29",
    "findings": '[{"code": "hidden_text", "severity": "warn"}]',
    "matched_by": "linkedin",
    "parser_version": "9.8.7",
    "status_reason": "quality",
    "status_message": "A sentence.",
    "finished_at": "2021-05-06T07:08:09Z",
}


def fill(make_resume: ResumeFactory) -> tuple[int, int]:
    resume_id, stored = store_as(make_resume, make_record(location="Marrow Lane 12"))
    with session_scope() as session:
        for name, value in FILLED.items():
            session.execute(text(f"UPDATE resumes SET {name} = :v WHERE id = :id"), {"v": value, "id": resume_id})
        session.execute(text("UPDATE jobs SET dispatched_at = '2021-01-02T03:04:05Z'"))
    return resume_id, stored.candidate_id


def test_every_column_of_theirs_is_in_it(client: TestClient, make_resume: ResumeFactory) -> None:
    _, candidate_id = fill(make_resume)
    make_resume(upload_status="needs_review", extracted_data=make_record(full_name=None), file_name="draft.pdf")
    client.get(f"/api/v1/candidates/{candidate_id}")
    given = client.get(f"/api/v1/candidates/{candidate_id}/export")
    assert given.status_code == 200
    missing = [
        f"{table}.{column}: {value}"
        for table, columns in stored_values().items()
        for column, value in columns
        if not is_in(value, given.text)
    ]
    assert missing == []
    assert [act["action"] for act in given.json()["history"]] == ["read"]
    assert {resume["file_name"] for resume in given.json()["resumes"]} == {"resume-1.txt", "draft.pdf"}


def stored_values() -> dict[str, list[tuple[str, object]]]:
    found: dict[str, list[tuple[str, object]]] = {}
    with session_scope() as session:
        for name in KEPT_OF_PEOPLE:
            table = Base.metadata.tables[name]
            for row in session.execute(table.select()).mappings():
                of_person = [
                    (column, value)
                    for column, value in row.items()
                    if column not in OF_THE_SYSTEM and not column.endswith(("_id", "_precision")) and value is not None
                ]
                found.setdefault(name, []).extend(of_person)
    return found


def is_in(value: object, given: str) -> bool:
    match value:
        case dict():
            return all(is_in(inner, given) for inner in value.values())
        case list():
            return all(is_in(inner, given) for inner in value)
        case bool() | None:
            return True
        case datetime():
            return value.astimezone(UTC).isoformat()[:19] in given
        case _:
            # Of a date of which only month or year are known the rest is made up.
            written = str(value).removesuffix("-01").removesuffix("-01")
            return written.replace('"', '\\"') in given


def test_as_a_page_it_needs_nothing_and_runs_nothing(client: TestClient, make_resume: ResumeFactory) -> None:
    _, candidate_id = fill(make_resume)
    for path in (f"/api/v1/candidates/{candidate_id}/export?format=html", f"/candidates/{candidate_id}/export"):
        page = client.get(path)
        assert page.headers["content-type"].startswith("text/html")
        assert page.headers["content-disposition"].startswith("attachment")
        assert "script-src" not in page.headers["content-security-policy"]
        for value in ("Ada Example", "ada@example.com", "+12015550123", "Marrow Lane", "Analytical Engines", "77001"):
            assert value in page.text
        assert "<script" not in page.text
        assert re.findall(r"<link|<img|src=|url\(|@import", page.text) == []


def test_giving_out_is_noted_and_nobody_is_a_404(client: TestClient, make_resume: ResumeFactory) -> None:
    _, candidate_id = fill(make_resume)
    client.get(f"/api/v1/candidates/{candidate_id}/export")
    noted = client.get("/api/v1/audit", params={"action": "export"}).json()["items"]
    assert [(item["kind"], item["subject_id"]) for item in noted] == [("candidate", str(candidate_id))]
    assert client.get("/api/v1/candidates/999/export").json()["code"] == "candidate_not_found"
