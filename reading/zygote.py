"""Has the readers of documents loaded and forks a process that reads whenever it is asked for one.

python -m reading.zygote FILE_DESCRIPTOR MODULE:FUNCTION
"""

import gc
import importlib
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from reading import frames
from reading.confinement import confine, die_with_parent
from reading.reader import NO_MEMORY_LEFT, ReadDocument, serve


def main(arguments: Sequence[str]) -> None:
    descriptor, reader = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(descriptor))
    read = _load(reader)
    silence = os.open(os.devnull, os.O_RDWR)
    held = confine()
    # What is loaded now is shared with the readers as long as nobody writes to it.
    gc.collect()
    gc.freeze()
    frames.send(control, {"confined": held})
    while (request := _receive(control)) is not None:
        order, connection = request
        if connection is not None:
            pid = _fork(control, connection, read, order, silence)
            frames.send(control, {"pid": pid})
        else:
            frames.send(control, _end(int(order["pid"])))


def _load(reader: str) -> ReadDocument:
    module, _, function = reader.partition(":")
    read: ReadDocument = getattr(importlib.import_module(module), function)
    from resume_parser.readers.ocr import is_available

    is_available()  # asks another program where the data are, which a reader may not start
    return read


def _receive(control: socket.socket) -> tuple[dict[str, Any], socket.socket | None] | None:
    """The next order, with the connection of the reader that it asks for; None when there are no more."""
    message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    if not message:
        return None
    connection = socket.socket(fileno=descriptors[0]) if descriptors else None
    order = frames.receive(control)
    return None if order is None else (order[0], connection)


def _fork(
    control: socket.socket, connection: socket.socket, read: ReadDocument, order: dict[str, Any], silence: int
) -> int:
    zygote = os.getpid()
    pid = os.fork()
    if pid:
        connection.close()
        return pid
    die_with_parent(zygote)
    control.close()
    for stream in (0, 1, 2):  # what libraries print may quote the document
        os.dup2(silence, stream)
    try:
        os.nice(int(order["niceness"]))
        serve(connection, read, int(order["memory_bytes"]))
    except MemoryError:
        os._exit(NO_MEMORY_LEFT)
    except BaseException:  # noqa: BLE001 - nothing of the zygote's may run on in the child
        os._exit(1)
    os._exit(0)


def _end(pid: int) -> dict[str, int]:
    """Kill the reader unless it is dead; how it ended, and the most memory it had, in bytes."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    return {"status": status, "peak_bytes": used.ru_maxrss * 1024}


if __name__ == "__main__":
    main(sys.argv[1:])
