"""Logs as JSON: one object a line, with what it is about, and without the text of errors."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from config import get_settings
from services.discreet_logs import DiscreetRecord
from services.log_format import JsonFormatter, logging_about, use_format_of_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a logger with a handler in the format writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("test.json")
    logger.addHandler(handler)
    factory = logging.getLogRecordFactory()
    logging.setLogRecordFactory(DiscreetRecord)
    yield stream
    logging.setLogRecordFactory(factory)
    logger.removeHandler(handler)


def last(lines: io.StringIO) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(lines.getvalue().splitlines()[-1])
    return told


def test_a_line_says_what_it_is_about(lines: io.StringIO) -> None:
    logger = logging.getLogger("test.json")
    with logging_about(request_id="r-1"), logging_about(flow_run_id="f-1"):
        logger.warning("two\nlines %d", 7, extra={"job_id": "j-1"})
    told = last(lines)
    assert told.pop("time").endswith("+00:00")
    assert told == {
        "level": "warning",
        "logger": "test.json",
        "message": "two\nlines 7",
        "request_id": "r-1",
        "job_id": "j-1",
        "flow_run_id": "f-1",
    }
    logger.warning("after")
    assert "request_id" not in last(lines)


def test_an_error_is_told_by_its_place(lines: io.StringIO) -> None:
    value = " ".join(["Ada", "Example"])
    try:
        raise ValueError(value)
    except ValueError:
        logging.getLogger("test.json").exception("it broke")
    assert "ValueError" in last(lines)["trace"]
    assert "Ada Example" not in lines.getvalue()


def test_handlers_of_others_take_the_format_of_the_settings(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    stream = io.StringIO()
    logger = logging.getLogger("test.others")
    logger.addHandler(handler := logging.StreamHandler(stream))
    try:
        use_format_of_settings()
        logger.warning("plain")
        monkeypatch.setenv("INTAKE_LOG_FORMAT", "json")
        get_settings.cache_clear()
        formatters = {each: each.formatter for each in logging.getLogger().handlers}
        use_format_of_settings()
        for each, formatter in formatters.items():
            each.setFormatter(formatter)
        logger.warning("as JSON")
    finally:
        logger.removeHandler(handler)
    plain, as_json = stream.getvalue().splitlines()
    assert plain == "plain"
    assert json.loads(as_json)["message"] == "as JSON"


def test_the_api_writes_a_line_for_each_request(database_url: str) -> None:
    program = """
import main
from fastapi.testclient import TestClient
TestClient(main.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5)).get("/healthz", headers={"X-Request-ID": "r-9"})
TestClient(main.app, base_url="http://127.0.0.1", client=("10.1.1.1", 5)).get("/healthz", headers={"X-Request-ID": "r-10"})
"""

    environment = os.environ | {"INTAKE_LOG_FORMAT": "json"}
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    ids = [line["request_id"] for line in told if line["logger"] == "api.requests"]
    assert ids[0] == "r-9"
    assert len(ids) == 2
    assert ids[1] != "r-10", "anybody's word is not taken"
