"""The labelled set: which person is written with which template, and the files and truths on disk."""

import hashlib
import json
import multiprocessing
import random
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from benchmarks.accuracy import browser
from benchmarks.accuracy.people.draw import draw_person
from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.templates import BY_NAME, TEMPLATES, Template
from benchmarks.accuracy.writing.resume import WrittenResume, write_resume

HERE = Path(__file__).parent
CACHE = HERE / ".cache"
SOURCES = ("people", "writing", "templates")
PER_TEMPLATE = 5
PROCESSES = 2


GallerySplit = Literal["gallery_tune", "gallery_calibration", "gallery_held_out", "gallery_unseen"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document of the set."""

    name: str
    template: str
    """In the gallery each document is its own."""
    split: Split | GallerySplit
    path: Path
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """One document to make: the `number`-th person of the template's split."""

    template: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.template}_{self.number:03d}"

    @property
    def path(self) -> Path:
        return folder() / f"{self.name}{BY_NAME[self.template].suffix}"

    @property
    def truth_path(self) -> Path:
        return folder() / f"{self.name}.truth.json"


@cache
def folder() -> Path:
    """Where the documents of the present people and templates lie; another folder once one of these changes."""
    digest = hashlib.sha256()
    for path in sorted(path for source in SOURCES for path in (HERE / source).rglob("*") if path.is_file()):
        if path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return CACHE / digest.hexdigest()[:12]


def plan() -> list[Order]:
    """Five people a template, no person twice."""
    orders, next_number = [], {"tune": 0, "held_out": 0}
    for template in TEMPLATES:
        first = next_number[template.split]
        orders += [Order(template.name, first + offset) for offset in range(PER_TEMPLATE)]
        next_number[template.split] += PER_TEMPLATE
    return orders


def write(order: Order) -> WrittenResume:
    template = BY_NAME[order.template]
    return write_resume(draw_person(template.split, order.number), template.options, random.Random(order.name))


def load_documents(orders: list[Order]) -> list[Labelled]:
    """The documents of the orders, made first where the cache lacks them."""
    _drop_outdated()
    folder().mkdir(parents=True, exist_ok=True)
    missing = [order for order in orders if not (order.path.exists() and order.truth_path.exists())]
    shares = [missing[start::PROCESSES] for start in range(PROCESSES)]
    # Spawned, not forked: the browser's driver runs an event loop that does not survive a fork.
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_make_all, filter(None, shares)))
    return [_load(order, BY_NAME[order.template]) for order in orders]


def _drop_outdated() -> None:
    for other in CACHE.glob("*/"):
        if other != folder():
            shutil.rmtree(other)


def _make_all(orders: list[Order]) -> None:
    try:
        for order in orders:
            _make(order)
    finally:
        browser.close()


def _make(order: Order) -> None:
    written = write(order)
    order.path.write_bytes(BY_NAME[order.template].render(written.shown))
    order.truth_path.write_text(json.dumps(written.truth, ensure_ascii=False, indent=1), encoding="utf-8")


def _load(order: Order, template: Template) -> Labelled:
    truth = json.loads(order.truth_path.read_text(encoding="utf-8"))
    return Labelled(order.name, template.name, template.split, order.path, truth)
