"""How the parts are, and how far the resumes."""

import os

from rich.console import Console
from rich.table import Table

from config import get_settings
from config.settings import Settings
from stack.data_folder import AUTH_STRING_NAME
from stack.probes import answers, online_workers
from stack.state import Addresses
from stack.tables import coloured

STATUSES = ("pending", "processing", "completed", "needs_review", "failed")


def show_status(console: Console, settings: Settings, addresses: Addresses) -> bool:
    """Prints both tables; whether every part answers."""
    workers = online_workers(addresses.prefect, settings.work_pool)
    counts = read_counts(addresses.database_url)
    parts = [
        ("API", answers(f"{addresses.api_url}/healthz"), addresses.api_url),
        ("Database", counts is not None, ""),
        ("Prefect server", answers(addresses.prefect.health_url), addresses.prefect_ui_url),
        ("Workers", workers > 0, f"{workers} online"),
    ]
    table = Table("Part", "Health", "", title="Parts")
    for name, is_well, where in parts:
        table.add_row(name, "[green]ok[/green]" if is_well else "[red]no answer[/red]", where)
    console.print(table)
    if addresses.prefect_auth_string:
        console.print(prefect_hint(settings))
    if counts is not None:
        console.print(count_table(counts))
    return all(is_well for _, is_well, _ in parts)


def read_counts(database_url: str) -> dict[str, int] | None:
    """Resumes by status; None when the database does not answer."""
    os.environ["DATABASE_URL"] = database_url
    get_settings.cache_clear()
    from db.engine import dispose_engine, is_database_ready, session_scope
    from db.status_counts import count_by_status

    try:
        if not is_database_ready():
            return None
        with session_scope() as session:
            return count_by_status(session)
    finally:
        dispose_engine()


def prefect_hint(settings: Settings) -> str:
    """How to sign in to Prefect's UI. The password itself is not shown: terminals are recorded and looked at."""
    if settings.prefect_auth_string is not None:
        return "Prefect asks for a password: it is PREFECT_API_AUTH_STRING, the user's name included."
    return f"Prefect asks for a password: it is the line in {settings.data_dir / AUTH_STRING_NAME}, as a whole."


def count_table(counts: dict[str, int]) -> Table:
    table = Table("Status", "Resumes", title="Resumes")
    for status in STATUSES:
        table.add_row(coloured(status), str(counts.get(status, 0)))
    return table
