"""What a template is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.people.person import Split
from benchmarks.accuracy.writing.options import Options

Render = Callable[[dict[str, Any]], bytes]
"""From a written resume's texts to a file."""


@dataclass(frozen=True, slots=True)
class Template:
    name: str
    split: Split
    suffix: str
    render: Render
    options: Options = field(default_factory=Options)
    needs_browser: bool = False
