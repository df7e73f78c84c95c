"""Which database errors pass by themselves: a lost connection, a server restarting, a deadlock broken, a full disk."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

DATABASE_ERRORS = (DBAPIError, PoolTimeout)
"""All that a statement may raise."""
DISK_FULL = "53100"
"""SQLSTATE."""


def is_transient(error: BaseException) -> bool:
    """Whether the same statement may well succeed a moment later."""
    if isinstance(error, OperationalError | InterfaceError | PoolTimeout):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated


def is_out_of_space(error: BaseException) -> bool:
    """Whether PostgreSQL's disk is full; a commit that could not be written ends the connection instead."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "pgcode", None) == DISK_FULL
