"""Starts a worker in place of one that is dead: `python -m stack.worker ARGUMENT...`, those of `prefect worker start`.

The embedded stack has one worker. When it starts one, be it for the first time, none lives that could have resumes in
hand, so none shall wait until the leases of the dead one have run out.
"""

import logging
import os
import sys
from collections.abc import Sequence

from db import leases
from db.engine import is_database_ready, session_scope

logger = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> None:
    try:
        if is_database_ready():
            with session_scope() as session:
                leases.expire_all(session)
    except Exception as error:  # noqa: BLE001 - the leases run out by themselves, but without a worker nothing goes on
        logger.warning("leases are left to run out: %s", type(error).__name__)
    os.execv(sys.executable, [sys.executable, "-m", "prefect", "worker", "start", *arguments])  # noqa: S606 - this Python


if __name__ == "__main__":
    main(sys.argv[1:])
