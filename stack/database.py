"""The application's database, as the command line reaches it on the machine that the stack runs on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from config import get_settings
from stack.errors import StackError


class DatabaseUnreachable(StackError):
    def __init__(self) -> None:
        super().__init__("The database does not answer. Start the stack with `intake up`, or set DATABASE_URL.")


@contextmanager
def database_of(url: str) -> Iterator[None]:
    """For the time of the block `db` uses this database."""
    before = os.environ.get("DATABASE_URL")
    os.environ["DATABASE_URL"] = url
    get_settings.cache_clear()
    from db.engine import dispose_engine
    from db.transient import is_transient

    try:
        yield
    except Exception as error:
        if is_transient(error):
            raise DatabaseUnreachable from None
        raise
    finally:
        dispose_engine()
        get_settings.cache_clear()
        if before is None:
            del os.environ["DATABASE_URL"]
        else:
            os.environ["DATABASE_URL"] = before


def has_keys_or_users(url: str) -> bool:
    with database_of(url):
        from db import api_keys
        from db.engine import session_scope

        with session_scope() as session:
            return api_keys.has_keys_or_users(session)
