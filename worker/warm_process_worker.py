"""The worker: takes flow runs from its work pool and gives each to a warm process."""

import asyncio
import logging
import signal
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

import anyio
import anyio.abc
import httpx
from prefect._internal.observers import FlowRunCancellingObserver
from prefect.client.schemas.objects import State
from prefect.exceptions import Abort, ObjectNotFound
from prefect.states import Cancelled, Crashed, Failed, Scheduled
from prefect.utilities.engine import propose_state
from prefect.workers.base import BaseWorker, BaseWorkerResult

from worker import messages
from worker.configuration import WarmProcessJobConfiguration, WarmProcessVariables, pool_settings
from worker.process_pool import ProcessPool
from worker.scheduling import listen_for_work
from worker.supervision import Ending, Report, Watch, follow
from worker.warm_process import ProcessDied, WarmProcess

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
CANCELLATION_POLL_SECONDS = 5.0
"""Only where the server's events cannot be listened to."""


class WarmProcessResult(BaseWorkerResult):
    """How the process ended its part."""


class WarmProcessWorker(BaseWorker[WarmProcessJobConfiguration, WarmProcessVariables, WarmProcessResult]):
    """Stock Prefect starts several processes for each flow run; this one keeps them."""

    type = "warm-process"
    job_configuration = WarmProcessJobConfiguration
    job_configuration_variables = WarmProcessVariables
    _display_name = "Warm process"
    _description = (
        "Runs flows in long-lived processes that have everything imported: a flow run starts in milliseconds."
    )
    _documentation_url = ""
    _logo_url = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # Nothing is fetched before its time, whatever the command line says: a run that waits for its start holds a process.
        super().__init__(*arguments, **{**options, "prefetch_seconds": 0})
        self._pool: ProcessPool | None = None
        self._watches: dict[UUID, Watch] = {}
        self._polling = asyncio.Lock()
        self._scheduling: asyncio.Task[None] | None = None

    async def setup(self) -> None:
        """As every worker does, and be ready to be told to stop."""
        await super().setup()
        if threading.current_thread() is threading.main_thread():
            self._stop_when_told()

    def _stop_when_told(self) -> None:
        """The first signal drains, the second kills.

        Prefect's handlers pass SIGTERM on as SIGINT, which is ignored where a shell started the worker in the
        background.
        """
        loop = asyncio.get_running_loop()
        task = asyncio.current_task()
        assert task is not None

        def stop(number: signal.Signals) -> None:
            self._logger.info("Received %s: no new flow runs are taken, those running may finish.", number.name)
            for each in STOP_SIGNALS:
                loop.remove_signal_handler(each)
            task.cancel()

        for number in STOP_SIGNALS:
            loop.add_signal_handler(number, stop, number)

    async def sync_with_backend(self) -> None:
        """As every worker does; the first time, when the work pool's settings are known, start the processes."""
        await super().sync_with_backend()
        if self._pool is None and self._work_pool is not None:
            settings = pool_settings(self._work_pool.base_job_template)
            self._pool = ProcessPool(settings, cast(logging.Logger, self._logger))
            self._pool.start()
            if self._limiter is None:
                # No more runs than processes: what waits, waits in Prefect's queue, where priorities hold.
                self._limiter = anyio.CapacityLimiter(self._pool.size)
            self._observer = await self._exit_stack.enter_async_context(
                FlowRunCancellingObserver(self._on_cancelling, polling_interval=CANCELLATION_POLL_SECONDS)
            )
            self._scheduling = asyncio.create_task(listen_for_work(self._work_pool.id, self._on_work))

    async def get_and_submit_flow_runs(self) -> "list[FlowRun]":
        """One poll at a time: besides the clock, each run's end asks for one."""
        async with self._polling:
            return await super().get_and_submit_flow_runs()

    async def teardown(self, *exc_info: Any) -> None:
        if self._scheduling is not None:
            self._scheduling.cancel()
        await super().teardown(*exc_info)
        if self._pool is not None:
            self._pool.stop()

    async def run(
        self,
        flow_run: "FlowRun",
        configuration: WarmProcessJobConfiguration,
        task_status: anyio.abc.TaskStatus[int] | None = None,
    ) -> WarmProcessResult:
        """Have the flow run carried out by the next process that is free."""
        if self._pool is None:
            raise RuntimeError("The worker has not been set up.")
        async with self._pool.checkout() as process:
            identifier = f"{socket.gethostname()}:{process.pid}"
            if task_status is not None:
                cast("anyio.abc.TaskStatus[str]", task_status).started(identifier)
            report = await self._carry_out(process, flow_run, configuration)
        await self._report(flow_run, configuration, report)
        self._poll_soon()
        # What went wrong has been told to Prefect, with its reason; another code would have it told again without.
        return WarmProcessResult(identifier=identifier, status_code=0)

    async def _carry_out(
        self, process: WarmProcess, flow_run: "FlowRun", configuration: WarmProcessJobConfiguration
    ) -> Report:
        watch = self._watches[flow_run.id] = Watch(configuration)
        self._observer.add_in_flight_flow_run_id(flow_run.id)
        order = asyncio.create_task(process.carry_out(messages.RUN, **_order(flow_run, configuration)))
        try:
            return await follow(process, order, watch)
        except asyncio.CancelledError:
            with anyio.CancelScope(shield=True):
                await self._drain(process, order, watch, flow_run)
            raise
        finally:
            self._observer.remove_in_flight_flow_run_id(flow_run.id)
            del self._watches[flow_run.id]

    async def _drain(
        self, process: WarmProcess, order: "asyncio.Task[str | None]", watch: Watch, flow_run: "FlowRun"
    ) -> None:
        """The worker is being stopped: let the run finish if it does so soon, else give it back to the queue."""
        seconds = pool_settings(self.work_pool.base_job_template).drain_seconds
        with anyio.move_on_after(seconds):
            await follow(process, order, watch)
            return
        process.kill()
        with suppress(ProcessDied):
            await order
        await self.client.set_flow_run_state(
            flow_run.id, Scheduled(message="The worker was stopped; the flow run goes back to the queue."), force=True
        )

    async def _report(self, flow_run: "FlowRun", configuration: WarmProcessJobConfiguration, report: Report) -> None:
        """Tell Prefect what the flow run's own process could not tell, and run the flow's hooks for it."""
        if report.ending is Ending.CARRIED_OUT:
            return
        self.get_flow_run_logger(flow_run).error(report.reason)
        try:
            state = await self._set_final_state(flow_run, report)
        except (Abort, ObjectNotFound):
            return  # it has a final state already, or was deleted
        if report.ending is not Ending.NOT_STARTED:
            await self._run_hooks(flow_run, configuration, state)

    async def _set_final_state(self, flow_run: "FlowRun", report: Report) -> State[Any]:
        state: State[Any]
        if report.ending is Ending.CANCELLED:
            state = Cancelled(message=report.reason)
            await self.client.set_flow_run_state(flow_run.id, state, force=True)
            return state
        if report.ending is Ending.TIMED_OUT:
            state = Failed(name="TimedOut", message=report.reason)
        else:
            state = Crashed(message=report.reason)
        return await propose_state(self.client, state, flow_run_id=flow_run.id)

    async def _run_hooks(
        self, flow_run: "FlowRun", configuration: WarmProcessJobConfiguration, state: State[Any]
    ) -> None:
        """In a process of the pool, as the flow's own is gone; under the same limits, so that no hook hangs it."""
        assert self._pool is not None
        async with self._pool.checkout() as process:
            content = _order(flow_run, configuration) | {"state": state.model_dump_json()}
            order = asyncio.create_task(process.carry_out(messages.HOOKS, **content))
            await follow(process, order, Watch(configuration))

    async def _propose_submitting_state(self, flow_run: "FlowRun") -> None:
        """Not told: there is no infrastructure to wait for, and each state costs the server some 25 ms."""

    def _on_cancelling(self, flow_run_id: UUID) -> None:
        if (watch := self._watches.get(flow_run_id)) is not None:
            watch.cancelled.set()

    def _on_work(self) -> None:
        """A flow run was scheduled. With all processes taken, the next run's end asks for it, or the clock."""
        if self._limiter is None or self._limiter.available_tokens > 0:
            self._poll_soon()

    def _poll_soon(self) -> None:
        """A process is free, or there is new work: do not wait for the clock.

        The poll runs after the flow run that ends now has given back its slot.
        """
        if self._runs_task_group is not None and self.is_setup:
            self._runs_task_group.start_soon(self._poll_now)

    async def _poll_now(self) -> None:
        try:
            await self.get_and_submit_flow_runs()
        except httpx.HTTPError as error:
            self._logger.debug("A poll between the regular ones failed: %s", error)


def _order(flow_run: "FlowRun", configuration: WarmProcessJobConfiguration) -> dict[str, Any]:
    return {
        "flow_run": flow_run.model_dump_json(),
        "deployment": configuration.deployment_facts,
        "env": {name: value for name, value in configuration.env.items() if value is not None},
        "heed_suspension": configuration.heed_suspension,
    }
