"""What is retried, and what Prefect gets to see of an error."""

from typing import Any

import pytest
from prefect.states import Failed
from sqlalchemy.exc import IntegrityError, OperationalError

from tasks.policies import InfrastructureTrouble, StageFailed, _discreet, _is_worth_retrying

SECRET = "ada@example.com"


def raising(error: Exception) -> Any:
    def stage(*_arguments: Any) -> Any:
        raise error

    return _discreet(stage)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OperationalError(SECRET, {}, Exception(SECRET)), InfrastructureTrouble),
        (ConnectionResetError(SECRET), InfrastructureTrouble),
        (IntegrityError(SECRET, {}, Exception(SECRET)), StageFailed),
        (ValueError(SECRET), StageFailed),
    ],
)
def test_errors_are_told_by_their_kind_alone(error: Exception, told: type[Exception]) -> None:
    with pytest.raises(told) as caught:
        raising(error)()
    assert SECRET not in str(caught.value)
    assert type(error).__name__ in str(caught.value)
    assert caught.value.__suppress_context__, "nor does the traceback lead to it"


async def test_only_infrastructure_is_retried() -> None:
    assert await _is_worth_retrying(None, None, Failed(data=InfrastructureTrouble("OperationalError")))  # type: ignore[arg-type]
    assert not await _is_worth_retrying(None, None, Failed(data=StageFailed("ValueError in parse")))  # type: ignore[arg-type]
