"""One mutant parsed: what broke, if anything, and how long it took."""

import json
import random
import resource
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from types import FrameType
from typing import Any

from benchmarks.mutants.mutations import mutate
from resume_parser import Document, Field, ParsedResume, ParserError, load, parse
from resume_parser.errors import place_of

TODAY = date(2026, 11, 1)
PATIENCE = 20
"""Seconds after which a document counts as one that hangs."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The `number`-th mutant of a document."""

    name: str
    number: int
    seconds: float
    """Of the processor."""
    fault: str | None


Share = tuple[tuple[str, int], ...]
"""Names of documents, and numbers of their mutants."""
_originals: dict[str, Document] = {}


def prepare(documents: Mapping[str, Document]) -> None:
    """What a process needs before its first share."""
    _originals.update(documents)
    load()


def try_all(share: Share) -> tuple[list[Trial], float]:
    """The trials, and this process's peak megabytes so far."""
    trials = [try_mutant(_originals, name, number) for name, number in share]
    return trials, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def mutant_of(documents: Mapping[str, Document], name: str, number: int) -> Document:
    """Always the same one while the documents are the same."""
    chance = random.Random(f"{name}:{number}")
    return mutate(documents[name], documents[chance.choice(sorted(documents))], chance)


def try_mutant(documents: Mapping[str, Document], name: str, number: int) -> Trial:
    document = mutant_of(documents, name, number)
    started = time.process_time()
    fault = fault_of(document)
    return Trial(name, number, time.process_time() - started, fault)


def fault_of(document: Document) -> str | None:
    """Where the parser breaks, or which promise its record breaks; None when all is well."""
    try:
        with _time_limit(PATIENCE):
            parsed = parse(document, TODAY)
    except ParserError:
        return None
    except TimeoutError:
        return f"hangs for more than {PATIENCE} s"
    except Exception as error:  # noqa: BLE001 - any of them is what is looked for
        return place_of(error)
    return broken_promise(parsed, document)


def broken_promise(parsed: ParsedResume, document: Document) -> str | None:
    if any(not 0 <= one.confidence <= 1 for one in fields_of(parsed)):
        return "a confidence outside 0..1"
    if any(not 0 <= line < len(document.lines) for one in fields_of(parsed) for line in one.lines):
        return "evidence outside the document"
    if any(isinstance(one.value, str) and not one.value.strip() for one in fields_of(parsed)):
        return "an empty value"
    json.dumps(parsed.to_record())
    return None


def fields_of(value: Any) -> Iterator[Field[Any]]:
    """All values with confidence in a parsed resume."""
    if isinstance(value, Field):
        yield value
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from fields_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from fields_of(getattr(value, item.name))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
