"""What can go wrong while reading a resume. Each error has a stable `code` and a sentence for a person."""

from pathlib import PurePath
from typing import ClassVar


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
    default_message = "The file is not a PDF, Word (DOCX) or plain-text document."


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


def place_of(error: BaseException) -> str:
    """What happened and where, without the error's text, which may quote the resume."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"
