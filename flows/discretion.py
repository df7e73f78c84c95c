"""What Prefect is told when a flow breaks. It shows the text of an error in its UI and keeps it."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from resume_parser.errors import place_of

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class FlowBroke(Exception):
    """Says the kind of an error and where it happened, and not its text, which may quote a file's name or a value."""


def discreet(flow: Callable[Parameters, Awaitable[Result]]) -> Callable[Parameters, Awaitable[Result]]:
    """The flow's function, with every error told by its kind and place alone."""

    @wraps(flow)
    async def guarded(*arguments: Parameters.args, **options: Parameters.kwargs) -> Result:
        try:
            return await flow(*arguments, **options)
        except Exception as error:  # noqa: BLE001 - the edge to Prefect
            raise FlowBroke(place_of(error)) from None

    return guarded
