"""What Prometheus is told, and that dashboard and alert rules ask for nothing else."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr, ValidationError

from api.app import create_app
from config import Settings, get_settings
from services.last_backup import note_backup
from services.stage_costs import note_stage_costs
from tests.api_client import RecordingOrchestration, local_client
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store

DOCKER = Path(__file__).parents[2] / "docker"
ALERTS = DOCKER / "prometheus" / "alerts.yml"
DASHBOARD = DOCKER / "grafana" / "resume-intake.json"
NOT_OURS = {"up"}

Sample = tuple[str, frozenset[tuple[str, str]]]


@pytest.fixture
def client(database_url: str) -> Iterator[TestClient]:
    with local_client(create_app(get_settings(), RecordingOrchestration())) as client:
        yield client


def scrape(client: TestClient) -> dict[Sample, float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def of(name: str, **labels: str) -> Sample:
    return name, frozenset(labels.items())


def fill(make_resume: ResumeFactory) -> None:
    store(make_resume)
    make_resume(b"waiting", source="sweep")
    make_resume(b"broken", upload_status="failed", status_reason="corrupt", finished_at=datetime.now(UTC))
    make_resume(
        b"in review",
        upload_status="needs_review",
        status_reason="missing_email",
        finished_at=datetime.now(UTC),
        findings=[{"code": "future_date", "severity": "warning", "field": "x", "message": "y"}],
        matched_by="phone",
    )
    note_stage_costs([{"parse": 30.0, "extract": 300.0}, {"parse": 70_000.0}])
    note_stage_costs([{"parse": 30.0}])
    note_backup("2026-11-28T00:00:00+00:00")


def test_numbers_of_the_rows(client: TestClient, make_resume: ResumeFactory) -> None:
    fill(make_resume)
    told = scrape(client)
    assert told[of("intake_resumes", source="api", status="failed", reason="corrupt")] == 1
    assert told[of("intake_queue_resumes", lane="bulk", status="pending")] == 1
    assert told[of("intake_queue_resumes", lane="interactive", status="pending")] == 0
    assert told[of("intake_review_backlog")] == 1
    assert told[of("intake_matched_resumes", by="phone")] == 1
    assert told[of("intake_findings_last_day", rule="future_date", severity="warning")] == 1
    assert told[of("intake_database_up")] == told[of("intake_prefect_up")] == 1
    assert told[of("intake_store_free_bytes")] > 0
    assert told[of("intake_backup_age_seconds")] < 60


def test_what_the_steps_take_is_added_up(client: TestClient, make_resume: ResumeFactory) -> None:
    fill(make_resume)
    told = scrape(client)
    assert told[of("intake_stage_seconds_count", stage="parse")] == 3
    assert told[of("intake_stage_seconds_sum", stage="parse")] == pytest.approx(70.06)
    assert told[of("intake_stage_seconds_bucket", stage="parse", le="0.05")] == 2
    assert told[of("intake_stage_seconds_bucket", stage="parse", le="60.0")] == 2
    assert told[of("intake_stage_seconds_bucket", stage="extract", le="0.5")] == 1


def test_uploads_are_counted_by_their_outcome(client: TestClient) -> None:
    before = scrape(client)
    for content in (b"Ada Example\nada@example.com", b"Ada Example\nada@example.com", b"\x00\x01\x02\x03binary", b""):
        client.post("/api/v1/resumes/upload", files={"file": ("a.txt", content)})
    after = scrape(client)
    gained = {
        outcome: after.get(of("intake_uploads_total", source="api", outcome=outcome), 0)
        - before.get(of("intake_uploads_total", source="api", outcome=outcome), 0)
        for outcome in ("accepted", "known", "unsupported", "empty")
    }
    assert gained == {"accepted": 1, "known": 1, "unsupported": 1, "empty": 1}


def test_nothing_of_anybody_is_told(client: TestClient, make_resume: ResumeFactory) -> None:
    fill(make_resume)
    client.get("/api/v1/candidates", params={"q": "Ada"})
    text = client.get("/metrics").text
    record = make_record()
    values = [record["full_name"], record["email"], "resume-1.txt", "Analytical"]
    assert [value for value in values if str(value) in text] == []


def test_dashboard_and_alerts_ask_for_what_there_is(client: TestClient, make_resume: ResumeFactory) -> None:
    fill(make_resume)
    client.post("/api/v1/resumes/upload", files={"file": ("a.txt", b"Ada Example")})
    client.get("/healthz")
    told = {name for name, _ in scrape(client)}
    dashboard = json.loads(DASHBOARD.read_text())
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    asked += [rule["expr"] for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
    assert len(asked) > 25
    named = {name for expression in asked for name in re.findall(r"\b(?:intake_\w+|up(?=\{))", expression)}
    assert named - told - NOT_OURS == set()
    assert all("intake_" in expression or "up{" in expression for expression in asked)


def test_it_answers_without_a_database(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.metrics.is_database_ready", lambda: False)
    told = scrape(client)
    assert told[of("intake_database_up")] == 0
    assert of("intake_review_backlog") not in told


@pytest.mark.parametrize(("listed", "status"), [("", 401), ("10.0.0.0/8", 401), ("127.0.0.0/8, 10.1.1.1", 200)])
def test_listed_addresses_need_no_key(database_url: str, listed: str, status: int) -> None:
    settings = get_settings().model_copy(update={"api_token": SecretStr("token-of-the-test"), "metrics_from": listed})
    with local_client(create_app(settings, RecordingOrchestration())) as client:
        assert client.get("/metrics").status_code == status
        assert client.get("/api/v1/audit").status_code == 401


def test_nor_is_it_the_address_of_a_proxy_or_one_that_it_names(database_url: str) -> None:
    access = {"api_token": SecretStr("token-of-the-test"), "metrics_from": "127.0.0.1", "trusted_proxies": "127.0.0.1"}
    with local_client(create_app(get_settings().model_copy(update=access), RecordingOrchestration())) as client:
        for named in ({}, {"X-Forwarded-For": "127.0.0.1"}):
            assert client.get("/metrics", headers=named).status_code == 401


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, metrics_from="somewhere")  # type: ignore[call-arg]
