"""How the project's processes write their logs: as text, or a JSON object a line (`INTAKE_LOG_FORMAT`)."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from config import get_settings

TEXT_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
CONTEXT = ("request_id", "job_id", "flow_run_id")
"""What a line is about, where that is known."""

_context: ContextVar[dict[str, str]] = ContextVar("log_context", default={})  # noqa: B039 - never changed, only replaced


@contextmanager
def logging_about(**ids: str) -> Iterator[None]:
    """For the time of the block, and in threads that work for it, lines say that they are about these."""
    token = _context.set(_context.get() | ids)
    try:
        yield
    finally:
        _context.reset(token)


class JsonFormatter(logging.Formatter):
    """time (UTC), level, logger, message; then request_id, job_id and flow_run_id where known, and trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_ids_of(record),
        }
        if record.exc_text:
            told["trace"] = record.exc_text
        return json.dumps(told, ensure_ascii=False)


def set_up_logs() -> None:
    """The process's logs go to standard error in the format of the settings. Call it once, before anything is logged."""
    settings = get_settings()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(TEXT_FORMAT))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    for package in ("api", "services"):
        logging.getLogger(package).setLevel(settings.log_level)
    use_format_of_settings()


def use_format_of_settings() -> None:
    """Gives handlers that a library has made the format of the settings; text is left as they have it."""
    if get_settings().log_format != "json":
        return
    loggers = [logging.getLogger(), *(each for each in _known_loggers() if each.handlers)]
    for handler in {handler for logger in loggers for handler in logger.handlers}:
        if isinstance(handler, logging.StreamHandler):
            handler.setFormatter(JsonFormatter())


def _known_loggers() -> list[logging.Logger]:
    return [each for each in logging.Logger.manager.loggerDict.values() if isinstance(each, logging.Logger)]


def _ids_of(record: logging.LogRecord) -> dict[str, str]:
    said = {name: str(getattr(record, name)) for name in CONTEXT if getattr(record, name, None)}
    return {name: value for name, value in (_context.get() | said).items() if name in CONTEXT}
