"""The skills vocabulary: canonical names, their aliases, and the group each belongs to."""

from functools import lru_cache
from typing import NamedTuple

from resume_parser.vocabulary.files import DATA, read_items
from resume_parser.vocabulary.text import key

_SOFT = "soft"


class _Skill(NamedTuple):
    canonical: str
    group: str


def match_skill(text: str) -> str | None:
    """The canonical name of the skill that `text` as a whole names; None where the vocabulary does not know it.

    Case, accents, spaces and punctuation do not matter, except the `+` and `#` of `C++` and `C#`.
    """
    found = _skill_index().get(key(text))
    return found.canonical if found else None


def skill_group(canonical: str) -> str | None:
    """The group of a skill: software, data, cloud, office, finance, health, trades, soft and so on."""
    found = _skill_index().get(key(canonical))
    return found.group if found else None


def is_soft_skill(text: str) -> bool:
    found = _skill_index().get(key(text))
    return found is not None and found.group == _SOFT


@lru_cache(maxsize=1)
def skill_names() -> dict[str, str]:
    """Every way of writing a skill that the vocabulary lists, and its canonical name."""
    names: dict[str, str] = {}
    for item, _ in _skill_items():
        for name in item:
            names.setdefault(name, item[0])
    return names


@lru_cache(maxsize=1)
def _skill_index() -> dict[str, _Skill]:
    """Canonical names win over aliases, so that an alias of one skill cannot hide another."""
    index: dict[str, _Skill] = {}
    items = _skill_items()
    for names, group in items:
        index.setdefault(key(names[0]), _Skill(names[0], group))
    for names, group in items:
        for alias in names[1:]:
            index.setdefault(key(alias), index.get(key(names[0]), _Skill(names[0], group)))
    return index


@lru_cache(maxsize=1)
def _skill_items() -> list[tuple[tuple[str, ...], str]]:
    files = sorted((DATA / "skills").glob("*.txt"))
    return [(item.names, path.stem) for path in files for item in read_items(f"skills/{path.name}")]
