"""Resumes through the API: from the upload to the job's result, on a real database."""

from uuid import UUID, uuid4

from fastapi.testclient import TestClient
from sqlalchemy import text

from db.engine import session_scope
from services.resume_service import ResumeService
from tests.api_client import RecordingOrchestration
from tests.factories import RESUME_TEXT, ResumeFactory
from tests.statements import StatementCounter

UPLOAD = "/api/v1/resumes/upload"
BATCH = "/api/v1/resumes/upload-batch"


def upload(client: TestClient, content: bytes | str = RESUME_TEXT, name: str = "ada.txt") -> UUID:
    body = content.encode() if isinstance(content, str) else content
    answer = client.post(UPLOAD, files={"file": (name, body)})
    assert answer.status_code == 202, answer.text
    return UUID(answer.json()["job_id"])


def test_an_upload_is_answered_with_a_pending_job(client: TestClient, orchestration: RecordingOrchestration) -> None:
    answer = client.post(UPLOAD, files={"file": ("ada.txt", RESUME_TEXT.encode())})
    assert answer.status_code == 202
    assert answer.json() == {"job_id": answer.json()["job_id"], "file_name": "ada.txt", "status": "pending"}
    job = client.get(f"/api/v1/jobs/{answer.json()['job_id']}").json()
    assert (job["status"], job["result"]["candidate_id"], job["result"]["flow_run"]) == ("pending", None, None)
    assert orchestration.wakes == 1


def test_a_processed_resume_has_its_candidate(client: TestClient) -> None:
    job_id = upload(client)
    ResumeService().process_resume(job_id)
    job = client.get(f"/api/v1/jobs/{job_id}").json()
    assert job["status"] == "completed", job
    candidate = client.get(f"/api/v1/candidates/{job['result']['candidate_id']}").json()
    assert (candidate["full_name"], candidate["email"]) == ("Ada Example", "ada@example.com")
    assert [resume["job_id"] for resume in candidate["resumes"]] == [str(job_id)]
    resume = client.get(f"/api/v1/resumes/{job['result']['resume_id']}").json()
    assert resume["extracted_data"]["email"] == "ada@example.com"


def test_another_resume_of_the_same_person_is_a_duplicate(client: TestClient) -> None:
    first, second = upload(client), upload(client, RESUME_TEXT.replace("ada@", "ADA@"))
    for job_id in (first, second):
        ResumeService().process_resume(job_id)
    jobs = client.get(f"/api/v1/jobs?ids={first},{second}").json()["items"]
    assert [job["result"]["is_duplicate"] for job in jobs] == [False, True]
    assert jobs[1]["result"]["matched_by"] == "email"
    assert len({job["result"]["candidate_id"] for job in jobs}) == 1
    (candidate,) = client.get("/api/v1/candidates").json()["items"]
    assert candidate["resume_count"] == 2


def test_a_known_file_answers_with_its_first_job(client: TestClient) -> None:
    first = upload(client, name="ada.txt")
    ResumeService().process_resume(first)
    answer = client.post(UPLOAD, files={"file": ("again.txt", RESUME_TEXT.encode())})
    assert answer.json() == {"job_id": str(first), "file_name": "again.txt", "status": "completed"}
    assert len(client.get("/api/v1/resumes").json()["items"]) == 1


def test_a_batch_answers_each_file_in_order(client: TestClient, orchestration: RecordingOrchestration) -> None:
    files = [
        ("files", ("one.txt", b"first resume")),
        ("files", ("picture.gif", b"GIF89a" + b"\x00" * 50)),
        ("files", ("two.txt", b"second resume")),
        ("files", ("empty.txt", b"")),
        ("files", ("one again.txt", b"first resume")),
    ]
    answer = client.post(BATCH, files=files)
    assert answer.status_code == 202
    items = answer.json()
    assert [(item["file_name"], item["status"]) for item in items] == [
        ("one.txt", "pending"),
        ("picture.gif", "rejected"),
        ("two.txt", "pending"),
        ("empty.txt", "rejected"),
        ("one again.txt", "pending"),
    ]
    assert [item["job_id"] is None for item in items] == [False, True, False, True, False]
    assert items[0]["job_id"] == items[4]["job_id"] != items[2]["job_id"]
    assert [items[1]["error"]["code"], items[3]["error"]["code"]] == ["unsupported", "empty"]
    assert orchestration.wakes == 1


def test_a_batch_costs_the_same_statements_whatever_its_size(
    client: TestClient, count_statements: StatementCounter
) -> None:
    def statements_for(count: int) -> int:
        files = [("files", (f"{number}.txt", f"{count} {number}".encode())) for number in range(count)]
        with count_statements() as counted:
            assert client.post(BATCH, files=files).status_code == 202
        return len(counted)

    assert statements_for(40) == statements_for(2) == 3


def test_many_jobs_by_one_query(
    client: TestClient,
    orchestration: RecordingOrchestration,
    make_resume: ResumeFactory,
    count_statements: StatementCounter,
) -> None:
    flow_run_id = uuid4()
    orchestration.states[flow_run_id] = "Running"
    jobs = [make_resume(upload_status="processing")[1] for _ in range(20)]
    done = make_resume(upload_status="completed")[1]
    with session_scope() as session:
        session.execute(text("UPDATE jobs SET flow_run_id = :id"), {"id": flow_run_id})
    asked = [*jobs, uuid4(), done]
    with count_statements() as counted:
        items = client.get("/api/v1/jobs", params={"ids": ",".join(map(str, asked))}).json()["items"]
    assert len(counted) == 1
    assert [item["job_id"] for item in items] == [str(job_id) for job_id in [*jobs, done]]
    assert orchestration.asked == [flow_run_id]
    assert items[0]["result"]["flow_run"]["state"] == "Running"
    assert items[0]["result"]["flow_run"]["url"].endswith(f"/runs/flow-run/{flow_run_id}")
    assert items[-1]["result"]["flow_run"]["state"] == "Running"


def test_listing_pages_through_all_newest_first(client: TestClient, make_resume: ResumeFactory) -> None:
    ids = [make_resume(upload_status="failed" if number % 2 else "pending")[0] for number in range(5)]
    seen: list[int] = []
    cursor = None
    while True:
        page = client.get("/api/v1/resumes", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ids[::-1]
    failed = client.get("/api/v1/resumes?status=failed").json()["items"]
    assert [item["id"] for item in failed] == [ids[3], ids[1]]


def test_the_file_comes_back_as_an_attachment(client: TestClient) -> None:
    job_id = upload(client, b"a r\xc3\xa9sum\xc3\xa9", "Ada \u2013 r\u00e9sum\u00e9.txt")
    resume_id = client.get(f"/api/v1/jobs/{job_id}").json()["result"]["resume_id"]
    answer = client.get(f"/api/v1/resumes/{resume_id}/file")
    assert answer.content == b"a r\xc3\xa9sum\xc3\xa9"
    disposition = answer.headers["content-disposition"]
    assert disposition == "attachment; filename*=UTF-8''Ada%20%E2%80%93%20r%C3%A9sum%C3%A9.txt"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_source_is_told_by_header(client: TestClient) -> None:
    client.post(UPLOAD, files={"file": ("a.txt", b"from the page")}, headers={"X-Intake-Source": "page"})
    client.post(UPLOAD, files={"file": ("b.txt", b"from nowhere")})
    assert [item["source"] for item in client.get("/api/v1/resumes").json()["items"]] == ["api", "page"]
    refused = client.post(UPLOAD, files={"file": ("c.txt", b"x")}, headers={"X-Intake-Source": "moon"})
    assert refused.status_code == 422


def test_a_lost_file_sent_again_is_processed_after_all(client: TestClient, make_resume: ResumeFactory) -> None:
    lost = make_resume(b"lost", upload_status="failed", status_reason="file_missing", attempts=5)[1]
    broken = make_resume(b"broken", upload_status="failed", status_reason="encrypted")[1]
    answers = [client.post(UPLOAD, files={"file": ("a.txt", content)}).json() for content in (b"lost", b"broken")]
    assert [(answer["job_id"], answer["status"]) for answer in answers] == [
        (str(lost), "pending"),
        (str(broken), "failed"),
    ]
