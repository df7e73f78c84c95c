"""What the commands share: the terminal, the settings, the addresses, and failing with a sentence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console

from config.settings import Settings
from services.errors import IntakeError
from stack.client import connected
from stack.errors import BadSettings, StackError
from stack.state import Addresses, load_addresses

console = Console()
if not console.is_terminal:
    # Into a file or a pipe: wide enough that no cell is cut.
    console = Console(width=160)

STACK_EXIT = 3
INTERRUPTED_EXIT = 130


def addresses_of(api: str | None) -> Addresses:
    """Those of the stack that runs on this machine, or what the settings say."""
    known = settings()
    addresses = load_addresses(known.data_dir) or Addresses.of(known)
    return addresses if api is None else addresses.with_api(api)


def connect(api: str | None) -> Any:
    known = settings()
    key = known.api_key or known.api_token
    return connected(addresses_of(api).api_url, key.get_secret_value() if key else None)


def settings() -> Settings:
    """Raises BadSettings."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(error) from None


@contextmanager
def failing_clearly() -> Iterator[None]:
    try:
        yield
    except (StackError, IntakeError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - for the person at the terminal
        raise typer.Exit(STACK_EXIT) from error
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED_EXIT) from None
