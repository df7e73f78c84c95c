"""`intake check`: whether the stored files and the database tell the same."""

import os

from rich.console import Console
from rich.table import Table

from config import get_settings
from config.settings import Settings
from stack.errors import StackError
from stack.state import Addresses

MOST_SHOWN = 20


def run_check(console: Console, settings: Settings, addresses: Addresses, *, repair: bool) -> bool:
    """Prints what was found; whether all is well. Raises StackError where it cannot be looked at."""
    os.environ["DATABASE_URL"] = addresses.database_url
    get_settings.cache_clear()
    from db.engine import dispose_engine, is_database_ready
    from services.errors import StoreTrouble
    from services.store_check import check_store

    try:
        if not is_database_ready():
            raise StackError("The database does not answer. Start the stack, or set DATABASE_URL.")
        with console.status("Reading the files") as status:
            report = check_store(
                repair=repair, seen=lambda count: status.update(f"{count} files read") if count % 100 == 0 else None
            )
    except StoreTrouble as error:
        raise StackError(f"{settings.resolved_storage_url}: {error}") from error
    finally:
        dispose_engine()
    console.print(f"{report.checked} files checked")
    found: dict[str, list[int] | list[str]] = {
        "resumes whose file is missing": report.missing,
        "resumes whose file is damaged": report.damaged,
        **{f"resumes {what}": ids for what, ids in report.contradictions.items()},
        "files that no resume names": report.orphans,
    }
    table = Table("What", "How many", "Which")
    for what, which in found.items():
        if which:
            table.add_row(what, str(len(which)), _some(which))
    if table.row_count:
        console.print(table)
    if repair:
        console.print(f"{report.removed} files removed")
    return report.is_clean


def _some(which: list[int] | list[str]) -> str:
    shown = ", ".join(map(str, which[:MOST_SHOWN]))
    return shown if len(which) <= MOST_SHOWN else f"{shown} ..."
