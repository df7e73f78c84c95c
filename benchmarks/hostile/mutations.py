"""Files changed at random: as bytes, and within what is packed in them."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

import pymupdf
from lxml import etree

Mutation = Callable[[bytes, random.Random], bytes]

NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967296", b"99999999999", b"1e9", b"0.0001", b"")
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_MOST_PACKED = 5_000_000
_SHARE_LEFT_BROKEN = 0.2


def mutate(data: bytes, chance: random.Random) -> bytes:
    """One to three changes, each of a kind that fits the file."""
    kinds = (*BYTES, *(WORD if data.startswith(b"PK") else PDF if b"%PDF-" in data[:1024] else ()))
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(kinds)(data, chance)
    return data


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 16, 64))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def drop(data: bytes, chance: random.Random) -> bytes:
    first, stop = _stretch(data, chance)
    return data[:first] + data[stop:]


def double(data: bytes, chance: random.Random) -> bytes:
    first, stop = _stretch(data, chance)
    return data[:stop] + data[first:stop] * chance.choice((1, 1, 20)) + data[stop:]


def zero(data: bytes, chance: random.Random) -> bytes:
    first, stop = _stretch(data, chance)
    return data[:first] + bytes(stop - first) + data[stop:]


def change_numbers(data: bytes, chance: random.Random) -> bytes:
    """Lengths, counts, sizes and references, wherever they stand as digits."""
    share = chance.choice((0.001, 0.01, 0.1))
    return _NUMBER.sub(lambda number: chance.choice(NUMBERS) if chance.random() < share else number[0], data)


def move(data: bytes, chance: random.Random) -> bytes:
    first, stop = _stretch(data, chance)
    rest = data[:first] + data[stop:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[first:stop] + rest[at:]


BYTES: tuple[Mutation, ...] = (flip_bits, cut, drop, double, zero, change_numbers, move)


def within_pdf(data: bytes, chance: random.Random) -> bytes:
    """A change of the objects and streams, which are packed out first."""
    try:
        with pymupdf.open(stream=data, filetype="pdf") as pdf:
            unpacked = bytes(pdf.tobytes(expand=255, deflate=False))
    except Exception:  # noqa: BLE001 - it is no PDF any more
        return flip_bits(data, chance)
    return chance.choice((change_numbers, move, drop, double))(unpacked, chance)


def change_references(data: bytes, chance: random.Random) -> bytes:
    """An object in another's place: circles, and things of the wrong kind."""
    found = re.findall(rb"\d+ 0 R", data)
    if not found:
        return flip_bits(data, chance)
    return re.sub(rb"\d+ 0 R", lambda one: chance.choice(found) if chance.random() < 0.05 else one[0], data)


def within_word(data: bytes, chance: random.Random) -> bytes:
    """A change of one part's XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {
                entry.filename: archive.read(entry) for entry in archive.infolist() if entry.file_size < _MOST_PACKED
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
        return flip_bits(data, chance)
    name = chance.choice(sorted(parts)) if parts else ""
    if chance.random() < 0.6:
        name = "word/document.xml" if "word/document.xml" in parts else name
    if name:
        changed = chance.choice((shuffle_tags, change_numbers, double, drop, move, nest))(parts[name], chance)
        parts[name] = changed if chance.random() < _SHARE_LEFT_BROKEN else _well_formed(changed)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return written.getvalue()


def shuffle_tags(data: bytes, chance: random.Random) -> bytes:
    tags = _TAG.findall(data)
    if not tags:
        return data
    return _TAG.sub(lambda tag: chance.choice(tags) if chance.random() < 0.01 else tag[0], data)


def nest(data: bytes, chance: random.Random) -> bytes:
    """A table within itself, again and again."""
    start, end = data.find(b"<w:tbl>"), data.rfind(b"</w:tbl>")
    if start < 0 or end < start:
        start, end = data.find(b"<w:p>"), data.rfind(b"</w:p>")
    if start < 0 or end < start:
        return data
    depth = chance.choice((3, 30, 300))
    return data[:start] + data[start:end][:200] * depth + data[start:]


def _well_formed(data: bytes) -> bytes:
    """As XML that a strict parser takes, so that more than the parser of XML is tried."""
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False))
        return data if root is None else bytes(etree.tostring(root))
    except (etree.LxmlError, ValueError):
        return data


WORD: tuple[Mutation, ...] = (within_word,) * 6
PDF: tuple[Mutation, ...] = (within_pdf, within_pdf, change_references)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    if not data:
        return 0, 0
    first = chance.randrange(len(data))
    return first, min(len(data), first + chance.choice((1, 8, 64, 1024, 16384)))
