"""What can be done to a running stack, each at a random moment and for a random time."""

import os
import random
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass

import psutil
import psycopg2

from tests.faults.stand import OwnStack, Stand

PARTS = ("child", "worker", "API", "Prefect server", "PostgreSQL")
WHOLE_STACK = "kill whole stack"
SUPERVISOR = "kill supervisor"
FULL_DISK = "full disk"
EVERYWHERE = (
    *(f"kill {part}" for part in PARTS),
    *(f"freeze {part}" for part in PARTS),
    "unreadable store",
    "dropped connections",
)
"""Those that need nothing but a stack."""
LONGEST_FAULT_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 8.0


@dataclass(frozen=True)
class Planned:
    """After so many seconds, the fault of this kind, for so long where it lasts; `chance` chooses among many processes."""

    pause: float
    kind: str
    seconds: float
    chance: float


def plan(kinds: Sequence[str], count: int, seed: int, longest_pause: float = LONGEST_PAUSE_SECONDS) -> list[Planned]:
    """The same for the same seed; every kind comes once before any comes again."""
    chance = random.Random(seed)
    order: list[str] = []
    while len(order) < count:
        order += chance.sample(kinds, len(kinds))
    return [
        Planned(chance.uniform(0.2, longest_pause), kind, chance.uniform(0.5, LONGEST_FAULT_SECONDS), chance.random())
        for kind in order[:count]
    ]


class Faults:
    """Does them to a stand; `own` where it may be killed as a whole."""

    def __init__(self, stand: Stand, own: OwnStack | None = None) -> None:
        self._stand = stand
        self._own = own

    def do(self, fault: Planned) -> bool:
        """Whether there was anything to do it to."""
        time.sleep(fault.pause)
        verb, _, part = fault.kind.partition(" ")
        if part in PARTS:
            signals = (signal.SIGKILL,) if verb == "kill" else (signal.SIGSTOP, signal.SIGCONT)
            return self._signal(part, signals, fault)
        other: dict[str, Callable[[Planned], None]] = {
            WHOLE_STACK: self._kill_stack,
            SUPERVISOR: self._kill_supervisor,
            FULL_DISK: self._fill_disk,
            "unreadable store": self._hide_store,
            "dropped connections": self._drop_connections,
        }
        other[fault.kind](fault)
        return True

    def _signal(self, part: str, signals: tuple[signal.Signals, ...], fault: Planned) -> bool:
        """To one of the part's processes: the whole of it when it is stopped for a while, as a machine would be."""
        found = self._stand.of_part(part)
        if not found:
            return False
        chosen = found[int(fault.chance * len(found))]
        group = [chosen, *chosen.children(recursive=True)] if part == "PostgreSQL" and len(signals) > 1 else [chosen]
        for number in signals:
            for process in group:
                with suppress(psutil.NoSuchProcess):
                    process.send_signal(number)
            if number == signal.SIGSTOP:
                time.sleep(fault.seconds)
        return True

    def _kill_stack(self, _fault: Planned) -> None:
        assert self._own is not None
        self._own.kill_all()
        self._own.start()

    def _kill_supervisor(self, _fault: Planned) -> None:
        assert self._own is not None
        self._own.kill_supervisor()
        self._own.start()

    def _hide_store(self, fault: Planned) -> None:
        """In its place is a file, so that it can neither be read nor written nor made anew."""
        away = self._stand.store.with_name("away")
        self._stand.store.rename(away)
        self._stand.store.touch()
        time.sleep(fault.seconds)
        self._stand.store.unlink()
        away.rename(self._stand.store)

    def _fill_disk(self, fault: Planned) -> None:
        ballast = self._stand.store.with_name("ballast")
        with suppress(OSError), ballast.open("wb", buffering=0) as file:
            while file.write(bytes(2**20)):
                pass
        time.sleep(fault.seconds)
        ballast.unlink()

    def _drop_connections(self, _fault: Planned) -> None:
        with (
            suppress(psycopg2.OperationalError),
            closing(psycopg2.connect(self._stand.database_url.replace("+psycopg2", ""))) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )


def thaw(processes: Sequence[psutil.Process]) -> None:
    """Let nothing stay stopped when a run ends in the middle of a fault."""
    for process in processes:
        with suppress(psutil.Error, ProcessLookupError):
            os.kill(process.pid, signal.SIGCONT)
