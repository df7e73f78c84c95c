"""A whole stack of the benchmark's own, on free ports and a temporary data folder."""

import logging
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config import Settings
from stack.stack import Stack


@contextmanager
def stack(**settings: Any) -> Iterator[Stack]:
    """Started and ready; stopped and gone afterwards."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="intake-bench-", ignore_cleanup_errors=True) as folder:
        # Only these say where the parts are: a benchmark never runs against somebody's real database.
        chosen = {"data_dir": Path(folder), "api_port": free_port(), "prefect_port": free_port(), **settings}
        defaults = Settings.model_construct(_fields_set=set(chosen), **chosen)
        with Stack(defaults, announce=lambda line: print(f"  {line}", flush=True)).running() as running:
            yield running


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
