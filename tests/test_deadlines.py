"""The order of the deadlines: a step of the reader < a process's silence < what is left of a lease < a flow run."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from config import deadlines
from config.settings import MEGABYTE, Settings
from reading.limits import full_limits, quick_limits
from reading.process import AT_ONCE
from services.dispatch import SUSPECTS_TOGETHER
from worker.supervision import WATCH_SECONDS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None)  # type: ignore[call-arg]


@pytest.mark.parametrize("size", [1, MEGABYTE, 100 * MEGABYTE])
def test_the_reader_is_ended_before_the_process_that_waits_for_it(settings: Settings, size: int) -> None:
    for limits in (quick_limits(settings, size), full_limits(settings, size)):
        assert limits.step_seconds < deadlines.SILENCE_SECONDS
        working = max(limits.processor_seconds, limits.recognition_seconds or 0.0)
        assert working < limits.step_seconds
    assert 2 * deadlines.SIGN_SECONDS < deadlines.SILENCE_SECONDS


def test_a_silent_process_is_ended_before_its_leases_run_out(settings: Settings) -> None:
    left_at_least = settings.lease_seconds - deadlines.EXTENSION_SECONDS
    assert left_at_least > deadlines.SILENCE_SECONDS + WATCH_SECONDS


def test_the_slowest_suspects_have_time_enough_together(settings: Settings) -> None:
    limits = full_limits(settings, MEGABYTE)
    slowest = limits.step_seconds * (1 + limits.content.recognised_pages)
    assert SUSPECTS_TOGETHER * slowest / AT_ONCE < deadlines.RUN_SECONDS


def test_the_deployment_has_the_same() -> None:
    deployed = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    (ingest,) = (each for each in deployed if each["name"] == "ingest")
    variables: dict[str, Any] = ingest["work_pool"]["job_variables"]
    assert variables["silence_limit_seconds"] == deadlines.SILENCE_SECONDS
    assert variables["run_time_limit_seconds"] == deadlines.RUN_SECONDS


@pytest.mark.parametrize(
    "turned", [{"read_seconds": 70}, {"recognition_seconds_per_page": 80}, {"lease_seconds": 80}], ids=str
)
def test_settings_that_turn_the_order_are_refused(turned: dict[str, float]) -> None:
    with pytest.raises(ValidationError, match=next(iter(turned))):
        Settings(_env_file=None, **turned)  # type: ignore[arg-type]
