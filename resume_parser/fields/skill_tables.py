"""Tables of skills whose head names the columns: `Skill | Years | Last used`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume_parser.sections.section import Row
from resume_parser.vocabulary.labels import LEVEL, read_skill_columns


def without_level_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without a table's head and, in rows of as many cells, without what the head says to be levels or years."""
    columns: tuple[str, ...] = ()
    for row in rows:
        named = read_skill_columns(row.text)
        cells = row.text.split("\t") if LEVEL in columns else []
        if named:
            columns = named
        elif cells and len(cells) == len(columns):
            kept = (cell for cell, kind in zip(cells, columns, strict=True) if kind != LEVEL)
            yield Row(row.index, replace(row.line, text="\t".join(kept), runs=()))
        else:
            yield row
