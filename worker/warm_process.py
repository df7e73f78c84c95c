"""The worker's end of a warm process: starts it, gives it orders, watches over it, and ends it."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import Any

import psutil

from worker import messages

MEGABYTE = 1024 * 1024


class ProcessDied(Exception):
    """The process ended with an order in hand, or before it was ready; the text says how."""


class WarmProcess:
    """One long-lived process. It takes one order at a time."""

    def __init__(
        self, process: asyncio.subprocess.Process, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer
        self._measured = psutil.Process(process.pid)
        self.orders_taken = 0
        self.last_sign = time.monotonic()
        """When it last said anything."""

    @classmethod
    async def start(cls, preload: Sequence[str], drain_seconds: float) -> "WarmProcess":
        """A process that is ready to take orders. Raises ProcessDied when it does not get so far."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "worker.child", str(theirs.fileno()), str(drain_seconds), *preload,
                pass_fds=[theirs.fileno()],
                stdin=asyncio.subprocess.DEVNULL,
                # A Ctrl-C in the terminal is for the worker, which lets its processes finish.
                start_new_session=True,
            )  # fmt: skip
        reader, writer = await asyncio.open_connection(sock=ours, limit=messages.MAX_LINE_BYTES)
        warm = cls(process, reader, writer)
        with ExitStack() as unless_ready:
            unless_ready.callback(warm.kill)
            await warm._wait_for(messages.READY)
            unless_ready.pop_all()
        return warm

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process.returncode is not None

    @property
    def memory_mb(self) -> float:
        with suppress(psutil.Error):
            return float(self._measured.memory_info().rss / MEGABYTE)
        return 0.0

    async def carry_out(self, kind: str, **content: Any) -> str | None:
        """Give an order and wait for its end; what kept it from being carried out. Raises ProcessDied."""
        self.orders_taken += 1
        self.last_sign = time.monotonic()
        with suppress(ConnectionError):
            self._writer.write(messages.encode(kind, **content))
            await self._writer.drain()
        done = await self._wait_for(messages.DONE)
        error: str | None = done["error"]
        return error

    def kill(self) -> None:
        """End it now, whatever it is doing; also what it has started itself."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._writer.close()

    def dismiss(self) -> None:
        """Let it end by itself; it has nothing in hand."""
        self._writer.close()

    async def _wait_for(self, kind: str) -> dict[str, Any]:
        while line := await self._read_line():
            self.last_sign = time.monotonic()
            message = messages.decode(line)
            if message["kind"] == kind:
                return message
        raise ProcessDied(await self._describe_end())

    async def _read_line(self) -> bytes:
        try:
            return await self._reader.readline()
        except ConnectionError:
            return b""

    async def _describe_end(self) -> str:
        code = await self._process.wait()
        if code >= 0:
            return f"Its process ended with exit code {code}."
        name = signal.Signals(-code).name
        return f"Its process was killed by {name}."
