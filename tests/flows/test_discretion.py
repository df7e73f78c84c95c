"""Prefect keeps and shows why a flow failed: it hears the kind of the error alone."""

import importlib
from typing import Any

import pytest
from prefect import Flow

from flows.discretion import FlowBroke, discreet

SECRET = "Ada Example.pdf"


async def test_a_flow_that_breaks_tells_no_text() -> None:
    @discreet
    async def sweep(_files: int) -> None:
        raise OSError(28, "No space left on device", SECRET)

    with pytest.raises(FlowBroke, match=r"^OSError at test_discretion\.py:\d+$") as caught:
        await sweep(1)
    assert caught.value.__suppress_context__, "nor does the trace lead to it"


@pytest.mark.parametrize("name", ["ingest", "sweep", "backfill", "maintain"])
def test_every_flow_is_discreet(name: str) -> None:
    flow: Flow[Any, Any] = getattr(importlib.import_module(f"flows.{name}"), name)
    assert flow.fn.__code__.co_filename.endswith("discretion.py")
