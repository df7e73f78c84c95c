"""`intake erase`: people's rights to their data, exercised in the database and file store of the stack on this machine."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from stack.access_cli import WHO, in_database, writing
from stack.console import console

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
    """Erase a person, or a resume, for good; says first what would go, and prints a receipt."""
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


def count_table(counts: dict[str, Any]) -> Table:
    table = Table("What", "How many", title="Would be erased")
    for what, count in counts.items():
        if count:
            table.add_row(what.replace("_", " "), str(count))
    return table
