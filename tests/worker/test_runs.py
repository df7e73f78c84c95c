"""What a warm process does around a flow run."""

from unittest.mock import Mock
from uuid import uuid4

import pytest
from prefect import flow_engine

from worker.runs import OBSERVER, suspension_unheeded


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
