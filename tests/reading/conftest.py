"""A process with the reader that does what it is told, and limits that tests need not wait for."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reading.limits import ReadingLimits
from reading.process import ReadingProcess
from resume_parser.limits import USUAL

LIMITS = ReadingLimits(
    USUAL, processor_seconds=0.5, memory_bytes=200_000_000, recognition_seconds=1.0, step_seconds=60.0
)


@pytest.fixture(scope="package")
def faulty() -> Iterator[ReadingProcess]:
    process = ReadingProcess("tests.reading.faulty_reader:read")
    yield process
    process.stop()


@pytest.fixture
def limits() -> ReadingLimits:
    return replace(LIMITS)
