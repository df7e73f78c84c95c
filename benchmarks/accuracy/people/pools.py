"""The words people are made of, cut in two so that no name, place or employer serves both splits."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.accuracy.people.person import Split

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pools:
    countries: dict[str, dict[str, Any]]
    professions: dict[str, dict[str, Any]]
    decoys: dict[str, dict[str, Any]]


@lru_cache
def load_pools(split: Split) -> Pools:
    return Pools(
        countries={code: _halved(country, split) for code, country in _read("countries.toml").items()},
        professions=_read(f"professions/{split}.toml"),
        decoys={kind: _halved(decoy, split) for kind, decoy in _read("decoys.toml").items()},
    )


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _halved(pool: dict[str, Any], split: Split) -> dict[str, Any]:
    """Every second item of each list; phone patterns serve both."""
    first = 0 if split == "tune" else 1
    return {
        key: value[first::2] if isinstance(value, list) and key != "phones" else value for key, value in pool.items()
    }
