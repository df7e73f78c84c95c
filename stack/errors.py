"""What keeps the stack from starting, as sentences for the person who started it."""

from pathlib import Path

from pydantic import ValidationError

from config.settings import Settings

TAIL_LINES = 25


class StackError(Exception):
    """`str(error)` says what is wrong and, where there is one, which setting to change."""


class BadSettings(StackError):
    """Names the variables; what stands in them is not repeated, as it may be a secret."""

    def __init__(self, error: ValidationError) -> None:
        problems = (f"{_variable(str(problem['loc'][0]))}: {problem['msg']}" for problem in error.errors())
        super().__init__("\n".join(problems))


class AlreadyRunning(StackError):
    def __init__(self, data_dir: Path, pid: str) -> None:
        super().__init__(
            f"A stack is already running on {data_dir} (process {pid or 'unknown'}). "
            "Stop it, or set INTAKE_DATA_DIR to another folder."
        )


class PortInUse(StackError):
    def __init__(self, host: str, port: int, part: str, setting: str) -> None:
        super().__init__(
            f"Port {port} on {host}, for the {part}, is in use. Free it, or set {setting} to another port."
        )


class NoSpace(StackError):
    def __init__(self, data_dir: Path, free: int, needed: int) -> None:
        super().__init__(
            f"Only {free // 2**20} MB are free for {data_dir}, {needed // 2**20} MB are needed. "
            "Free some, or set INTAKE_DATA_DIR to a folder on another disk."
        )


class StartCancelled(StackError):
    def __init__(self) -> None:
        super().__init__("Stopped while starting.")


class PartFailed(StackError):
    """A part ended, or was not ready in time; the end of its log is in the message."""

    def __init__(self, part: str, problem: str, log: Path) -> None:
        super().__init__(f"{part} {problem}. The end of {log}:\n{tail(log)}")


def _variable(location: str) -> str:
    """The variable that a field is set by; errors name it by its alias where it has one."""
    return f"INTAKE_{location.upper()}" if location in Settings.model_fields else location


def tail(log: Path, lines: int = TAIL_LINES) -> str:
    if not log.exists():
        return "(no log)"
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 64 * 1024))
        return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])
