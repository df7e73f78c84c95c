"""Reading the data files: one item a line, `name | alias | alias`; `#` starts a comment, `# [name]` a section."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"

_SECTION = re.compile(r"#\s*\[(\w+)\]")


class Item(NamedTuple):
    names: tuple[str, ...]
    """The name and its aliases, as written in the file."""
    section: str


def read_items(name: str) -> Iterator[Item]:
    """The items of `data/<name>`, in the order of the file."""
    section = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = _SECTION.match(line)
            section = heading.group(1) if heading else section
        elif line:
            yield Item(tuple(part.strip() for part in line.split("|")), section)


def list_files(folder: str) -> tuple[str, ...]:
    """The names of the files in `data/<folder>`, as the functions here take them."""
    return tuple(sorted(f"{folder}/{path.name}" for path in (DATA / folder).glob("*.txt")))


def read_words(name: str) -> frozenset[str]:
    """All names and aliases of `data/<name>`, in folded case."""
    return frozenset(word.casefold() for item in read_items(name) for word in item.names)
