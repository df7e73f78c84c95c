"""Quantiles of measured times, and the way figures are printed: a table for people, one line of JSON at the end."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table


def quantile(values: Sequence[float], share: float) -> float:
    """The nearest-rank quantile of at least one value."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    table = Table(title=title)
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number == 0 else "right")
    for row in rows:
        table.add_row(*(f"{cell:,.3g}" if isinstance(cell, float) else str(cell) for cell in row))
    Console().print(table)


def print_figures(figures: Mapping[str, Any]) -> None:
    """The last line of a benchmark."""
    print(json.dumps({name: round(value, 4) if isinstance(value, float) else value for name, value in figures.items()}))
