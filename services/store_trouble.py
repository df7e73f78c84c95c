"""Errors of the file store as what they are to the system: no space, or not there for now."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from services.errors import StoreFull, StoreUnavailable

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def telling_store_trouble() -> Iterator[None]:
    """Raises StoreFull or StoreUnavailable in place of any OSError."""
    try:
        yield
    except OSError as error:
        raise (StoreFull if error.errno in _NO_SPACE else StoreUnavailable) from error
