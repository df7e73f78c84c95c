"""How often somebody has done something lately, in this process."""

import threading
import time
from collections import deque
from collections.abc import Callable

MOST_SUBJECTS = 10_000
"""Above it the ones that have been still the longest are forgotten: memory stays bounded whoever asks."""


class RecentCounts:
    """At most `most` acts of a subject in `seconds`; 0 sets no bound. Safe from any thread."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._acts: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait_for(self, subject: str) -> float:
        """Seconds until the subject may act again; 0 when it may now."""
        with self._lock:
            acts = self._recent(subject)
            if not self._most or len(acts) < self._most:
                return 0.0
            return acts[0] + self._seconds - self._clock()

    def note(self, subject: str, times: int = 1) -> None:
        with self._lock:
            self._add(subject, self._recent(subject), times)

    def take(self, subject: str) -> float:
        """0 when it may act, which counts at once, so that many at the same time are no way round; else the wait."""
        with self._lock:
            acts = self._recent(subject)
            if self._most and len(acts) >= self._most:
                return acts[0] + self._seconds - self._clock()
            self._add(subject, acts, 1)
            return 0.0

    def give_back(self, subject: str) -> None:
        """The last act was none to count."""
        with self._lock:
            if acts := self._recent(subject):
                acts.pop()

    def forget(self, subject: str) -> None:
        with self._lock:
            self._acts.pop(subject, None)

    def _add(self, subject: str, acts: deque[float], times: int) -> None:
        acts.extend([self._clock()] * min(times, self._most))
        while len(acts) > self._most:
            acts.popleft()
        if acts:
            self._acts[subject] = acts
        if len(self._acts) > MOST_SUBJECTS:
            self._acts.pop(next(iter(self._acts)))

    def _recent(self, subject: str) -> deque[float]:
        """Taken out and put in again, so that the subjects stand in the order of their last acts."""
        acts = self._acts.pop(subject, deque())
        oldest = self._clock() - self._seconds
        while acts and acts[0] <= oldest:
            acts.popleft()
        if acts:
            self._acts[subject] = acts
        return acts
