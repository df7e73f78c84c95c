"""Resumes to send: those of the accuracy benchmark, as often as asked for, each time in other bytes."""

import io
import zipfile
from collections.abc import Iterator
from itertools import count as counting
from itertools import cycle, islice
from pathlib import Path

from benchmarks.accuracy.documents import load_documents, plan


def documents(count: int) -> Iterator[tuple[str, bytes]]:
    """So many (file name, bytes), no two with the same bytes."""
    originals = [(document.path.name, document.path.read_bytes()) for document in load_documents(plan())]
    numbered = zip(counting(), cycle(originals), strict=False)
    return ((f"{number}-{name}", other_bytes(content, number)) for number, (name, content) in islice(numbered, count))


def write_documents(folder: Path, count: int) -> list[Path]:
    """The same as files in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in documents(count):
        path = folder / name
        path.write_bytes(content)
        paths.append(path)
    return paths


def other_bytes(content: bytes, number: int) -> bytes:
    """The same document with a comment that no reader shows; of a text, with further empty lines."""
    if content.startswith(b"%PDF"):
        return content + f"\n% copy {number}\n".encode()
    if not content.startswith(b"PK"):
        return content + b"\n" * number
    copy = io.BytesIO(content)
    with zipfile.ZipFile(copy, "a") as archive:
        archive.comment = f"copy {number}".encode()
    return copy.getvalue()
