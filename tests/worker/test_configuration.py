"""The worker's settings live in the work pool's job template, and Prefect finds the worker by its type."""

from importlib.metadata import entry_points

import pytest
from prefect.client.orchestration import PrefectClient
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_SERVER_API_AUTH_STRING, temporary_settings
from prefect.workers.base import BaseWorker

from worker import WarmProcessWorker
from worker.configuration import PoolSettings, RunLimits, WarmProcessJobConfiguration, pool_settings


def test_prefect_finds_the_worker_by_its_type() -> None:
    assert "worker" in {entry.value for entry in entry_points(group="prefect.collections")}
    assert BaseWorker.get_worker_class_from_type("warm-process") is WarmProcessWorker


def test_the_template_holds_every_setting() -> None:
    properties = WarmProcessWorker.get_default_base_job_template()["variables"]["properties"]
    assert {*PoolSettings.model_fields, *RunLimits.model_fields} <= properties.keys()
    assert all(properties[name]["description"] for name in PoolSettings.model_fields)


def test_the_pool_is_set_by_the_template() -> None:
    template = WarmProcessWorker.get_default_base_job_template()
    assert pool_settings(template) == PoolSettings()
    template["variables"]["properties"]["processes"]["default"] = 3
    template["variables"]["properties"]["preload"]["default"] = ["json"]
    assert pool_settings(template) == PoolSettings(processes=3, preload=["json"])


def test_prefects_settings_are_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = WarmProcessJobConfiguration._base_environment()
    monkeypatch.setattr("prefect.workers.base.get_current_settings", None)
    assert WarmProcessJobConfiguration._base_environment() == rendered


def test_a_flow_runs_environment_does_not_hold_what_signs_in_to_the_server() -> None:
    secret = "user:hidden-word"
    with temporary_settings({PREFECT_API_AUTH_STRING: secret, PREFECT_SERVER_API_AUTH_STRING: secret}):
        WarmProcessJobConfiguration._base_environment.cache_clear()
        environment = WarmProcessJobConfiguration._base_environment()
    WarmProcessJobConfiguration._base_environment.cache_clear()
    assert environment
    assert secret not in environment.values()


async def test_a_deployment_sets_limits_of_its_own() -> None:
    template = WarmProcessWorker.get_default_base_job_template()
    configuration = await WarmProcessJobConfiguration.from_template_and_values(
        template,
        {"run_time_limit_seconds": 9, "heed_suspension": False, "env": {"COLOUR": "blue"}},
        client=PrefectClient("http://127.0.0.1:9/api"),  # without one, Prefect starts a server; this one is not asked
    )
    assert (configuration.run_time_limit_seconds, configuration.silence_limit_seconds) == (9, None)
    assert not configuration.heed_suspension
    assert configuration.env == {"COLOUR": "blue"}
