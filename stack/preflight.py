"""What is checked before anything starts, so that it fails with a sentence and not half-way."""

import shutil
import socket
import time
from pathlib import Path

from config.settings import Settings
from services.errors import OpenToAll
from stack.data_folder import PRIVATE_FOLDER
from stack.database import has_keys_or_users
from stack.errors import NoSpace, PortInUse, StackError

NEEDED_BYTES = 500 * 1024 * 1024
"""A fresh database with Prefect's tables is about 120 MB; the rest is room for logs and resumes."""
RELEASE_SECONDS = 5.0
"""A stack that has just been killed holds its ports for a moment."""


def check_data_folder(data_dir: Path) -> None:
    try:
        data_dir.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        probe = data_dir / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StackError(
            f"The data folder {data_dir} cannot be written ({error.strerror}). Set INTAKE_DATA_DIR to another folder."
        ) from error
    free = shutil.disk_usage(data_dir).free
    if free < NEEDED_BYTES:
        raise NoSpace(data_dir, free, NEEDED_BYTES)


def check_keys(settings: Settings, database_url: str) -> None:
    """What is reached from other machines must ask who somebody is."""
    if settings.listens_on_loopback or settings.api_token or settings.proxy_user_header:
        return
    if not has_keys_or_users(database_url):
        raise OpenToAll(settings.api_host)


def check_port(host: str, port: int, part: str, setting: str) -> None:
    deadline = time.monotonic() + RELEASE_SECONDS
    while not _is_free(host, port):
        if time.monotonic() > deadline:
            raise PortInUse(host, port, part, setting)
        time.sleep(0.2)


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the servers do, so that connections of a former server in their last wait do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
