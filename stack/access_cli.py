"""`intake keys`, `intake users`, `intake audit`: who may use the system, and what they did.

Keys and users are made in the database, as the first key must be.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from stack.console import addresses_of, connect, console, failing_clearly
from stack.database import database_of
from stack.errors import StackError

if TYPE_CHECKING:
    from db.engine import Session

keys = typer.Typer(help="Keys of programs.", no_args_is_help=True)
users = typer.Typer(help="People who sign in on the page.", no_args_is_help=True)

WHO = "cli"
"""Of the audit log: whoever may use the command line on this machine."""
LIFETIME = re.compile(r"(\d{1,4})d")

ScopeOption = Annotated[
    list[str],
    typer.Option("--scope", help="upload, read, review, export, erase or admin; may be given again."),
]


@keys.command("create")
def create_key(
    name: Annotated[str, typer.Argument(help="Whose key it is, or what for.")],
    scope: ScopeOption,
    expires: Annotated[
        str | None, typer.Option(help="Days it is good for, such as 90d; default is until revoked.")
    ] = None,
) -> None:
    """Make a key. It is shown once."""
    from services import api_keys
    from services.audit import Action, Actor, record
    from services.scopes import parse_scopes

    with writing() as session:
        new = api_keys.create_key(session, name, parse_scopes(scope), lifetime_of(expires))
        record(session, Actor(WHO), Action.CREATE, "api_key", [new.id])
    console.print(f"Key {new.id}; keep it, it is not shown again:", highlight=False)
    print(new.key)  # noqa: T201 - alone on its line, never wrapped or coloured


@keys.command("list")
def list_keys() -> None:
    """All keys, without the keys themselves."""
    from db import api_keys
    from services.api_keys import is_good

    now = datetime.now(UTC)
    table = Table("Id", "Name", "Begins", "Scopes", "Created", "Expires", "Last used", "State")
    with writing() as session:
        for key in api_keys.list_keys(session):
            state = "good" if is_good(key, now) else "revoked" if key.revoked_at else "expired"
            moments = (key.created_at, key.expires_at, key.last_used_at)
            table.add_row(
                str(key.id),
                escape(key.name),
                f"rik_{key.prefix}",
                ", ".join(key.scopes),
                *(f"{moment:%Y-%m-%d %H:%M}" if moment else "" for moment in moments),
                state,
            )
    console.print(table)


@keys.command("revoke")
def revoke_key(key_id: Annotated[int, typer.Argument(help="Its number in the list.")]) -> None:
    """End a key at once, and the page sessions that were opened with it."""
    from services import api_keys
    from services.audit import Action, Actor, record

    with writing() as session:
        api_keys.revoke_key(session, key_id)
        record(session, Actor(WHO), Action.REVOKE, "api_key", [key_id])
    console.print(f"Key {key_id} is revoked.")


@users.command("create")
def create_user(name: Annotated[str, typer.Argument(help="What they sign in with.")], scope: ScopeOption) -> None:
    """Make a user; asks for the password, or reads it from the input."""
    from services import page_users
    from services.audit import Action, Actor, record
    from services.scopes import parse_scopes

    password = ask_password()
    with writing() as session:
        user_id = page_users.create_user(session, name, password, parse_scopes(scope))
        record(session, Actor(WHO), Action.CREATE, "page_user", [user_id])
    console.print(f"User {user_id} is made.")


@users.command("list")
def list_users() -> None:
    """All users."""
    from db import page_users

    table = Table("Id", "Name", "Scopes", "Created", "State")
    with writing() as session:
        for user in page_users.list_users(session):
            state = "disabled" if user.disabled_at else "good"
            created = f"{user.created_at:%Y-%m-%d %H:%M}"
            table.add_row(str(user.id), escape(user.name), ", ".join(user.scopes), created, state)
    console.print(table)


@users.command("password")
def change_password(name: Annotated[str, typer.Argument(help="Whose.")]) -> None:
    """Give a user another password, which ends their sessions."""
    from services import page_users
    from services.audit import Action, Actor, record

    password = ask_password()
    with writing() as session:
        user_id = page_users.change_password(session, name, password)
        record(session, Actor(WHO), Action.CHANGE, "page_user", [user_id])
    console.print("The password is changed.")


@users.command("disable")
def disable_user(name: Annotated[str, typer.Argument(help="Whose.")]) -> None:
    """Keep a user out from now on."""
    from services import page_users
    from services.audit import Action, Actor, record

    with writing() as session:
        user_id = page_users.disable_user(session, name)
        record(session, Actor(WHO), Action.REVOKE, "page_user", [user_id])
    console.print("The user is disabled.")


def lifetime_of(written: str | None) -> timedelta | None:
    if written is None:
        return None
    found = LIFETIME.fullmatch(written)
    if found is None or not int(found[1]):
        raise StackError(f"{written} is no number of days, such as 90d.")
    return timedelta(days=int(found[1]))


def ask_password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def audit(
    who: Annotated[str | None, typer.Option(help="Only what they did, such as key:3.")] = None,
    action: Annotated[str | None, typer.Option(help="Only this, such as read or erase.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only what was done to this kind, such as candidate.")] = None,
    subject_id: Annotated[str | None, typer.Option("--id", help="Only what was done to the one with this id.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="At most so many.")] = 50,
    as_csv: Annotated[bool, typer.Option("--csv", help="All of it as CSV, the oldest first.")] = False,
    api: Annotated[str | None, typer.Option("--api", help="Address of the API.")] = None,
) -> None:
    """Who did what to which record."""
    wanted = {"who": who, "action": action, "kind": kind, "subject_id": subject_id}
    with failing_clearly(), connect(api) as client:
        if as_csv:
            client.copy("/api/v1/audit/export", sys.stdout.buffer, **wanted)
            return
        table = Table("When", "Who", "Action", "Kind", "Id", "Request", title="Audit log")
        for item in client.get("/api/v1/audit", limit=limit, **wanted)["items"]:
            texts = (item["at"][:19], item["who"], item["action"], item["kind"])
            table.add_row(*map(escape, texts), item["subject_id"] or "", item["request_id"] or "")
        console.print(table)


@contextmanager
def in_database() -> Iterator[None]:
    """On the database of the stack on this machine; what is refused is told in a sentence."""
    from services.errors import IntakeError

    with failing_clearly(), database_of(addresses_of(None).database_url):
        try:
            yield
        except IntakeError as error:
            raise StackError(str(error)) from None


@contextmanager
def writing() -> Iterator["Session"]:
    """A transaction on it."""
    from db.engine import session_scope

    with in_database(), session_scope() as session:
        yield session
