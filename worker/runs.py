"""Carries out orders in the warm process: flow runs, and hooks of flow runs whose process is gone."""

import asyncio
import inspect
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from prefect import flow_engine
from prefect.client.schemas.objects import FlowRun, State
from prefect.exceptions import Abort, Pause
from prefect.flow_engine import run_flow
from prefect.flows import Flow, load_flow_from_flow_run
from prefect.logging.loggers import flow_run_logger

from worker import messages

OBSERVER = "observe_flow_run_suspension"
"""Of Prefect's flow engine."""

LoadedFlow = tuple[Flow[..., Any], str]


class Engine:
    """Keeps the flows that it has loaded, each with the working directory that its deployment set."""

    def __init__(self) -> None:
        self._home = os.getcwd()
        self._loaded: dict[str, LoadedFlow] = {}

    async def carry_out(self, order: dict[str, Any]) -> str | None:
        """What went wrong with the order itself; a flow that fails has told Prefect so, and is no error here."""
        flow_run = FlowRun.model_validate_json(order["flow_run"])
        with environment(order["env"]):
            try:
                flow = await self._flow_of(flow_run, order["deployment"])
                if order["kind"] == messages.RUN:
                    with nullcontext() if order["heed_suspension"] else suspension_unheeded():
                        await execute(flow, flow_run)
                else:
                    await run_hooks(flow, flow_run, State.model_validate_json(order["state"]))
            except Exception as error:  # noqa: BLE001 - whatever the flow's module raises when it is loaded
                flow_run_logger(flow_run).error("The flow run could not be started.", exc_info=True)
                # Without its text, which goes to Prefect: it may quote whatever the flow works on.
                return f"{type(error).__name__} while the flow run was started; the worker's log says where."
        return None

    async def _flow_of(self, flow_run: FlowRun, deployment: dict[str, Any]) -> Flow[..., Any]:
        key = repr(sorted(deployment.items()))
        if key not in self._loaded:
            os.chdir(self._home)
            flow = await load_flow_from_flow_run(flow_run, use_placeholder_flow=False)
            self._loaded[key] = (flow, os.getcwd())
        flow, folder = self._loaded[key]
        os.chdir(folder)
        return flow


async def execute(flow: Flow[..., Any], flow_run: FlowRun) -> None:
    """Run it to its end. Prefect's engine reports every state, the final one included."""
    try:
        outcome: Any = run_flow(flow, flow_run=flow_run, return_type="state")
        if inspect.isasyncgen(outcome):
            async for _ in outcome:
                pass
        elif inspect.isgenerator(outcome):
            for _ in outcome:
                pass
        elif asyncio.iscoroutine(outcome):
            await outcome
    except (Abort, Pause):
        return  # the server has the run's state already


async def run_hooks(flow: Flow[..., Any], flow_run: FlowRun, state: State) -> None:
    """The hooks for `state`; one that fails does not keep the others from running."""
    logger = flow_run_logger(flow_run, flow)
    for hook in hooks_for(flow, state):
        try:
            outcome = hook(flow, flow_run, state)
            if inspect.isawaitable(outcome):
                await outcome
        except Exception:
            logger.error("A hook for the state %s failed.", state.name, exc_info=True)


def hooks_for(flow: Flow[..., Any], state: State) -> list[Any]:
    if state.is_crashed():
        return flow.on_crashed_hooks or []
    if state.is_failed():
        return flow.on_failure_hooks or []
    return flow.on_cancellation_hooks or []


@contextmanager
def suspension_unheeded() -> Iterator[None]:
    """Prefect has no setting for it: the engine's observer of suspensions is taken out for the time of a run."""
    observe = getattr(flow_engine, OBSERVER)
    setattr(flow_engine, OBSERVER, lambda *_arguments: nullcontext())
    try:
        yield
    finally:
        setattr(flow_engine, OBSERVER, observe)


@contextmanager
def environment(variables: dict[str, str]) -> Iterator[None]:
    """The variables of a flow run, for as long as it runs."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
