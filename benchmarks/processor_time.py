"""Where the processor's time goes: what each part of a running stack has used of it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

MARKS = {
    "worker.child": "warm processes",
    "worker start": "worker",
    "prefect.server.api": "Prefect server",
    "main:app": "API",
    "postgres: postgres intake ": "PostgreSQL for the application",
    "postgres: postgres prefect ": "PostgreSQL for Prefect",
    "postgres": "PostgreSQL itself",
}
"""A part by what its processes' command lines have in them; the first that fits."""


@contextmanager
def processor_time() -> Iterator[dict[str, float]]:
    """Seconds by part, once the block has ended. Processes that begin or end within it are counted as far as seen."""
    spent: dict[str, float] = defaultdict(float)
    before = _seconds()
    yield spent
    after = _seconds()
    for (pid, part), seconds in after.items():
        spent[part] += seconds - before.get((pid, part), 0.0)


def _seconds() -> dict[tuple[int, str], float]:
    seconds: dict[tuple[int, str], float] = {}
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            command = " ".join(process.cmdline())
            part = next((part for mark, part in MARKS.items() if mark in command), None)
            if part is not None:
                times = process.cpu_times()
                seconds[process.pid, part] = times.user + times.system
    return seconds
