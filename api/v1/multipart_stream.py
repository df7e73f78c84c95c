"""Multipart uploads read as a stream: each file goes to the store while it arrives, and limits hold while it arrives.

Starlette's own form parser spools whole files to disk before a handler runs, so a limit there comes too late.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from services.errors import BadUpload, StoreTrouble, TooManyFiles, UploadTooLarge
from services.provenance import Provenance
from services.reception import ReceivedFile

OVERHEAD_BYTES = 1024 * 1024
"""Of a request, beside its files: boundaries, part headers and other fields."""

TEXT_FIELDS = ("source", "consent")
"""Of the form, beside its files."""
MOST_TEXT_BYTES = 1000

OpenFile = Callable[[str], ReceivedFile]
"""Makes the place that a file of this name is written to."""


@dataclass(frozen=True, slots=True)
class ReceivedForm:
    files: list[ReceivedFile]
    """Finished, in order; whoever has the form registers or discards them."""
    told: Provenance


async def receive_form(
    request: Request, open_file: OpenFile, field: str, max_files: int, max_bytes: int
) -> ReceivedForm:
    """The files sent in the form field, and what the form says of them.

    Raises BadUpload, TooManyFiles, UploadTooLarge (`max_bytes` is that of the whole request) or StoreTrouble, keeping
    nothing then.
    """
    receiver = _FileReceiver(_boundary_of(request), open_file, field, max_files)
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > max_bytes:
        raise UploadTooLarge
    with ExitStack() as undo:
        undo.callback(receiver.discard)
        try:
            received = 0
            trouble: StoreTrouble | None = None
            async for chunk in request.stream():
                received += len(chunk)
                if received > max_bytes:
                    raise UploadTooLarge
                # What cannot be kept is read to its end all the same, so that the client is there to hear why.
                if trouble is None:
                    trouble = await _feed(receiver, chunk)
            if trouble is not None:
                raise trouble
            form = receiver.finish()
        except FormParserError as error:
            raise BadUpload("The multipart form is malformed.") from error
        undo.pop_all()
    return form


async def _feed(receiver: "_FileReceiver", chunk: bytes) -> StoreTrouble | None:
    """Hashing, writing and syncing block: each chunk is parsed in a thread, and its files written from there."""
    try:
        await run_in_threadpool(receiver.feed, chunk)
    except StoreTrouble as error:
        return error
    return None


def _boundary_of(request: Request) -> bytes:
    media_type, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary")
    if media_type != b"multipart/form-data" or not boundary:
        raise BadUpload
    return boundary


class _FileReceiver:
    """The parser's callbacks: collects part headers, opens a file for each part of the field, passes its bytes on; keeps short texts."""

    def __init__(self, boundary: bytes, open_file: OpenFile, field: str, max_files: int) -> None:
        self._open_file = open_file
        self._field = field
        self._max_files = max_files
        self._files: list[ReceivedFile] = []
        self._current: ReceivedFile | None = None
        self._texts: dict[str, bytes] = {}
        self._text_name: str | None = None
        self._header_name = b""
        self._header_value = b""
        self._disposition = b""
        self._ended = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._begin_part,
                    "on_header_field": self._extend_header_name,
                    "on_header_value": self._extend_header_value,
                    "on_header_end": self._end_header,
                    "on_headers_finished": self._open_part,
                    "on_part_data": self._write_part,
                    "on_part_end": self._end_part,
                    "on_end": self._end,
                },
            )
        except FormParserError as error:
            raise BadUpload("The multipart boundary is not valid.") from error

    def feed(self, chunk: bytes) -> None:
        self._parser.write(chunk)

    def finish(self) -> ReceivedForm:
        if not self._ended:
            raise BadUpload("The multipart form is cut off.")
        if not self._files:
            raise BadUpload(f"The form has no file in the field `{self._field}`.")
        told = Provenance.of_form({name: _decode(text) for name, text in self._texts.items()})
        return ReceivedForm(self._files, told)

    def discard(self) -> None:
        for file in self._files:
            file.discard()

    def _begin_part(self) -> None:
        self._disposition = b""

    def _extend_header_name(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _extend_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _end_header(self) -> None:
        if self._header_name.lower() == b"content-disposition":
            self._disposition = self._header_value
        self._header_name = self._header_value = b""

    def _open_part(self) -> None:
        _, options = parse_options_header(self._disposition)
        file_name = options.get(b"filename")
        name = _decode(options.get(b"name", b""))
        if file_name is None and name in TEXT_FIELDS:
            self._text_name, self._texts[name] = name, b""
            return
        # A browser sends an empty name where nothing was chosen.
        if not file_name or name != self._field:
            return
        if len(self._files) == self._max_files:
            raise TooManyFiles(f"At most {self._max_files} files are accepted at once.")
        self._current = self._open_file(_decode(file_name))
        self._files.append(self._current)

    def _write_part(self, data: bytes, start: int, end: int) -> None:
        if self._current is not None:
            self._current.write(data[start:end])
        elif self._text_name is not None:
            self._texts[self._text_name] += data[start:end]
            if len(self._texts[self._text_name]) > MOST_TEXT_BYTES:
                raise BadUpload(f"The field `{self._text_name}` is too long.")

    def _end_part(self) -> None:
        if self._current is not None:
            self._current.finish()
            self._current = None
        self._text_name = None

    def _end(self) -> None:
        self._ended = True


def _decode(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("latin-1")
