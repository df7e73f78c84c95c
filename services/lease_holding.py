"""Leases are held by the life of the work: whoever has resumes in hand extends their leases by the clock."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from config import get_settings
from config.deadlines import EXTENSION_SECONDS
from db import leases
from db.engine import session_scope
from resume_parser.errors import place_of

logger = logging.getLogger(__name__)


@contextmanager
def held_leases(flow_run_id: UUID | None) -> Iterator[None]:
    """While the block lasts, what the flow run has in hand stays its own, whatever the block is waiting for.

    Nothing is said as long as it goes well: the watch over a silent process must not hear from this thread.
    """
    if flow_run_id is None:
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(target=_extend_until, args=(ended, flow_run_id), name="leases", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _extend_until(ended: threading.Event, flow_run_id: UUID) -> None:
    lease_seconds = get_settings().lease_seconds
    while not ended.wait(EXTENSION_SECONDS):
        try:
            with session_scope() as session:
                leases.extend(session, flow_run_id, lease_seconds)
        except Exception as error:  # noqa: BLE001 - the next extension may go better, and the lease is long enough for some
            logger.warning("leases of flow run %s cannot be extended now: %s", flow_run_id, place_of(error))
