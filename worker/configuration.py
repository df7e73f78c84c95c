"""The settings of the worker, as the work pool's job template shows them."""

from functools import cache
from typing import Any

from prefect.workers.base import BaseJobConfiguration, BaseVariables
from pydantic import BaseModel, Field, NonNegativeInt, PositiveFloat, PositiveInt

SECRETS = frozenset({"PREFECT_API_AUTH_STRING", "PREFECT_API_KEY", "PREFECT_SERVER_API_AUTH_STRING"})


class PoolSettings(BaseModel):
    """What holds for the worker as a whole. Read from the work pool when the worker starts."""

    processes: NonNegativeInt = Field(
        default=0, description="Warm processes, each running one flow run at a time; 0 means one per CPU core."
    )
    preload: list[str] = Field(
        default_factory=list,
        description="What a process loads before it takes its first flow run: `module`, or `module:function` to call.",
    )
    recycle_after_runs: NonNegativeInt = Field(
        default=1000, description="A process is replaced after so many flow runs; 0 means never."
    )
    recycle_above_mb: NonNegativeInt = Field(
        default=1000, description="A process that is larger than this after a flow run is replaced; 0 means never."
    )
    drain_seconds: PositiveFloat = Field(
        default=25.0, description="How long running flow runs may go on when the worker is stopped; then they go back."
    )


class RunLimits(BaseModel):
    """What a single flow run is held to; a deployment may set its own."""

    run_time_limit_seconds: PositiveFloat | None = Field(
        default=None, description="A flow run that takes longer is stopped and reported as timed out."
    )
    silence_limit_seconds: PositiveFloat | None = Field(
        default=None, description="A flow run that logs nothing for so long is taken for hung, and stopped."
    )
    memory_limit_mb: PositiveInt | None = Field(
        default=None, description="A flow run whose process grows beyond this is stopped."
    )
    heed_suspension: bool = Field(
        default=True,
        description="Whether a flow run that is suspended from outside ends at its next task. "
        "For this Prefect opens a connection for each run and closes it when the run ends; a short run does without.",
    )


class WarmProcessVariables(BaseVariables, PoolSettings, RunLimits):
    """The variables of the work pool's job template."""


class WarmProcessJobConfiguration(BaseJobConfiguration, RunLimits):
    """What the worker knows of one flow run."""

    @classmethod
    @cache
    def _base_environment(cls) -> dict[str, str]:
        """Prefect's settings as variables. They are those of the worker's start: rendering them takes 20 ms.

        What signs in to the server is left out: the processes have it from the worker's own environment.
        """
        settings = super()._base_environment()
        return {name: value for name, value in settings.items() if name not in SECRETS}

    @property
    def deployment_facts(self) -> dict[str, Any]:
        """What tells one state of a deployment from another: its flow is loaded once for each."""
        deployment = self._related_objects.get("deployment")
        if deployment is None:
            return {"deployment": None}
        return {
            "deployment": str(deployment.id),
            "updated": str(deployment.updated),
            "entrypoint": deployment.entrypoint,
        }


def pool_settings(base_job_template: dict[str, Any]) -> PoolSettings:
    """The worker's own settings: the defaults of the job template's variables."""
    properties = base_job_template.get("variables", {}).get("properties", {})
    given = {name: properties.get(name, {}).get("default") for name in PoolSettings.model_fields}
    return PoolSettings.model_validate({name: value for name, value in given.items() if value is not None})
