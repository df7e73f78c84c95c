"""A step that is done for each resume of a batch alone, so that one bad document stops nobody else."""

import logging
import time
from collections.abc import Callable, Iterable, Sized
from concurrent.futures import ThreadPoolExecutor

from config.deadlines import SIGN_SECONDS
from db.transient import is_transient
from resume_parser import ParserError
from resume_parser.errors import ParserBroke, place_of
from services import verdicts
from services.batch import Batch, Item
from services.errors import StoredFileMissing, StoreTrouble
from services.settling import settle
from services.verdicts import FAILED, Verdict

logger = logging.getLogger(__name__)

Say = Callable[[str], None]
"""Takes a sentence about how a long step is getting on; whoever watches the run sees from it that it lives."""
OnWait = Callable[[], None]
Step = Callable[[Item, OnWait], Item | Verdict]
"""It calls the second argument now and then when it takes long."""


def do_one_by_one(batch: Batch, stage: str, step: Step, say: Say, at_once: int = 1) -> Batch:
    """Resumes that the step has a verdict on are settled, in one statement; the others go on.

    `at_once` of them are in work at the same time; the step must be able to run in several threads then.
    """
    going_on: list[Item] = []
    stopped: list[tuple[Item, Verdict]] = []
    spent: dict[int, float] = {}
    progress = _Progress(spent, len(batch), stage, say)

    def do(item: Item) -> Item | Verdict:
        started = time.perf_counter()
        result = _guarded(step, item, stage, progress.tell)
        spent[item.id] = milliseconds_since(started)
        logger.debug("resume %d: %s took %.0f ms", item.id, stage, spent[item.id])
        progress.tell()
        return result

    for item, result in zip(batch.items, _map(do, batch.items, at_once), strict=True):
        if isinstance(result, Verdict):
            stopped.append((item, result))
        else:
            going_on.append(result)
    return batch.advance(going_on, settle(stopped), stage, spent)


def _map(do: Callable[[Item], Item | Verdict], items: Iterable[Item], at_once: int) -> Iterable[Item | Verdict]:
    if at_once == 1:
        return map(do, items)
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(do, items))


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


class _Progress:
    """Says now and then how far it is."""

    def __init__(self, done: Sized, count: int, stage: str, say: Say) -> None:
        self._done = done
        self._count = count
        self._stage = stage
        self._say = say
        self._said_at = time.monotonic()

    def tell(self) -> None:
        """Says something only when it is time."""
        if time.monotonic() - self._said_at > SIGN_SECONDS:
            self._said_at = time.monotonic()
            self._say(f"{self._stage}: {len(self._done)} of {self._count} done")
