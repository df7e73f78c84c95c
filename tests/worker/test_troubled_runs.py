"""Flow runs that die, hang, are cancelled or fail, on a real worker and server."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun
from prefect.states import Cancelling, Scheduled

from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e
HERE = Path(__file__).parent
FINAL_SECONDS = 120.0


@pytest.fixture
def client(running_stack: RunningStack) -> Iterator[SyncPrefectClient]:
    with SyncPrefectClient(running_stack.prefect.url, auth_string=running_stack.prefect.auth_string) as client:
        yield client


@pytest.fixture
def deployment_id(client: SyncPrefectClient) -> UUID:
    flow_id = client.create_flow_from_name("troubled")
    return client.create_deployment(
        flow_id,
        "troubled",
        work_pool_name="resumes",
        work_queue_name="interactive",
        entrypoint="troubled_flow.py:troubled",
        pull_steps=[{"prefect.deployments.steps.set_working_directory": {"directory": str(HERE)}}],
        job_variables={"run_time_limit_seconds": 30, "silence_limit_seconds": 3},
    )


def start(client: SyncPrefectClient, deployment_id: UUID, **parameters: Any) -> UUID:
    return client.create_flow_run_from_deployment(deployment_id, parameters=parameters).id


def wait(client: SyncPrefectClient, flow_run_id: UUID, *, until_running: bool = False) -> FlowRun:
    deadline = time.monotonic() + FINAL_SECONDS
    while time.monotonic() < deadline:
        run = client.read_flow_run(flow_run_id)
        assert run.state is not None
        if run.state.is_final() or (until_running and run.state.is_running()):
            return run
        time.sleep(0.2)
    raise AssertionError(f"still {run.state}")


def noted(path: Path) -> str:
    deadline = time.monotonic() + FINAL_SECONDS
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    return path.read_text()


@pytest.mark.parametrize(
    ("trouble", "state", "words"),
    [
        ("die", "Crashed", "killed by SIGKILL"),
        ("hang", "Crashed", "no sign of life for 3 s"),
        ("fail", "Failed", "ValueError"),
    ],
)
def test_trouble_is_told_with_its_reason_and_its_hook(
    client: SyncPrefectClient, deployment_id: UUID, tmp_path: Path, trouble: str, state: str, words: str
) -> None:
    notes = tmp_path / "notes"
    run = wait(client, start(client, deployment_id, trouble=trouble, notes=str(notes)))
    assert run.state is not None
    assert run.state.name == state
    assert words in (run.state.message or "")
    assert noted(notes) == state


def test_a_run_is_cancelled_from_outside(client: SyncPrefectClient, deployment_id: UUID, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    flow_run_id = start(client, deployment_id, trouble="take long", notes=str(notes))
    wait(client, flow_run_id, until_running=True)
    client.set_flow_run_state(flow_run_id, Cancelling(), force=True)
    run = wait(client, flow_run_id)
    assert run.state is not None
    assert run.state.name == "Cancelled"
    assert noted(notes) == "Cancelled"


def test_a_run_of_later_takes_no_process_now(client: SyncPrefectClient, deployment_id: UUID, tmp_path: Path) -> None:
    later = client.create_flow_run_from_deployment(
        deployment_id,
        parameters={"trouble": "none", "notes": str(tmp_path / "later")},
        state=Scheduled(scheduled_time=datetime.now(UTC) + timedelta(seconds=8)),
    )
    now = wait(client, start(client, deployment_id, trouble="none", notes=str(tmp_path / "now")))
    assert now.state is not None
    assert now.state.is_completed()
    waiting = client.read_flow_run(later.id)
    assert waiting.state is not None
    assert waiting.state.is_scheduled(), "it holds a process until its time has come"
    done = wait(client, later.id)
    assert done.state is not None
    assert done.state.is_completed()


def test_the_worker_goes_on_after_all_that(client: SyncPrefectClient, deployment_id: UUID, tmp_path: Path) -> None:
    run = wait(client, start(client, deployment_id, trouble="none", notes=str(tmp_path / "notes")))
    assert run.state is not None
    assert run.state.is_completed()
    assert not (tmp_path / "notes").exists()
