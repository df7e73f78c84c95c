"""A file on its way in: written piece by piece, limited while it is written, judged by its content at the end."""

from collections.abc import Iterable

from resume_parser.readers.detect import describe_unsupported, detect_media_type, is_blank
from services.errors import EmptyFile, FileTooLarge, RefusedFile, UnsupportedFile
from services.file_names import clean_file_name
from services.file_store import FileStore, PendingFile, path_of_hash


class ReceivedFile:
    """Holds a temporary file in the store until it is kept or discarded; `refusal` says why it will not be kept."""

    def __init__(self, store: FileStore, file_name: str | None, max_bytes: int) -> None:
        self.file_name = clean_file_name(file_name)
        self.media_type: str | None = None
        self.refusal: RefusedFile | None = None
        self._store = store
        self._max_bytes = max_bytes
        self._pending = store.begin()

    @property
    def file_hash(self) -> str:
        return self._pending.file_hash

    @property
    def byte_size(self) -> int:
        return self._pending.byte_size

    @property
    def pending(self) -> PendingFile:
        """What the store knows of it."""
        return self._pending

    @property
    def file_path(self) -> str:
        """Where it is kept in the store, or will be."""
        return path_of_hash(self.file_hash)

    def write(self, chunk: bytes) -> None:
        """Take in a piece; from the piece that goes over the limit on, nothing is written any more."""
        if self.refusal is not None:
            return
        if self.byte_size + len(chunk) > self._max_bytes:
            self.refuse(FileTooLarge(f"The file is larger than {_in_words(self._max_bytes)}."))
        else:
            self._pending.write(chunk)

    def write_all(self, chunks: Iterable[bytes]) -> "ReceivedFile":
        for chunk in chunks:
            self.write(chunk)
        return self

    def finish(self) -> None:
        """Everything is written: judge the file by its content. Call it once."""
        if self.refusal is not None:
            return
        self._pending.close()
        head = self._pending.head
        if is_blank(head) and len(head) == self.byte_size:
            self.refuse(EmptyFile())
            return
        self.media_type = detect_media_type(head)
        if self.media_type is None:
            self.refuse(UnsupportedFile(describe_unsupported(head)))

    def discard(self) -> None:
        self._store.discard(self._pending)

    def refuse(self, reason: RefusedFile) -> None:
        """Drop what was written."""
        self.refusal = reason
        self.discard()


def _in_words(byte_count: int) -> str:
    megabytes = byte_count / (1024 * 1024)
    return f"{megabytes:g} MB" if megabytes >= 1 else f"{byte_count:,} bytes"
