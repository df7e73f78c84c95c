"""Keeps the asked-for number of warm processes ready, and replaces those that ended or grew old."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from worker.configuration import PoolSettings
from worker.warm_process import ProcessDied, WarmProcess

FIRST_RESTART_SECONDS = 1.0
LAST_RESTART_SECONDS = 30.0


class ProcessPool:
    """Use `start`, then `checkout` for each flow run, then `stop`."""

    def __init__(self, settings: PoolSettings, logger: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        self._settings = settings
        self._logger = logger
        self._idle: asyncio.Queue[WarmProcess] = asyncio.Queue()
        self._all: set[WarmProcess] = set()
        self._starting: set[asyncio.Task[None]] = set()

    @property
    def size(self) -> int:
        return self._settings.processes or os.cpu_count() or 1

    def start(self) -> None:
        for _ in range(self.size):
            self._start_one()

    def stop(self) -> None:
        """End all processes at once; flow runs have been seen to before."""
        for starting in self._starting:
            starting.cancel()
        for process in self._all:
            process.kill()

    @asynccontextmanager
    async def checkout(self) -> AsyncIterator[WarmProcess]:
        """An idle process, for the time of the context; waits for one."""
        process = await self._take_idle()
        with ExitStack() as unless_done:
            unless_done.callback(self._replace, process)
            unless_done.callback(process.kill)
            yield process
            unless_done.pop_all()
        if process.has_ended:
            self._replace(process)
        elif self._is_worn(process):
            self._logger.info("Process %d is replaced after %d orders.", process.pid, process.orders_taken)
            self._start_one(instead_of=process)
        else:
            self._idle.put_nowait(process)

    async def _take_idle(self) -> WarmProcess:
        while (process := await self._idle.get()).has_ended:
            self._logger.warning("Process %d ended while it was idle.", process.pid)
            self._replace(process)
        return process

    def _is_worn(self, process: WarmProcess) -> bool:
        runs, size = self._settings.recycle_after_runs, self._settings.recycle_above_mb
        return bool((runs and process.orders_taken >= runs) or (size and process.memory_mb > size))

    def _replace(self, process: WarmProcess) -> None:
        self._all.discard(process)
        self._start_one()

    def _start_one(self, instead_of: WarmProcess | None = None) -> None:
        task = asyncio.create_task(self._keep_starting(instead_of))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _keep_starting(self, instead_of: WarmProcess | None) -> None:
        pause = FIRST_RESTART_SECONDS
        while True:
            try:
                process = await WarmProcess.start(self._settings.preload, self._settings.drain_seconds)
            except ProcessDied as died:
                self._logger.error("A process could not be started, trying again in %.0f s. %s", pause, died)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LAST_RESTART_SECONDS)
                continue
            break
        self._logger.info("Process %d is ready.", process.pid)
        self._all.add(process)
        self._idle.put_nowait(process)
        if instead_of is not None:
            self._all.discard(instead_of)
            instead_of.dismiss()
