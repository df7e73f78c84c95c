"""Parts are processes of their own kind here: small Python scripts."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from stack.errors import PartFailed, StartCancelled
from stack.part import Part
from stack.supervisor import Supervisor

ENDLESS = "import time\nwhile True: time.sleep(60)"
STUBBORN = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: time.sleep(60)"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(said: list[str]) -> Iterator[Supervisor]:
    supervisor = Supervisor(said.append)
    yield supervisor
    supervisor.stop_all()


@pytest.fixture
def make_part(tmp_path: Path) -> Callable[..., Part]:
    def make(code: str, ready: Callable[[], bool] = lambda: True, **options: float) -> Part:
        command = [sys.executable, "-c", code]
        return Part(name="thing", command=command, log=tmp_path / "thing.log", ready=ready, **options)  # type: ignore[arg-type]

    return make


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_part_that_dies_is_started_again_and_said_so(
    supervisor: Supervisor, said: list[str], make_part: Callable[..., Part]
) -> None:
    supervisor.run(make_part(ENDLESS))
    first = supervisor.pid("thing")
    assert first is not None
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: supervisor.pid("thing") not in {None, first})
    assert said == ["thing was killed by SIGKILL; it starts again in 0.5 s"]


def test_a_part_that_ends_before_it_is_ready_shows_its_log(
    supervisor: Supervisor, said: list[str], make_part: Callable[..., Part]
) -> None:
    with pytest.raises(PartFailed, match=r"(?s)thing ended with exit code 3\..*the reason"):
        supervisor.run(make_part("print('the reason', flush=True); raise SystemExit(3)", ready=lambda: False))
    assert said == [], "it is not started again"


def test_a_part_that_is_never_ready_is_given_up(supervisor: Supervisor, make_part: Callable[..., Part]) -> None:
    with pytest.raises(PartFailed, match="was not ready after 0 s"):
        supervisor.run(make_part(ENDLESS, ready=lambda: False, ready_seconds=0.2))


def test_a_part_with_an_end_is_waited_for(supervisor: Supervisor, make_part: Callable[..., Part]) -> None:
    assert supervisor.run_to_end(make_part("import time; time.sleep(0.3)")) >= 0.3
    with pytest.raises(PartFailed, match="ended with exit code 2"):
        supervisor.run_to_end(make_part("raise SystemExit(2)"))


def test_cancelling_ends_the_waiting(supervisor: Supervisor, make_part: Callable[..., Part]) -> None:
    threading.Timer(0.3, supervisor.cancel).start()
    with pytest.raises(StartCancelled):
        supervisor.run_to_end(make_part(ENDLESS))


def test_stopping_ends_the_part_and_what_it_started(supervisor: Supervisor, make_part: Callable[..., Part]) -> None:
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {STUBBORN!r}])"
    supervisor.run(make_part(code, stop_seconds=0.5))
    parent = psutil.Process(supervisor.pid("thing"))
    wait_for(lambda: bool(parent.children()))
    family = [parent, *parent.children()]
    supervisor.stop("thing")
    _, alive = psutil.wait_procs(family, timeout=5)
    assert alive == []
    assert supervisor.pid("thing") is None


def test_parts_end_when_the_stack_is_killed(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    code = f"""
import os, signal, sys
from pathlib import Path
from stack.part import Part
from stack.supervisor import Supervisor
supervisor = Supervisor()
supervisor.run(Part("thing", [sys.executable, "-c", {ENDLESS!r}], Path({str(tmp_path / "thing.log")!r}), lambda: True))
Path({str(pid_file)!r}).write_text(str(supervisor.pid("thing")))
os.kill(os.getpid(), signal.SIGKILL)
"""
    child = psutil.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
    assert child.wait(30) == -signal.SIGKILL
    orphan = int(pid_file.read_text())
    wait_for(lambda: not psutil.pid_exists(orphan) or psutil.Process(orphan).status() == psutil.STATUS_ZOMBIE)
