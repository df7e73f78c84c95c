"""Messages between the processes: a JSON object, and bytes with it. Nothing that is received is ever executed."""

import json
import socket
import struct
from typing import Any

MAX_HEADER_BYTES = 1 << 20
MAX_BODY_BYTES = 1 << 28

_LENGTHS = struct.Struct(">II")


class BadFrame(Exception):
    """What came is no message of this kind."""


def send(connection: socket.socket, header: dict[str, Any], body: bytes = b"") -> None:
    """Raises OSError when the other end is gone."""
    encoded = json.dumps(header).encode()
    connection.sendall(_LENGTHS.pack(len(encoded), len(body)) + encoded)
    connection.sendall(body)


def receive(connection: socket.socket) -> tuple[dict[str, Any], bytes] | None:
    """The next message, or None when the other end is gone. Raises BadFrame, and TimeoutError by the socket's timeout."""
    lengths = _receive_exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    header_length, body_length = _LENGTHS.unpack(lengths)
    if header_length > MAX_HEADER_BYTES or body_length > MAX_BODY_BYTES:
        raise BadFrame
    encoded = _receive_exactly(connection, header_length)
    body = _receive_exactly(connection, body_length)
    if encoded is None or body is None:
        return None
    try:
        header = json.loads(encoded)
    except ValueError as error:
        raise BadFrame from error
    if not isinstance(header, dict):
        raise BadFrame
    return header, body


def _receive_exactly(connection: socket.socket, length: int) -> bytes | None:
    received = bytearray()
    while len(received) < length:
        try:
            piece = connection.recv(min(length - len(received), 1 << 20))
        except ConnectionError:
            return None
        if not piece:
            return None
        received += piece
    return bytes(received)
