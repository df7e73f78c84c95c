"""The warm process: loads everything once, then runs the flow runs that it is sent, one at a time.

python -m worker.child FILE_DESCRIPTOR DRAIN_SECONDS [PRELOAD ...]
"""

import asyncio
import gc
import importlib
import logging
import os
import queue
import signal
import socket
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from prefect.context import AsyncClientContext, SyncClientContext
from prefect.logging.configuration import setup_logging

from worker import messages
from worker.runs import Engine

ALIVE_EVERY_SECONDS = 0.5


class Channel:
    """The process's end of the line to the worker. When the worker dies, work in hand may be finished, no more."""

    def __init__(self, connection: socket.socket, drain_seconds: float) -> None:
        self._connection = connection
        self._drain_seconds = drain_seconds
        self._orders: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._sending = threading.Lock()
        threading.Thread(target=self._listen, name="orders", daemon=True).start()

    def next_order(self) -> dict[str, Any] | None:
        """Waits for the next order; None when there will be none."""
        return self._orders.get()

    def send(self, kind: str, **content: Any) -> None:
        try:
            with self._sending:
                self._connection.sendall(messages.encode(kind, **content))
        except OSError:
            pass  # the worker is gone; `_listen` sees to that

    def _listen(self) -> None:
        with self._connection.makefile("rb") as lines:
            for line in lines:
                self._orders.put(messages.decode(line))
        self._orders.put(None)
        time.sleep(self._drain_seconds)
        os._exit(1)


class SignsOfLife(logging.Handler):
    """Tells the worker that something was logged, not what."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(logging.DEBUG)
        self._channel = channel
        self._told_at = 0.0

    def emit(self, _record: logging.LogRecord) -> None:
        if time.monotonic() - self._told_at > ALIVE_EVERY_SECONDS:
            self._told_at = time.monotonic()
            self._channel.send(messages.ALIVE)


def main(arguments: Sequence[str]) -> None:
    descriptor, drain_seconds, *preload = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(socket.socket(fileno=int(descriptor)), float(drain_seconds))
    setup_logging()
    signs = SignsOfLife(channel)
    for logger in (logging.getLogger(), logging.getLogger("prefect")):
        logger.addHandler(signs)
    for item in preload:
        load(item)
    # What is loaded now stays: the garbage collector need not go through it again and again.
    gc.collect()
    gc.freeze()
    with asyncio.Runner() as runner:
        runner.run(serve(channel))


def load(item: str) -> None:
    """`module`, or `module:function`, which is called."""
    module, _, function = item.partition(":")
    loaded = importlib.import_module(module)
    if function:
        getattr(loaded, function)()


async def serve(channel: Channel) -> None:
    """Carry out orders until there are no more. The clients to Prefect's API are opened once, for all runs."""
    async with AsyncClientContext():
        with SyncClientContext():
            engine = Engine()
            channel.send(messages.READY)
            while (order := channel.next_order()) is not None:
                error = await engine.carry_out(order)
                channel.send(messages.DONE, error=error)


if __name__ == "__main__":
    main(sys.argv[1:])
