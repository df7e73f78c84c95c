"""What the worker and its processes say to each other: one JSON object a line, over a socket pair."""

import json
from typing import Any

READY = "ready"
"""Everything is loaded."""
ALIVE = "alive"
"""Something was logged."""
DONE = "done"
"""The order is carried out; `error` says what kept it from being."""

RUN = "run"
"""Run the flow run."""
HOOKS = "hooks"
"""Run the flow's hooks for a state that the flow's own process could not report."""

MAX_LINE_BYTES = 64 * 1024 * 1024


def encode(kind: str, **content: Any) -> bytes:
    return json.dumps({"kind": kind, **content}).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(line)
    return message
