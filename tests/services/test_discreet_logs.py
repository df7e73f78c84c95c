"""No log holds the text of an error, whoever logs it."""

import io
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from services.discreet_logs import keep_logs_discreet
from services.errors import EmptyFile

SECRET = "ada@example.com"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    factory = logging.getLogRecordFactory()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    keep_logs_discreet()
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)
    logging.setLogRecordFactory(factory)


def fail() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ExceptionGroup(SECRET, [ValueError(SECRET), OSError(28, SECRET, SECRET)]) from error


def test_a_logged_exception_is_told_by_its_kind_and_place(log: io.StringIO) -> None:
    try:
        fail()
    except ExceptionGroup as error:
        logging.getLogger("a.library").exception("Exception in ASGI application")
        logging.getLogger("another.library").error("Task failed: %s", error)
        logging.getLogger("a.third").error(error)
    told = log.getvalue()
    assert SECRET not in told
    for kind in ("KeyError", "ExceptionGroup", "ValueError", "OSError"):
        assert kind in told
    assert f'{__file__}", line' in told
    assert "in fail" in told


def test_errors_written_for_people_are_told(log: io.StringIO) -> None:
    logging.getLogger("services").error("refused: %s", EmptyFile())
    assert "refused: The file is empty." in log.getvalue()


def test_the_error_that_ends_a_thread_is_told_so_too(log: io.StringIO) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ExceptionGroup" in log.getvalue()
    assert SECRET not in log.getvalue()
