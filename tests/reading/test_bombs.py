"""Each crafted file has its exact outcome, by the real readers in the process that reads, and honest ones are read after it."""

from collections.abc import Iterator

import pytest

from benchmarks.hostile.bombs import BOMBS, READ
from config.settings import Settings
from reading.limits import ReadingLimits, full_limits, quick_limits
from reading.process import ReadingProcess
from resume_parser.errors import ParserError

HONEST = b"Ana Duarte\nana@example.org\n"


@pytest.fixture(scope="module")
def reader() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()


def limits_for(data: bytes) -> ReadingLimits:
    return full_limits(Settings(_env_file=None), len(data))  # type: ignore[call-arg]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_has_its_reason(reader: ReadingProcess, name: str) -> None:
    make, expected = BOMBS[name]
    data = make()
    try:
        reader.read(data, limits_for(data))
        outcome = READ
    except ParserError as error:
        outcome = error.code
    assert outcome in expected
    assert len(reader.read(HONEST, limits_for(HONEST)).lines) == 2


def test_quick_limits_are_the_smaller_ones_and_grow_with_the_file() -> None:
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    small, large = quick_limits(settings, 1_000), quick_limits(settings, 10_000_000)
    assert small.processor_seconds < large.processor_seconds == settings.quick_read_seconds
    for byte_count in (1_000, 200_000, 10_000_000):
        quick, full = quick_limits(settings, byte_count), full_limits(settings, byte_count)
        assert quick.processor_seconds < full.processor_seconds <= settings.read_seconds
        assert quick.recognition_seconds is None
        assert quick.step_seconds < full.step_seconds
