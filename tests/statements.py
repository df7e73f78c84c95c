"""Counts what a piece of code asks of the database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from db.engine import get_engine

StatementCounter = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def count_statements(database_url: str) -> StatementCounter:
    """`with count_statements() as statements:` fills the list with the statements of the block, in all threads."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(*arguments: Any) -> None:
            statements.append(arguments[2])

        event.listen(get_engine(), "before_cursor_execute", note)
        yield statements
        event.remove(get_engine(), "before_cursor_execute", note)

    return counting
