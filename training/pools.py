"""Where the words of the training text come from: one pool a kind, its items parted into train, dev and test.

An item, such as a job title or a surname, belongs to one part only, so the figures tell how well the model does on
words that it has not seen. They are joined by invented words, which stand in no list of the parser either.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resume_parser.vocabulary import skill_names
from resume_parser.vocabulary.files import Item, read_items

DATA = Path(__file__).parent / "data"
PARTS = ("train", "dev", "test")
_DEV_SHARE, _TEST_SHARE = 10, 15


def part_of(item: str) -> str:
    """The part that an item belongs to: by its hash, so that it stays there when the pools grow."""
    place = int.from_bytes(hashlib.blake2b(item.casefold().encode(), digest_size=4).digest()) % 100
    if place < _TEST_SHARE:
        return "test"
    return "dev" if place < _TEST_SHARE + _DEV_SHARE else "train"


@cache
def pool(name: str, part: str) -> Sequence[str]:
    """Items of `training/data/<name>.txt`, or of the parser's `<folder>/<name>.txt`, that belong to the part."""
    items = _own_items(name) if "/" not in name else [each for item in read_items(f"{name}.txt") for each in item.names]
    return [item for item in items if part_of(item) == part]


@cache
def shared(name: str) -> Sequence[str]:
    """All items of `training/data/<name>.txt`: templates and words that are no names, the same in every part."""
    return _own_items(name)


@cache
def degree_items() -> Sequence[Item]:
    return list(read_items("education/degrees.txt"))


@cache
def skill_pool(part: str) -> Sequence[str]:
    return [name for name in skill_names() if part_of(name) == part]


@cache
def pieces(section: str) -> Sequence[str]:
    """Items of one section of `pieces.txt` or `phrases.txt`."""
    found: list[str] = []
    for name in ("pieces", "phrases"):
        current = ""
        for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith(_SECTION):
                current = line.removeprefix(_SECTION).rstrip("]")
            elif current == section:
                found.append(line)
    return found


_SECTION = "# ["


def _own_items(name: str) -> list[str]:
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


@dataclass(frozen=True)
class Source:
    """Draws items for one part of the data."""

    part: str
    random: random.Random

    def draw(self, name: str) -> str:
        return self.random.choice(pool(name, self.part))

    def any_of(self, name: str) -> str:
        return self.random.choice(shared(name))

    def piece(self, section: str) -> str:
        return self.random.choice(pieces(section))

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def choose(self, *options: Callable[["Source"], str], weights: Sequence[float] | None = None) -> str:
        return self.random.choices(options, weights=weights)[0](self)
