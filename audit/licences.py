"""The licence of every locked dependency, as its own metadata has it."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)(?:.*?; *([^\\\n]+))?", re.M)
_CLASSIFIER = "License :: "
_LONGEST = 80
UNKNOWN = "not told"
ELSEWHERE = "for another platform, not installed here"


class Licence(NamedTuple):
    package: str
    version: str
    licence: str


def read_licences(requirements: Path) -> list[Licence]:
    """Of all that a lock file names, in its order."""
    return [Licence(name, version, _licence_of(name)) for name, version, _ in _LOCKED.findall(requirements.read_text())]


def _licence_of(name: str) -> str:
    try:
        return licence_of(distribution(name))
    except PackageNotFoundError:
        return ELSEWHERE


def licence_of(package: Distribution) -> str:
    """The SPDX expression, else the classifiers, else the first line of the free text."""
    if expression := _first(package, "License-Expression"):
        return expression
    classified = [each for each in package.metadata.get_all("Classifier") or [] if each.startswith(_CLASSIFIER)]
    if classified:
        return ", ".join(sorted({each.rpartition(" :: ")[2] for each in classified}))
    return _first(package, "License")[:_LONGEST] or UNKNOWN


def _first(package: Distribution, field: str) -> str:
    """The first line of a field; empty where there is none."""
    told = package.metadata.get_all(field) or [""]
    return str(told[0]).strip().partition("\n")[0]


def as_markdown(licences: list[Licence]) -> str:
    rows = (f"| {each.package} | {each.version} | {each.licence} |\n" for each in licences)
    return "| package | version | licence |\n|---|---|---|\n" + "".join(rows)
