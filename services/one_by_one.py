"""A step that is done for each resume of a batch alone, so that one bad document stops nobody else."""

import logging
import time
from collections.abc import Callable, Sequence

from config import get_settings
from db import leases
from db.engine import session_scope
from db.transient import is_transient
from resume_parser import ParserError
from resume_parser.errors import ParserBroke, place_of
from services import verdicts
from services.batch import Batch, Item
from services.errors import StoredFileMissing, StoreTrouble
from services.settling import settle
from services.verdicts import FAILED, Verdict

logger = logging.getLogger(__name__)

EXTENSIONS_PER_LEASE = 4
LONGEST_SILENCE_SECONDS = 15.0
"""However long the leases are: a run that says nothing is taken for hung."""

Say = Callable[[str], None]
"""Takes a sentence about how a long step is getting on; whoever watches the run sees from it that it lives."""
OnWait = Callable[[], None]
Step = Callable[[Item, OnWait], Item | Verdict]
"""It calls the second argument now and then when it takes long."""


def do_one_by_one(batch: Batch, stage: str, step: Step, say: Say) -> Batch:
    """Resumes that the step has a verdict on are settled, in one statement; the others go on."""
    going_on: list[Item] = []
    stopped: list[tuple[Item, Verdict]] = []
    spent: dict[int, float] = {}
    keeper = _LeaseKeeper(batch.items, stage, say)
    for item in batch.items:
        started = time.perf_counter()
        result = _guarded(step, item, stage, keeper.keep)
        spent[item.id] = milliseconds_since(started)
        logger.debug("resume %d: %s took %.0f ms", item.id, stage, spent[item.id])
        if isinstance(result, Verdict):
            stopped.append((item, result))
        else:
            going_on.append(result)
        keeper.done += 1
        keeper.keep()
    return batch.advance(going_on, settle(stopped), stage, spent)


def milliseconds_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _guarded(step: Step, item: Item, stage: str, on_wait: OnWait) -> Item | Verdict:
    try:
        return step(item, on_wait)
    except ParserError as error:
        if error.code != ParserBroke.code:
            return Verdict(FAILED, error.code, str(error))
        logger.error("resume %d: %s failed: %s", item.id, stage, error)
        return verdicts.INTERNAL_ERROR
    except StoredFileMissing:
        return verdicts.FILE_MISSING
    except (OSError, StoreTrouble):
        raise  # trouble of the file store or the machine, not the document's
    except Exception as error:
        if is_transient(error):
            raise
        logger.error("resume %d: %s failed: %s", item.id, stage, place_of(error))
        return verdicts.INTERNAL_ERROR


class _LeaseKeeper:
    """Extends the leases of a batch, and says so, while its resumes are worked on one by one."""

    def __init__(self, items: Sequence[Item], stage: str, say: Say) -> None:
        self._rows = [{"id": item.id, "attempt": item.claimed.attempt} for item in items]
        self._stage = stage
        self._say = say
        self._lease_seconds = get_settings().lease_seconds
        self._extended_at = time.monotonic()
        self.done = 0

    def keep(self) -> None:
        """Does something only when it is time."""
        pause = min(self._lease_seconds / EXTENSIONS_PER_LEASE, LONGEST_SILENCE_SECONDS)
        if time.monotonic() - self._extended_at < pause:
            return
        with session_scope() as session:
            leases.extend(session, self._rows, self._lease_seconds)
        self._extended_at = time.monotonic()
        self._say(f"{self._stage}: {self.done} of {len(self._rows)} done")
