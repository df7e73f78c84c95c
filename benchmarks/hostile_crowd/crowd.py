"""What is sent: bombs of every kind, honest resumes, scans."""

import random
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Literal, NamedTuple

import pymupdf

from benchmarks.documents import documents, other_bytes
from benchmarks.hostile.bombs import BOMBS
from stack.environment import PROJECT

MOST_BYTES = 10_000_000
SCANNED = "daniela-moreira-backend-engineer.pdf"
DOTS_PER_INCH = 200

Sort = Literal["honest", "bomb", "scan"]


class Sent(NamedTuple):
    sort: Sort
    name: str
    content: bytes


def mixed_crowd(bombs: int, honest: int, seed: int = 9) -> list[Sent]:
    """Both sorts in an order of chance, always the same."""
    crowd = [*islice(_bombs(), bombs), *(Sent("honest", name, content) for name, content in documents(honest))]
    random.Random(seed).shuffle(crowd)
    return crowd


def scans(count: int, pages: int) -> list[Sent]:
    return [Sent("scan", f"scan-{number}.pdf", _scan(number, pages)) for number in range(count)]


def _bombs() -> Iterator[Sent]:
    """Each kind in turn, as far as it may be uploaded, each time in other bytes."""
    made = {name: make() for name, (make, _) in BOMBS.items()}
    small = [(name, content) for name, content in made.items() if len(content) < MOST_BYTES]
    for number, (name, content) in enumerate(cycle(small)):
        suffix = {"PDF": "pdf", "DOC": "docx"}.get(name[:3], "txt")
        yield Sent("bomb", f"bomb-{number}.{suffix}", other_bytes(content, number))


def _scan(number: int, pages: int) -> bytes:
    """Pictures of a sample's first page, each with its number on it."""
    with pymupdf.open() as scan:
        for page_number in range(pages):
            with pymupdf.open(PROJECT / "samples" / SCANNED) as original:
                page = original[0]
                page.insert_text((40, 20), f"Copy {number}, page {page_number + 1}", fontsize=8)
                picture = page.get_pixmap(dpi=DOTS_PER_INCH, colorspace=pymupdf.csGRAY)
                scan.new_page(width=page.rect.width, height=page.rect.height).insert_image(
                    page.rect, stream=picture.tobytes("jpeg", jpg_quality=80)
                )
        written: bytes = scan.tobytes()
    return written
