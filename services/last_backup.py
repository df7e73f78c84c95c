"""When the last backup was made: a file of the data folder, so that whoever shares the folder knows."""

from config import get_settings

NAME = "last-backup"


def note_backup(made_at: str) -> None:
    folder = get_settings().data_dir
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / NAME).write_text(f"{made_at}\n")


def seconds_since_last_backup(now: float) -> float | None:
    """None where there is none; `now` in seconds since the epoch."""
    try:
        return max(0.0, now - (get_settings().data_dir / NAME).stat().st_mtime)
    except FileNotFoundError:
        return None
