"""Counts what a piece of code asks of the database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from db.engine import get_engine

KEYLESS = "FROM page_users"
StatementCounter = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def count_statements(database_url: str) -> StatementCounter:
    """`with count_statements() as statements:` fills the list with the statements of the block, in all threads.

    Whether there are any keys is left out: it is asked once a second, whatever is done.
    """

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(*arguments: Any) -> None:
            if KEYLESS not in arguments[2]:
                statements.append(arguments[2])

        event.listen(get_engine(), "before_cursor_execute", note)
        yield statements
        event.remove(get_engine(), "before_cursor_execute", note)

    return counting
