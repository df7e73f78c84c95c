"""Secrets and folders that only the stack's own user can read."""

import os
import secrets
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
AUTH_STRING_NAME = "prefect-auth"
AUTH_USER = "intake"
SECRET_BYTES = 32


def make_private_folder(folder: Path) -> None:
    """Makes it, or takes from an older one what others may do there."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)


def ensure_auth_string(data_dir: Path) -> str:
    """What clients sign in to the embedded Prefect server with, `user:password`; made on the first start."""
    path = data_dir / AUTH_STRING_NAME
    if (known := read_auth_string(data_dir)) is not None:
        return known
    made = f"{AUTH_USER}:{secrets.token_urlsafe(SECRET_BYTES)}"
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "w") as file:
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    return made


def read_auth_string(data_dir: Path) -> str | None:
    """None where no stack has been started on this data folder."""
    try:
        return (data_dir / AUTH_STRING_NAME).read_text().strip() or None
    except FileNotFoundError:
        return None
