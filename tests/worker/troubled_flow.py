"""A flow that gets into the trouble it is asked for; run by the tests of the worker."""

import asyncio
import os
import signal
from pathlib import Path

from prefect import Flow, flow
from prefect.client.schemas.objects import FlowRun, State


def note(flow: Flow[..., None], flow_run: FlowRun, state: State[None]) -> None:
    Path(flow_run.parameters["notes"]).write_text(state.name or "")


@flow(on_crashed=[note], on_cancellation=[note], on_failure=[note])
async def troubled(trouble: str, notes: str) -> int:
    if trouble == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if trouble == "hang":
        while True:
            pass
    if trouble == "take long":
        await asyncio.sleep(60)
    if trouble == "fail":
        raise ValueError(notes)
    return os.getpid()
