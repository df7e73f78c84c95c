"""`intake backup` and `intake restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from config.settings import Settings
from stack.console import addresses_of, console, failing_clearly, settings
from stack.database import database_of
from stack.errors import StackError
from stack.state import load_addresses

if TYPE_CHECKING:
    from stack.archive import Manifest

INCOMPLETE_EXIT = 1

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, a compressed tar.")]


def backup(
    file: FileArgument,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
    with_secrets: Annotated[
        bool, typer.Option("--with-secrets", help="With the key by which erased files are recognised.")
    ] = False,
) -> None:
    """Write database and resumes into one file, while everything runs; exit code 1 if a resume's file is lost."""
    with failing_clearly(), telling_trouble():
        known = settings()
        if file.exists() and not force:
            raise StackError(f"{file} is there already; --force overwrites it.")
        with reachable_database(known), console.status("Backing up") as status:
            from stack.backup import back_up

            manifest = back_up(file, known.data_dir, status.update, with_secrets=with_secrets)
        console.print(summary(manifest, "Backed up"))
        if manifest.missing:
            console.print(f"The store has lost or damaged the files of resumes {manifest.missing}; see `intake check`.")
            raise typer.Exit(INCOMPLETE_EXIT)


def restore(
    file: FileArgument,
    force: Annotated[bool, typer.Option("--force", help="In the place of what this system has.")] = False,
) -> None:
    """Bring a backup back into an empty system, while nothing of it runs."""
    from stack.stack import Stack

    with failing_clearly(), telling_trouble():
        known = settings()
        with Stack(known, console.print).database_alone() as stack, database_of(stack.database_url):
            from stack.restore import restore as bring_back

            with console.status("Restoring") as status:
                manifest = bring_back(file, stack.data_dir, stack.migrate, status.update, force=force)
        console.print(summary(manifest, "Restored"))
        console.print("What was in flight goes out anew when the stack starts.")


@contextmanager
def reachable_database(known: Settings) -> Iterator[None]:
    """Of the stack that runs, or the one that the settings name; the stack's own is started when it is down."""
    from stack.stack import Stack

    if load_addresses(known.data_dir) is None and "database_url" not in known.model_fields_set:
        with Stack(known, console.print).database_alone() as stack, database_of(stack.database_url):
            yield
    else:
        with database_of(addresses_of(None).database_url):
            yield


@contextmanager
def telling_trouble() -> Iterator[None]:
    from services.errors import StoreTrouble

    try:
        yield
    except StoreTrouble as error:
        raise StackError(str(error)) from error


def summary(manifest: "Manifest", title: str) -> Table:
    table = Table("What", "How many", title=f"{title}, as of {manifest.made_at}")
    for name, rows in manifest.row_counts.items():
        table.add_row(name, str(rows))
    table.add_row("files", f"{manifest.files} ({manifest.file_bytes / 2**20:.1f} MB)")
    return table
