"""The process that reads gives the very Document that the reader gives here, findings, date and all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from reading.limits import full_limits
from reading.process import ReadingProcess
from resume_parser import ParserError, read_document

SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").iterdir() if path.is_file())


@pytest.fixture(scope="module")
def reader() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_it_is_the_same(reader: ReadingProcess, path: Path) -> None:
    data = path.read_bytes()
    limits = full_limits(Settings(_env_file=None), len(data))  # type: ignore[call-arg]
    try:
        expected = read_document(data)
    except ParserError as error:
        with pytest.raises(type(error), match=str(error)):
            reader.read(data, limits)
    else:
        assert reader.read(data, limits) == expected
