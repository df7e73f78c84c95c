"""What of the data folder is the stack's own user's alone."""

from pathlib import Path

from services.private_files import read_or_make_secret

PRIVATE_FOLDER = 0o700
AUTH_STRING_NAME = "prefect-auth"
AUTH_USER = "intake"


def make_private_folder(folder: Path) -> None:
    """Makes it, or takes from an older one what others may do there."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)


def ensure_auth_string(data_dir: Path) -> str:
    """What clients sign in to the embedded Prefect server with, `user:password`; made on the first start."""
    return read_or_make_secret(data_dir / AUTH_STRING_NAME, AUTH_USER)
