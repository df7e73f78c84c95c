"""Keeps the parts running: one that dies is started again, later and later while it keeps dying."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass

from stack.part import Part, RunningPart

logger = logging.getLogger(__name__)

CHECK_SECONDS = 0.2
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0
"""A part that ran this long has recovered: its next pause is the first one again."""


@dataclass
class Watched:
    part: Part
    running: RunningPart | None
    kept: bool = False
    """Whether it is started again when it ends: not before it was ready once."""
    pause: float = FIRST_PAUSE_SECONDS
    start_at: float = 0.0


class Supervisor:
    """Starts, watches and stops parts.

    All processes are started by one thread that lives as long as the supervisor: the kernel ties the life of a part to
    the thread that started it.
    """

    def __init__(self, announce: Callable[[str], None] = logger.warning) -> None:
        self._announce = announce
        self._watched: dict[str, Watched] = {}
        self._requests: queue.Queue[tuple[Callable[[], RunningPart], Future[RunningPart]]] = queue.Queue()
        self._cancelled = threading.Event()
        self._stopping = threading.Event()
        self._lock = threading.RLock()
        self._thread = threading.Thread(target=self._watch, name="supervisor", daemon=True)
        self._thread.start()

    def run(self, part: Part) -> float:
        """Starts it, waits until it is ready and keeps it running from then on. Seconds until it was ready.

        Raises PartFailed, and StartCancelled after `cancel`.
        """
        running = self._start(part)
        seconds = running.wait_until_ready(self._cancelled.is_set)
        with self._lock:
            self._watched[part.name].kept = True
        return seconds

    def run_to_end(self, part: Part) -> float:
        """Runs a part that has an end, and waits for it. Seconds it took; raises as `run` does."""
        seconds = self._start(part).wait_until_done(self._cancelled.is_set)
        self.stop(part.name)
        return seconds

    def cancel(self) -> None:
        """Lets every `run` and `run_to_end` that is still waiting give up."""
        self._cancelled.set()

    def _start(self, part: Part) -> RunningPart:
        def launch() -> RunningPart:
            running = RunningPart(part)
            with self._lock:
                self._watched[part.name] = Watched(part, running)
            return running

        launched: Future[RunningPart] = Future()
        self._requests.put((launch, launched))
        return launched.result()

    def pid(self, name: str) -> int | None:
        """Of the process that runs now; None while it is down."""
        watched = self._watched.get(name)
        return watched.running.pid if watched and watched.running else None

    def stop(self, name: str) -> None:
        with self._lock:
            watched = self._watched.pop(name, None)
        if watched and watched.running:
            watched.running.stop()

    def stop_all(self) -> None:
        """Stops the parts, the one started last first."""
        for name in reversed(list(self._watched)):
            self.stop(name)
        self._stopping.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.is_set():
            with suppress(queue.Empty):
                launch, launched = self._requests.get(timeout=CHECK_SECONDS)
                try:
                    launched.set_result(launch())
                except OSError as error:
                    launched.set_exception(error)
            with self._lock:
                for watched in self._watched.values():
                    if watched.kept:
                        self._check(watched)

    def _check(self, watched: Watched) -> None:
        if watched.running is None:
            if time.monotonic() >= watched.start_at:
                self._start_again(watched)
        elif ended := watched.running.ended:
            watched.running.kill_leftovers()
            if watched.running.age > STEADY_SECONDS:
                watched.pause = FIRST_PAUSE_SECONDS
            watched.running = None
            self._pause(watched, ended)

    def _start_again(self, watched: Watched) -> None:
        try:
            watched.running = RunningPart(watched.part)
        except OSError as error:
            self._pause(watched, f"could not be started ({error})")

    def _pause(self, watched: Watched, what_happened: str) -> None:
        self._announce(f"{watched.part.name} {what_happened}; it starts again in {watched.pause:.1f} s")
        watched.start_at = time.monotonic() + watched.pause
        watched.pause = min(watched.pause * 2, LONGEST_PAUSE_SECONDS)
