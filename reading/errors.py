"""What a document can do to the process that reads it, beside what `resume_parser.errors` names."""

from resume_parser.errors import ParserError


class TookTooLong(ParserError):
    code = "took_too_long"
    default_message = "Reading the document took longer than is allowed, far longer than any resume takes."


class TooMuchMemory(ParserError):
    code = "too_much_memory"
    default_message = "Reading the document took more memory than is allowed, far more than any resume takes."


class ReaderCrashed(ParserError):
    code = "reader_crashed"
    default_message = "The program that reads documents broke down on this one; the file is probably damaged."


class ReaderBroke(ParserError):
    """A fault of the parser itself; the text says where, without any of the resume."""

    code = "internal_error"


class NeedsRecognition(ParserError):
    """Pages are pictures, and the limits leave no time to recognise text in them."""

    code = "needs_recognition"
    default_message = "The document is a scan: reading it takes longer than an ordinary run allows."


class ReaderUnavailable(OSError):
    """No reader could be started: trouble of the machine, not of a document."""
