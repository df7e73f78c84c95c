"""What can go wrong while reading a resume. Each error has a stable `code` and a sentence for a person."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from types import TracebackType
from typing import ClassVar

_PACKAGE = str(Path(__file__).parent)
_NO_MEMORY = re.compile(r"\w*alloc\w*\b.* failed|out of memory", re.IGNORECASE)
"""As MuPDF (`malloc (9 bytes) failed`) and libxml2 say it."""


class ParserError(Exception):
    """A document that cannot be turned into a record; `code` is stable, `str(error)` is for a person."""

    code: ClassVar[str] = "unreadable"
    default_message: ClassVar[str] = "The document cannot be read."

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.default_message)


class EmptyDocument(ParserError):
    code = "empty"
    default_message = "The file is empty."


class UnsupportedDocument(ParserError):
    code = "unsupported"
    default_message = "The file is of a kind that is not read."


class EncryptedDocument(ParserError):
    code = "encrypted"
    default_message = "The document is protected by a password."


class CorruptDocument(ParserError):
    code = "corrupt"
    default_message = "The document is damaged and cannot be opened."


class ParserBroke(ParserError):
    """A fault of the parser itself, said without the error's text, which may quote the resume."""

    code = "internal_error"

    def __init__(self, error: BaseException) -> None:
        super().__init__(f"The parser broke on this document: {place_of(error)}.")


class DocumentTooLarge(ParserError):
    code = "too_large"
    default_message = "The document is larger than what is read as a resume."


class DocumentTooDeep(DocumentTooLarge):
    default_message = "The document is nested deeper than any resume."


def is_own_fault(error: BaseException) -> bool:
    """Whether the error is the parser's mistake rather than a library's word on a damaged document.

    The libraries written in C raise kinds of their own, or RuntimeError, from within the parser's lines.
    """
    trace = _innermost(error)
    if trace is None or not trace.tb_frame.f_code.co_filename.startswith(_PACKAGE):
        return False
    return type(error).__module__ == "builtins" and not isinstance(error, (RuntimeError, OSError, EOFError))


def is_lack_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, whoever found it so, and however it was raised again."""
    return any(isinstance(one, MemoryError) or _NO_MEMORY.search(str(one)) is not None for one in _chain(error))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _innermost(error: BaseException) -> TracebackType | None:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace


def place_of(error: BaseException) -> str:
    """What happened and where, without the error's text, which may quote the resume."""
    trace = _innermost(error)
    place = f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"
