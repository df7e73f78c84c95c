"""What a warm process does around a flow run."""

from typing import Any
from unittest.mock import Mock
from uuid import uuid4

import pytest
from prefect import flow_engine
from prefect.client.schemas.objects import FlowRun

from worker import messages, runs
from worker.runs import OBSERVER, Engine, suspension_unheeded


def test_a_run_that_heeds_no_suspension_opens_no_connection_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prefect's engine calls its observer by this name, with these arguments."""
    thread = Mock(side_effect=AssertionError("a thread for the observer"))
    monkeypatch.setattr("prefect._flow_run_suspension.threading.Thread", thread)
    observe = getattr(flow_engine, OBSERVER)
    with suspension_unheeded(), getattr(flow_engine, OBSERVER)(uuid4(), Mock()):
        pass
    assert getattr(flow_engine, OBSERVER) is observe
    with pytest.raises(AssertionError), observe(uuid4(), Mock()):
        pass


@pytest.mark.parametrize("heeded", [True, False])
async def test_the_order_says_whether_a_suspension_is_heeded(monkeypatch: pytest.MonkeyPatch, heeded: bool) -> None:
    observe = getattr(flow_engine, OBSERVER)
    observers: list[Any] = []

    async def execute(_flow: Any, _flow_run: FlowRun) -> None:
        observers.append(getattr(flow_engine, OBSERVER))

    async def flow_of(*_arguments: Any) -> Mock:
        return Mock()

    monkeypatch.setattr(runs, "execute", execute)
    monkeypatch.setattr(Engine, "_flow_of", flow_of)
    order = {
        "kind": messages.RUN,
        "flow_run": FlowRun(flow_id=uuid4()).model_dump_json(),
        "deployment": {},
        "env": {},
        "heed_suspension": heeded,
    }
    assert await Engine().carry_out(order) is None
    assert [observer is observe for observer in observers] == [heeded]
