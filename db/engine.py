"""The one engine of the process, made when first needed, and the scope of a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from config import get_settings

__all__ = ["Session", "dispose_engine", "get_engine", "is_database_ready", "session_scope"]

POOL_SIZE = 10
MAX_OVERFLOW = 30
"""With the pool, as many connections as the API has threads, so that no request waits for one."""
CONNECT_TIMEOUT_SECONDS = 5


@lru_cache
def get_engine() -> Engine:
    """Connections are checked when taken, so a restarted PostgreSQL costs nobody an error. No error tells values."""
    return create_engine(
        get_settings().database_url,
        pool_pre_ping=True,
        pool_size=POOL_SIZE,
        max_overflow=MAX_OVERFLOW,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS, "application_name": "resume-intake"},
    )


@lru_cache
def _session_factory() -> sessionmaker[Session]:
    return sessionmaker(get_engine(), expire_on_commit=False)


@contextmanager
def session_scope() -> Iterator[Session]:
    """A session in one transaction: committed at the end, rolled back on any error."""
    with _session_factory().begin() as session:
        yield session


def dispose_engine() -> None:
    """Close all connections; the next use makes a new engine from the settings of that moment."""
    if get_engine.cache_info().currsize:
        get_engine().dispose()
    _session_factory.cache_clear()
    get_engine.cache_clear()


def is_database_ready() -> bool:
    """Whether the database answers and has its tables."""
    try:
        with get_engine().connect() as connection:
            return bool(connection.scalar(text("SELECT to_regclass('jobs') IS NOT NULL")))
    except OperationalError:
        return False
