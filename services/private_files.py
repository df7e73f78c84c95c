"""Secrets that a machine makes for itself, in files that only their owner can read."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

PRIVATE_FILE = 0o600
SECRET_BYTES = 32


def read_or_make_secret(path: Path, user: str = "") -> str:
    """The file's content; made at random (256 bits) where there is none. Processes that start at once agree on one.

    With a user it is `user:secret`.
    """
    if (known := read_secret(path)) is not None:
        return known
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    made = secrets.token_urlsafe(SECRET_BYTES)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "w") as file:
        file.write(f"{user}:{made}" if user else made)
        file.flush()
        os.fsync(file.fileno())
    # A link does not replace what another process has made meanwhile.
    with suppress(FileExistsError):
        os.link(partial, path)
    partial.unlink()
    return path.read_text()


def read_secret(path: Path) -> str | None:
    """None where there is none, or an empty one."""
    try:
        return path.read_text().strip() or None
    except FileNotFoundError:
        return None
