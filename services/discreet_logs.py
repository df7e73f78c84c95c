"""What logs may hold of an error: its kind and where it happened, never its own text.

That text may quote a resume: a database names the value that it refused, an operating system the file.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from resume_parser.errors import place_of

OURS = frozenset({"reading", "resume_parser", "services", "stack", "tasks", "worker"})
"""Packages whose errors are written for people, without personal data."""

logger = logging.getLogger(__name__)


def keep_logs_discreet() -> None:
    """From now on nothing that is logged in this process tells the text of an error, whichever library logs it."""
    logging.setLogRecordFactory(DiscreetRecord)
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda failed: _log_uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)


class DiscreetRecord(logging.LogRecord):
    """Has the error's trace ready as text, so that no handler writes one of its own."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.exc_info and self.exc_info[1] is not None:
            self.exc_text = discreet_trace(self.exc_info[1])
        self.exc_info = None
        self.msg = _without_text(self.msg)
        if isinstance(self.args, tuple):
            self.args = tuple(map(_without_text, self.args))


def discreet_trace(error: BaseException) -> str:
    """The error and those that led to it, the first one first: where each passed, and its kind."""
    return "\n".join(
        f"{''.join(traceback.format_tb(each.__traceback__))}{type(each).__module__}.{type(each).__qualname__}"
        for each in reversed(list(_chain(error)))
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting.append(each.__cause__ or (None if each.__suppress_context__ else each.__context__))
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)


def _without_text(value: Any) -> Any:
    is_foreign = isinstance(value, BaseException) and type(value).__module__.partition(".")[0] not in OURS
    return place_of(value) if is_foreign else value


def _log_uncaught(_kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None) -> None:
    if not isinstance(error, KeyboardInterrupt | SystemExit):
        logger.critical("an error that nobody expected", exc_info=error)
