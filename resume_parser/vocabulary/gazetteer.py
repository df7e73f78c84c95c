"""Towns, provinces and countries of the world with the countries they are in; `make vocabulary` writes the file."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from resume_parser.vocabulary.files import DATA
from resume_parser.vocabulary.text import plain

FILE = "places/gazetteer.txt"
_BLOCK = 1024
"""Bytes, about."""


class Place(NamedTuple):
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes, the country with the largest place of that name first."""
    doubtful: bool
    """Whether the name is also a word or a person's name."""


@lru_cache(maxsize=16384)
def find_place(name: str) -> Place | None:
    """The place that the text as a whole names, in any case, with or without accents."""
    key = fold(name)
    found = _value(key.encode()) if key else None
    if found is None:
        return None
    codes = found.decode()
    return Place(tuple(codes.rstrip("?").split()), codes.endswith("?"))


def fold(name: str) -> str:
    """A place's name as it is compared: in small letters without accents, spaces or marks at its ends."""
    return " ".join(plain(name).replace("’", "'").split()).strip(" .,")


def _value(key: bytes) -> bytes | None:
    """What stands behind the key in the sorted lines."""
    lines, starts, firsts = _index()
    block = bisect_right(firsts, key + b"\t") - 1
    if block < 0:
        return None
    found = lines.find(b"\n" + key + b"\t", starts[block], starts[block + 1] + 1)
    if found < 0:
        return None
    begin = found + len(key) + 2
    return lines[begin : lines.index(b"\n", begin)]


@lru_cache(maxsize=1)
def _index() -> tuple[bytes, list[int], list[bytes]]:
    """The file, where its blocks begin (at the line end before them, the file's end last), and their first keys with the tab."""
    lines = b"\n" + (DATA / FILE).read_bytes()
    starts = list(dict.fromkeys(lines.index(b"\n", place) for place in range(0, len(lines) - 1, _BLOCK)))
    ends = [lines.find(b"\t", start) for start in starts]
    kept = [(start, end) for start, end in zip(starts, ends, strict=True) if end > 0]
    return lines, [start for start, _ in kept] + [len(lines)], [lines[start + 1 : end + 1] for start, end in kept]
