"""What the tasks have in common: what is retried and how long, and that nothing of a resume gets into Prefect."""

from collections.abc import Callable
from typing import Any

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from db.transient import is_transient
from resume_parser.errors import place_of
from services.batch import Batch
from services.errors import StoreTrouble

RETRY_DELAYS_SECONDS = [1.0, 4.0, 15.0, 30.0]
"""Long enough for a database or a file store to be restarted."""


class InfrastructureTrouble(Exception):
    """The database or the file store did not answer; the same step may succeed later."""


class StageFailed(Exception):
    """A step broke on the whole batch."""


def step(call: Callable[..., Batch]) -> Task[..., Batch]:
    """Make a task of a step: its result stays in memory, and only trouble with the infrastructure is retried.

    Errors are told to Prefect by their kind alone: their text may quote a resume.
    """
    as_task = task(
        name=call.__name__,
        retries=len(RETRY_DELAYS_SECONDS),
        retry_delay_seconds=RETRY_DELAYS_SECONDS,
        retry_condition_fn=_is_worth_retrying,
        persist_result=False,
        cache_policy=NO_CACHE,
        log_prints=False,
    )
    return as_task(_discreet(call))


def _discreet(call: Callable[..., Batch]) -> Callable[..., Batch]:
    def guarded(*arguments: Any) -> Batch:
        try:
            return call(*arguments)
        except Exception as error:  # noqa: BLE001 - the edge to Prefect
            if isinstance(error, OSError | StoreTrouble) or is_transient(error):
                raise InfrastructureTrouble(type(error).__name__) from None
            raise StageFailed(f"{place_of(error)} in {call.__name__}") from None

    return guarded


async def _is_worth_retrying(_task: Task[..., Any], _run: Any, state: State[Any]) -> bool:
    return isinstance(await state.aresult(raise_on_failure=False), InfrastructureTrouble)
