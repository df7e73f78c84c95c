"""How the command line finds the stack that runs: a small file in the data folder, and a lock that says who has it."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from config.settings import Settings
from stack.errors import AlreadyRunning
from stack.prefect_api import PrefectApi, prefect_api_of

STATE_NAME = "stack.json"
LOCK_NAME = "stack.lock"


@dataclass(frozen=True)
class Addresses:
    api_url: str
    prefect_api_url: str
    prefect_ui_url: str
    database_url: str
    inbox_dir: str
    logs_dir: str
    prefect_auth_string: str | None = field(default=None, repr=False)

    @property
    def prefect(self) -> PrefectApi:
        return PrefectApi(self.prefect_api_url, self.prefect_auth_string)

    @classmethod
    def of(cls, settings: Settings) -> "Addresses":
        """Where the parts are by the settings alone."""
        prefect = prefect_api_of(settings)
        return cls(
            api_url=f"http://{settings.api_host}:{settings.api_port}",
            prefect_api_url=prefect.url,
            prefect_ui_url=settings.prefect_ui_url,
            database_url=settings.database_url,
            inbox_dir=str(settings.resolved_inbox_dir),
            logs_dir=str(settings.data_dir / "logs"),
            prefect_auth_string=prefect.auth_string,
        )

    def with_api(self, url: str) -> "Addresses":
        return replace(self, api_url=url.removesuffix("/"))


@contextmanager
def exclusive(data_dir: Path) -> Iterator[None]:
    """Holds the data folder for this process; raises AlreadyRunning. However it ends, the lock goes with it."""
    with (data_dir / LOCK_NAME).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise AlreadyRunning(data_dir, lock.read().strip()) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def save_addresses(data_dir: Path, addresses: Addresses) -> None:
    """The file is the owner's alone: it holds the Prefect server's password, and a database URL may hold another."""
    partial = data_dir / f"{STATE_NAME}.partial"
    partial.touch(mode=0o600)
    partial.write_text(json.dumps(asdict(addresses), indent=1))
    partial.replace(data_dir / STATE_NAME)


def load_addresses(data_dir: Path) -> Addresses | None:
    try:
        return Addresses(**json.loads((data_dir / STATE_NAME).read_text()))
    except FileNotFoundError:
        return None


def forget_addresses(data_dir: Path) -> None:
    (data_dir / STATE_NAME).unlink(missing_ok=True)
