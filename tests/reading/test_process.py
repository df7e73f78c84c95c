"""Whatever a document does to the process that reads it has an exact outcome, and the next document is read."""

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psutil
import pytest

from reading import process
from reading.errors import NeedsRecognition, ReaderBroke, ReaderCrashed, TookTooLong, TooMuchMemory
from reading.limits import ReadingLimits
from reading.process import ReadingProcess
from resume_parser.errors import CorruptDocument, ParserError


def tell(process: ReadingProcess, order: str, limits: ReadingLimits) -> str:
    return process.read(order.encode(), limits).raw_text


@pytest.mark.parametrize(
    ("order", "error"),
    [
        ("segfault", ReaderCrashed),
        ("abort", ReaderCrashed),
        ("exit", ReaderCrashed),
        ("work 60", TookTooLong),
        ("eat 400", TooMuchMemory),
        ("corrupt", CorruptDocument),
        ("kill", ReaderCrashed),
    ],
)
def test_what_ends_a_reader_has_its_reason_and_the_next_is_read(
    faulty: ReadingProcess, limits: ReadingLimits, order: str, error: type[ParserError]
) -> None:
    with pytest.raises(error) as raised:
        tell(faulty, order, limits)
    assert type(raised.value) is error
    assert str(raised.value) == error.default_message
    assert tell(faulty, "read on", limits) == "on"


def test_a_reader_that_waits_is_ended_by_the_clock_on_the_wall(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    with pytest.raises(TookTooLong):
        tell(faulty, "wait 600", replace(limits, step_seconds=0.2))


def test_a_reader_that_works_is_ended_by_the_clock_of_the_processor_alone(
    faulty: ReadingProcess, limits: ReadingLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LEAST_WORK_SECONDS", 0.001)
    busy = replace(limits, step_seconds=0.1, processor_seconds=30.0)
    assert tell(faulty, "work 4", busy) == "read"


def test_each_page_to_be_recognised_is_waited_for_anew(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    short = replace(limits, step_seconds=2.5)
    assert tell(faulty, "pages 3 1.5", short) == "read"
    with pytest.raises(TookTooLong):
        tell(faulty, "pages 1 600", short)


def test_a_reader_that_begins_pages_without_end_is_not_believed(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    few = replace(limits, content=replace(limits.content, recognised_pages=2))
    with pytest.raises(ReaderCrashed):
        tell(faulty, "pages 4 0", few)
    assert tell(faulty, "read on", limits) == "on"


def test_suspects_are_read_by_a_reader_that_lets_others_go_first(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    usual = psutil.Process(int(tell(faulty, "process", limits))).nice()
    suspect = psutil.Process(int(tell(faulty, "process", replace(limits, niceness=5)))).nice()
    assert suspect - usual == 5
    assert psutil.Process(int(tell(faulty, "process", limits))).nice() == usual


def test_several_are_read_at_once_by_readers_of_one_zygote(own_process: ReadingProcess, limits: ReadingLimits) -> None:
    other = ReadingProcess(nursery=own_process.nursery)
    readers = [psutil.Process(int(tell(process, "process", limits))) for process in (own_process, other)]
    assert readers[0].pid != readers[1].pid
    assert readers[0].ppid() == readers[1].ppid()
    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(tell, process, "segfault", limits) for process in (own_process, other)]
    assert {type(end.exception()) for end in ends} == {ReaderCrashed}
    assert tell(other, "read on", limits) == "on"


def test_a_fault_of_the_parser_is_told_without_the_documents_words(
    faulty: ReadingProcess, limits: ReadingLimits
) -> None:
    with pytest.raises(ReaderBroke, match="ZeroDivisionError at faulty_reader") as raised:
        tell(faulty, "break Ada", limits)
    assert "Ada" not in str(raised.value)


def test_each_document_has_the_processor_time_anew(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    same = {tell(faulty, "process", limits)}
    for _ in range(3):
        tell(faulty, "work 0.3", limits)
        same.add(tell(faulty, "process", limits))
    assert len(same) == 1, "one reader for all of them"


def test_a_page_to_be_recognised_gets_time_of_its_own(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    assert tell(faulty, "recognise 0.9", limits) == "read"
    with pytest.raises(TookTooLong):
        tell(faulty, "recognise 60", limits)
    with pytest.raises(NeedsRecognition):
        tell(faulty, "recognise 0", replace(limits, recognition_seconds=None))


def test_while_a_document_is_read_the_caller_hears_of_it(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    heard: list[None] = []
    faulty.read(b"wait 2.5", limits, lambda: heard.append(None))
    assert 1 <= len(heard) <= 2


def test_a_caller_that_breaks_off_gets_no_answer_of_the_document_before(
    faulty: ReadingProcess, limits: ReadingLimits
) -> None:
    def break_off() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        faulty.read(b"wait 2.5", limits, break_off)
    assert tell(faulty, "read anew", limits) == "anew"


def test_a_reader_that_is_ended_between_documents_is_replaced(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    os.kill(int(tell(faulty, "process", limits)), signal.SIGKILL)
    assert tell(faulty, "read on", limits) == "on"


def test_a_lost_zygote_is_replaced_and_takes_its_reader_with_it(faulty: ReadingProcess, limits: ReadingLimits) -> None:
    reader = psutil.Process(int(tell(faulty, "process", limits)))
    zygote = reader.parent()
    assert zygote is not None
    zygote.kill()
    reader.wait(10)
    assert tell(faulty, "read on", limits) == "on"


@pytest.fixture
def own_process() -> Iterator[ReadingProcess]:
    process = ReadingProcess("tests.reading.faulty_reader:read")
    yield process
    process.stop()


def test_no_secret_is_in_the_readers_environment(
    own_process: ReadingProcess, limits: ReadingLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "PREFECT_API_AUTH_STRING", "INTAKE_API_TOKEN", "AWS_SECRET_ACCESS_KEY", "HOME"):
        monkeypatch.setenv(name, "canary-value")
    environment = json.loads(tell(own_process, "environment", limits))
    assert "canary-value" not in environment.values()
    assert not [name for name in environment if name.startswith(("INTAKE_", "PREFECT_", "DATABASE"))]
