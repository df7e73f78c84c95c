"""Resumes to records: a pure library without clock, network or database.

document = read_document(data)            # bytes -> Document, raises ParserError
parsed = parse(document, date.today())    # Document -> ParsedResume
parsed.to_record()                        # plain JSON
"""

from resume_parser.document import Document, Finding, Line, Run
from resume_parser.errors import (
    CorruptDocument,
    DocumentTooLarge,
    EmptyDocument,
    EncryptedDocument,
    ParserError,
    UnsupportedDocument,
)
from resume_parser.parse import PARSER_VERSION, load, parse, parse_batch
from resume_parser.readers import detect_media_type, read_document
from resume_parser.record import Education, Field, ParsedResume, Skill, WorkExperience

__all__ = [
    "PARSER_VERSION",
    "CorruptDocument",
    "Document",
    "DocumentTooLarge",
    "Education",
    "EmptyDocument",
    "EncryptedDocument",
    "Field",
    "Finding",
    "Line",
    "ParsedResume",
    "ParserError",
    "Run",
    "Skill",
    "UnsupportedDocument",
    "WorkExperience",
    "detect_media_type",
    "load",
    "parse",
    "parse_batch",
    "read_document",
]
