"""Brings a Prefect server in line: the work pool with its settings and queues, and the deployments of prefect.yaml.

    python -m stack.deploy

Run as a process of its own, so that Prefect's code and the flows are not loaded by what only starts other processes.
"""

import hashlib
import os
import sys
import time
from typing import Any

import httpx

from config.settings import Settings
from stack.environment import PROJECT
from stack.parts import WORKER_TYPE
from stack.prefect_api import PrefectApi, prefect_api_of
from stack.probes import answers

QUEUES = {"upkeep": 1, "interactive": 2, "suspects": 5, "bulk": 10}
"""Name and priority; a lower number goes first, so they are made in this order. Suspects go before what is in bulk, or a
backfill would keep scans waiting for hours; they are few at a time."""
PRELOAD = ["flows.warm_up:warm_up"]
SOURCES = ("prefect.yaml", "flows", "worker", "stack/deploy.py")
SERVER_SECONDS = 180.0


def deploy(settings: Settings) -> None:
    """Waits for the server and repeats harmlessly. Raises httpx.HTTPError or SystemExit when the server refuses."""
    prefect = prefect_api_of(settings)
    os.environ["PREFECT_API_URL"] = prefect.url
    if prefect.auth_string:
        os.environ["PREFECT_API_AUTH_STRING"] = prefect.auth_string
    os.chdir(PROJECT)
    # Only now, because Prefect reads its settings when it is imported; and once, because that takes seconds.
    from prefect.cli import app

    template = job_template(settings)
    wait_for_server(prefect)
    ensure_work_pool(prefect, settings.work_pool, template)
    sys.argv = ["prefect", "--no-prompt", "deploy", "--all"]
    app()


def job_template(settings: Settings) -> dict[str, Any]:
    """The worker's own template, with what this project's workers load and how many processes they have."""
    from worker import WarmProcessWorker

    template = WarmProcessWorker.get_default_base_job_template()
    properties = template["variables"]["properties"]
    properties["preload"]["default"] = PRELOAD
    properties["processes"]["default"] = settings.worker_processes
    return template


def ensure_work_pool(prefect: PrefectApi, pool: str, template: dict[str, Any]) -> None:
    """Creates the pool and its queues where they are missing, and gives the pool this template."""
    with prefect.client() as client:
        if not _create(client, "/work_pools/", {"name": pool, "type": WORKER_TYPE, "base_job_template": template}):
            client.patch(f"/work_pools/{pool}", json={"base_job_template": template}).raise_for_status()
        for name, priority in QUEUES.items():
            if not _create(client, f"/work_pools/{pool}/queues", {"name": name, "priority": priority}):
                queue = f"/work_pools/{pool}/queues/{name}"
                client.patch(queue, json={"priority": priority}).raise_for_status()


def fingerprint(settings: Settings) -> str:
    """Changes when deploying would change something."""
    digest = hashlib.sha256(f"{settings.prefect_api_url} {settings.work_pool} {settings.worker_processes}".encode())
    for source in SOURCES:
        path = PROJECT / source
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def has_deployments(prefect: PrefectApi) -> bool:
    try:
        with prefect.client() as client:
            response = client.post("/deployments/count", json={})
    except httpx.HTTPError:
        return False
    return response.is_success and response.json() > 0


def wait_for_server(prefect: PrefectApi) -> None:
    deadline = time.monotonic() + SERVER_SECONDS
    while not answers(prefect.health_url):
        if time.monotonic() > deadline:
            sys.exit(f"No Prefect server answers at {prefect.url}; PREFECT_API_URL names another.")
        time.sleep(0.2)


def _create(client: httpx.Client, path: str, body: dict[str, Any]) -> bool:
    """Whether it did not exist before."""
    response = client.post(path, json=body)
    if response.status_code == httpx.codes.CONFLICT:
        return False
    response.raise_for_status()
    return True


if __name__ == "__main__":
    deploy(Settings())
