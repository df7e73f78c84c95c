"""Follows a flow run at the Prefect server."""

import time
from collections.abc import Callable
from typing import Any

import httpx

from stack.errors import StackError
from stack.prefect_api import PrefectApi

FINAL_TYPES = frozenset({"COMPLETED", "FAILED", "CRASHED", "CANCELLED"})
POLL_SECONDS = 0.5


def follow_run(prefect: PrefectApi, flow_run_id: str, progressed: Callable[[float], None]) -> str:
    """The name of its final state. `progressed` is told the percentage of its progress artifact, if any."""
    with prefect.client() as client:
        try:
            while True:
                run = _answer(client.get(f"/flow_runs/{flow_run_id}"))
                progressed(_percentage(client, flow_run_id))
                if run["state_type"] in FINAL_TYPES:
                    if run["state_type"] == "COMPLETED":
                        progressed(100.0)
                    return str(run["state_name"])
                time.sleep(POLL_SECONDS)
        except httpx.HTTPError as error:
            raise StackError(f"The Prefect server at {prefect.url} does not answer; the run goes on.") from error


def _percentage(client: httpx.Client, flow_run_id: str) -> float:
    chosen = {"flow_run_id": {"any_": [flow_run_id]}, "type": {"any_": ["progress"]}}
    artifacts = _answer(
        client.post("/artifacts/filter", json={"artifacts": chosen, "sort": "UPDATED_DESC", "limit": 1})
    )
    return float(artifacts[0]["data"]) if artifacts else 0.0


def _answer(response: httpx.Response) -> Any:
    response.raise_for_status()
    return response.json()
