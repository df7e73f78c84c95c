"""One file through the process that reads: how it ended, and what it took."""

import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.hostile.bombs import BOMBS, READ
from benchmarks.hostile.mutations import mutate
from config.settings import Settings
from reading.limits import ReadingLimits, full_limits
from reading.process import ReadingProcess
from resume_parser.errors import ParserError

SETTINGS = Settings(_env_file=None)


@dataclass(frozen=True, slots=True)
class Trial:
    name: str
    kind: str
    """pdf, docx, txt, or crafted."""
    outcome: str
    """`read`, or the code of the reason; of what should not be there, "FAULT" and what it is."""
    seconds: float
    """On the clock, waits for the processor and the start of another reader included."""
    allowed_seconds: float
    """Of the processor."""


class Readers:
    """A reader for each thread."""

    def __init__(self) -> None:
        self._of_thread = threading.local()
        self._all: list[ReadingProcess] = []
        self._mutating = threading.Lock()
        """MuPDF, which unpacks what is to be changed, is not for two threads at once."""

    def try_mutant(self, originals: Mapping[str, bytes], name: str, number: int) -> Trial:
        """The `number`-th mutant, always the same one while the file is the same."""
        chance = random.Random(f"{name}:{number}")
        with self._mutating:
            mutant = mutate(originals[name], chance)
        return self._try(f"{name}:{number}", name.rpartition(".")[2], mutant)

    def try_bomb(self, name: str) -> Trial:
        make, expected = BOMBS[name]
        trial = self._try(name, "crafted", make())
        if trial.outcome in expected:
            return trial
        return Trial(name, "crafted", f"FAULT: {trial.outcome}", trial.seconds, trial.allowed_seconds)

    @property
    def peak_mb(self) -> float:
        """The most memory that a reader had of which the end has been seen."""
        return max((process.peak_bytes for process in self._all), default=0) / 2**20

    def stop(self) -> None:
        for process in self._all:
            process.stop()

    def _try(self, name: str, kind: str, data: bytes) -> Trial:
        limits = full_limits(SETTINGS, len(data))
        started = time.perf_counter()
        outcome = outcome_of(self._reader(), data, limits)
        return Trial(name, kind, outcome, time.perf_counter() - started, limits.processor_seconds)

    def _reader(self) -> ReadingProcess:
        if not hasattr(self._of_thread, "process"):
            self._of_thread.process = ReadingProcess()
            self._all.append(self._of_thread.process)
        process: ReadingProcess = self._of_thread.process
        return process


def outcome_of(process: ReadingProcess, data: bytes, limits: ReadingLimits) -> str:
    try:
        document = process.read(data, limits)
    except ParserError as error:
        return f"FAULT: {error}" if error.code == "internal_error" else error.code
    except Exception as error:  # noqa: BLE001 - any of them is what is looked for
        return f"FAULT: {type(error).__name__}"
    if "\0" in document.raw_text or len(document.lines) > limits.content.lines:
        return "FAULT: text that cannot be stored"
    document.raw_text.encode()
    return READ
