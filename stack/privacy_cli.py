"""`intake erase`, `intake export-person`, `intake retain`: people's rights to their data."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from services.private_files import PRIVATE_FILE
from stack.access_cli import WHO, in_database, writing
from stack.console import connect, console, failing_clearly
from stack.errors import StackError

if TYPE_CHECKING:
    from services.erasure import Find

ABORTED_EXIT = 1


def erase(
    file: Annotated[Path | None, typer.Argument(help="The resume with the content of this file.")] = None,
    candidate: Annotated[int | None, typer.Option(help="The person with this candidate id, with all resumes.")] = None,
    resume: Annotated[int | None, typer.Option(help="The resume with this id alone.")] = None,
    email: Annotated[str | None, typer.Option(help="The person with this address, with all resumes.")] = None,
    file_hash: Annotated[str | None, typer.Option("--hash", help="The resume whose file has this SHA-256.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a person, or a resume, for good, from the stack on this machine; says first what would go, prints a receipt."""
    from services.audit import Actor
    from services.erasure import count_holdings
    from services.erasure import erase as erase_for_good

    find = find_by(file, candidate, resume, email, file_hash)
    with writing() as session:
        console.print(count_table(count_holdings(session, find).model_dump()))
    if not (yes or typer.confirm("Erase this for good?")):
        raise typer.Exit(ABORTED_EXIT)
    with in_database():
        console.print_json(erase_for_good(find, Actor(WHO)).model_dump_json())


def export_person(
    candidate: Annotated[int, typer.Argument(help="The person's candidate id.")],
    html: Annotated[bool, typer.Option("--html", help="A page to print, in place of JSON.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
    api: Annotated[str | None, typer.Option("--api", help="Address of the API.")] = None,
) -> None:
    """All that is stored of a person, to be given to them."""
    path = f"/api/v1/candidates/{candidate}/export"
    form = "html" if html else "json"
    with failing_clearly(), connect(api) as client:
        if out is None:
            client.copy(path, sys.stdout.buffer, format=form)
            return
        with private_file(out) as target:
            client.copy(path, target, format=form)


def retain(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count only what has expired.")] = False,
) -> None:
    """Erase now what has been kept as long as the settings allow; a flow does so once a day."""
    from services import retention

    with in_database():
        counts = retention.retain(dry_run=dry_run)
    if counts is None:
        console.print("All is kept: INTAKE_RETENTION_MONTHS and INTAKE_RETENTION_MONTHS_BY_SOURCE are not set.")
        return
    console.print(count_table(counts.model_dump(), "Would be erased" if dry_run else "Erased"))


@contextmanager
def private_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file that nobody else on the machine can read; gone again when it cannot be written to its end."""
    try:
        path.touch(mode=PRIVATE_FILE, exist_ok=False)
    except OSError as error:
        raise StackError(f"{path} cannot be written: {error.strerror}.") from None
    with ExitStack() as undo:
        undo.callback(path.unlink)
        with path.open("wb") as file:
            yield file
        undo.pop_all()


def find_by(
    file: Path | None, candidate: int | None, resume: int | None, email: str | None, file_hash: str | None
) -> "Find":
    """Raises BadParameter unless exactly one is given."""
    from services.erasure import of_candidate, of_email, of_file, of_resume

    given: list[Find] = []
    if candidate is not None:
        given.append(of_candidate(candidate))
    if resume is not None:
        given.append(of_resume(resume))
    if email is not None:
        given.append(of_email(email))
    if file_hash is not None:
        given.append(of_file(file_hash))
    if file is not None:
        given.append(of_file(hash_of(file)))
    if len(given) != 1:
        raise typer.BadParameter("One is needed of a file, --candidate, --resume, --email and --hash.")
    return given[0]


def hash_of(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}.") from None


def count_table(counts: dict[str, Any], title: str = "Would be erased") -> Table:
    table = Table("What", "How many", title=title)
    for what, count in counts.items():
        if count:
            table.add_row(what.replace("_", " "), str(count))
    return table
