"""Prefect's own `process` worker in the place of the warm one, for the same deployment of the same flow."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import DeploymentUpdate, WorkPoolCreate

from stack import parts
from stack.environment import PROJECT
from stack.probes import online_workers
from stack.stack import Stack

POOL = "stock"
DEPLOYMENT = "ingest/ingest"
POLL_SECONDS = 0.5
"""As often as the warm worker asks, so that the poll is no part of the difference."""


@contextmanager
def stock_worker(running: Stack) -> Iterator[None]:
    """The warm worker stops; a `process` worker with its own pool takes over the deployment."""
    running.supervisor.stop(parts.WORKER)
    with SyncPrefectClient(running.prefect.url, auth_string=running.prefect.auth_string) as prefect:
        prefect.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
        deployment = prefect.read_deployment_by_name(DEPLOYMENT)
        prefect.update_deployment(
            deployment.id,
            DeploymentUpdate(
                work_pool_name=POOL, work_queue_name="default", job_variables={"working_dir": str(PROJECT)}
            ),
        )
    warm = parts.worker(running.settings, running.prefect, running.environment, running.logs)
    running.supervisor.run(
        replace(
            warm,
            name="Stock worker",
            command=[sys.executable, "-m", "prefect", "worker", "start", "--pool", POOL, "--type", "process"],
            environment={
                **warm.environment,
                "PREFECT_WORKER_QUERY_SECONDS": str(POLL_SECONDS),
                "PATH": os.environ["PATH"],
            },
            ready=lambda: online_workers(running.prefect, POOL) > 0,
        )
    )
    yield
