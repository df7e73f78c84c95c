"""The limits of a flow run, on a process that only pretends to be one."""

import asyncio
import time
from typing import cast

import pytest

from worker.configuration import RunLimits
from worker.supervision import Ending, Watch, follow
from worker.warm_process import ProcessDied, WarmProcess


class PretendedProcess:
    """Carries out its order when told to, and dies when killed."""

    def __init__(self) -> None:
        self.last_sign = time.monotonic()
        self.memory_mb = 100.0
        self._end: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

    def order(self) -> "asyncio.Task[str | None]":
        async def carry_out() -> str | None:
            return await self._end

        return asyncio.create_task(carry_out())

    def finish(self, error: str | None = None) -> None:
        self._end.set_result(error)

    def kill(self) -> None:
        self._end.set_exception(ProcessDied("Its process was killed by SIGKILL."))


def as_process(pretended: PretendedProcess) -> WarmProcess:
    return cast(WarmProcess, pretended)


async def test_an_order_that_is_carried_out() -> None:
    process = PretendedProcess()
    order = process.order()
    process.finish()
    assert (await follow(as_process(process), order, Watch(RunLimits()))).ending is Ending.CARRIED_OUT


async def test_a_flow_that_cannot_be_loaded() -> None:
    process = PretendedProcess()
    order = process.order()
    process.finish("ModuleNotFoundError: No module named 'flows'")
    report = await follow(as_process(process), order, Watch(RunLimits()))
    assert (report.ending, report.reason) == (Ending.NOT_STARTED, "ModuleNotFoundError: No module named 'flows'")


async def test_a_process_that_dies() -> None:
    process = PretendedProcess()
    order = process.order()
    process.kill()
    report = await follow(as_process(process), order, Watch(RunLimits()))
    assert (report.ending, report.reason) == (Ending.CRASHED, "Its process was killed by SIGKILL.")


@pytest.mark.parametrize(
    ("limits", "ending", "words"),
    [
        (RunLimits(run_time_limit_seconds=0.1), Ending.TIMED_OUT, "longer than 0.1 s"),
        (RunLimits(silence_limit_seconds=0.1), Ending.CRASHED, "no sign of life for 0.1 s"),
        (RunLimits(memory_limit_mb=99), Ending.CRASHED, "used 100 MB, over 99 MB"),
    ],
)
async def test_a_run_over_a_limit_is_stopped(limits: RunLimits, ending: Ending, words: str) -> None:
    process = PretendedProcess()
    report = await asyncio.wait_for(follow(as_process(process), process.order(), Watch(limits)), 3)
    assert report.ending is ending
    assert words in report.reason


async def test_a_run_that_gives_signs_of_life_goes_on() -> None:
    process = PretendedProcess()
    following = asyncio.create_task(
        follow(as_process(process), process.order(), Watch(RunLimits(silence_limit_seconds=0.4)))
    )
    for _ in range(8):
        await asyncio.sleep(0.1)
        process.last_sign = time.monotonic()
    assert not following.done()
    process.finish()
    assert (await following).ending is Ending.CARRIED_OUT


async def test_a_cancelled_run_is_stopped() -> None:
    process = PretendedProcess()
    watch = Watch(RunLimits())
    watch.cancelled.set()
    assert (await follow(as_process(process), process.order(), watch)).ending is Ending.CANCELLED
